import { anchorRecords } from '../anchoring/anchor';
import { createDescriber } from '../anchoring/describe';
import { type AnnotationRecord, type QuoteSelector, selectorsOf } from '../annotation/record';
import type { SidecarChange } from '../sidecar/editSidecar';
import { type Span, sameSpan } from '../util/span';
import type { Steps } from '../util/steps';
import { allPlaced, type Placed, type PlacedRecords, spansOf } from './placed';

/**
 * The changes of a sidecar when its article is saved: selectors are written anew for exactly those records that would not be found
 * where edits were followed to. A confirmed record whose words changed keeps the first of its old ones under `was`. A record that
 * was found changed in the first place is left alone: that its words are these now, only a person can say.
 */
export function* refreshSelectors(text: string, placed: PlacedRecords): Steps<readonly SidecarChange[]> {
  const all = allPlaced(placed).filter((each) => spansOf(each) && each.anchored !== 'changed');
  const found = yield* anchorRecords(
    text,
    all.map(({ record }) => record),
  );
  const describer = createDescriber(text);
  const changes: SidecarChange[] = [];
  for (const [index, each] of all.entries()) {
    const spans = spansOf(each) ?? [];
    const anchored = found[index];
    const isFound =
      anchored?.state === 'exact' &&
      anchored.spans?.every((span, part) => sameSpan(span, spans[part] ?? span));
    if (isFound) continue;
    changes.push({ kind: 'update', record: redescribed(each, spans, describer.describe) });
    yield;
  }
  return changes;
}

function redescribed(
  { record }: Placed,
  spans: readonly Span[],
  describe: (span: Span) => QuoteSelector,
): AnnotationRecord {
  const selectors = spans.map(describe);
  const hasChanged =
    record.status === 'confirmed' &&
    record.was === undefined &&
    selectorsOf(record).some(({ exact }, index) => exact !== selectors[index]?.exact);
  if (record.kind === 'mention') {
    const [selector = record.selector] = selectors;
    return { ...record, selector, ...(hasChanged && { was: record.selector }) };
  }
  return { ...record, content: selectors, ...(hasChanged && { was: record.content }) };
}
