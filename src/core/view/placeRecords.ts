import { anchorRecords } from '../anchoring/anchor';
import { type AnnotationRecord, selectorsOf } from '../annotation/record';
import type { Span } from '../util/span';
import type { Steps } from '../util/steps';
import { hull } from './quotations';
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
      const cueSpan = cue?.span ?? (spans && cueNear(text, record, spans));
      return earlier && spansOf(earlier) && sameSelectors(earlier.record, record)
        ? follow(earlier, record)
        : placedAt(record, state, spans, cueSpan);
    }),
  );
}

/** Words of saying stand near their quotation; further away they would be another quotation's. */
const nearby = 300;

/** The place of the words of saying that is nearest to the quotation. */
function cueNear(text: string, record: AnnotationRecord, content: readonly Span[]): Span | undefined {
  const exact = record.kind === 'quotation' ? record.cue?.exact : undefined;
  if (exact === undefined || exact === '') return undefined;
  const { start, end } = hull(content);
  const from = Math.max(0, start - nearby);
  const window = text.slice(from, end + nearby);
  let best: Span | undefined;
  for (let at = window.indexOf(exact); at >= 0; at = window.indexOf(exact, at + 1)) {
    const found = { start: from + at, end: from + at + exact.length };
    if (!best || distance(found, start, end) < distance(best, start, end)) best = found;
  }
  return best;
}

function distance(span: Span, start: number, end: number): number {
  return Math.max(0, start - span.end, span.start - end);
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
