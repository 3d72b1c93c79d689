import { rewriteSelectors } from '../anchoring/rewriteSelectors';
import type { SidecarChange } from '../sidecar/editSidecar';
import type { Steps } from '../util/steps';
import { allPlaced, type PlacedRecords, spansOf } from './placed';

/**
 * The changes of a sidecar when its article is saved, so that what was followed while typing is not lost. A record that was found
 * changed in the first place is left alone: that its words are these now, only a person can say.
 */
export function* refreshSelectors(text: string, placed: PlacedRecords): Steps<readonly SidecarChange[]> {
  const followed = allPlaced(placed).flatMap((each) => {
    const spans = each.anchored === 'changed' ? undefined : spansOf(each);
    return spans ? { record: each.record, spans } : [];
  });
  const records = yield* rewriteSelectors(text, followed);
  return records.map((record) => ({ kind: 'update', record }));
}
