import { anchorRecords } from '../anchoring/anchor';
import { type AnnotationRecord, selectorsOf } from '../annotation/record';
import type { Steps } from '../util/steps';
import { allPlaced, groupPlaced, type Placed, placedAt, type PlacedRecords, spansOf } from './placed';

/**
 * Where the records stand in the text. `before` are the places that edits were followed to: a record whose selectors are as they
 * were stays there, since what was seen to happen is surer than what can be found.
 */
export function* placeRecords(
  text: string,
  records: readonly AnnotationRecord[],
  before: PlacedRecords,
): Steps<PlacedRecords> {
  const followed = new Map(allPlaced(before).map((placed) => [placed.record.id, placed]));
  const anchored = yield* anchorRecords(text, records);
  return groupPlaced(
    anchored.map(({ record, state, spans, cue }) => {
      const earlier = followed.get(record.id);
      return earlier && spansOf(earlier) && sameSelectors(earlier.record, record)
        ? follow(earlier, record)
        : placedAt(record, state, spans, cue?.span);
    }),
  );
}

function follow(earlier: Placed, record: AnnotationRecord): Placed {
  const cue = 'cue' in earlier ? earlier.cue : undefined;
  return placedAt(record, earlier, spansOf(earlier), cue);
}

function sameSelectors(a: AnnotationRecord, b: AnnotationRecord): boolean {
  const [some, others] = [selectorsOf(a), selectorsOf(b)];
  return (
    some.length === others.length &&
    some.every(
      ({ exact, prefix, suffix }, i) =>
        exact === others[i]?.exact && prefix === others[i]?.prefix && suffix === others[i]?.suffix,
    )
  );
}
