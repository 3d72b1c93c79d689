import { compareSpans, type Span } from '../util/span';
import { runSteps, type Steps } from '../util/steps';

/** Finds what stands at a place. Items may overlap and nest; they are given back in text order. */
export interface SpanIndex<T> {
  readonly items: readonly T[];
  /** Items that share at least one code unit with the span; for an empty span, those that hold or touch its offset. */
  overlapping(span: Span): readonly T[];
}

/** `items` need not be sorted. A look-up costs the logarithm of the items plus what lies between the first and last hit. */
export function createSpanIndex<T>(items: readonly T[], spanOf: (item: T) => Span): SpanIndex<T> {
  return runSteps(indexSpans(items, spanOf));
}

/** `createSpanIndex` in steps. */
export function* indexSpans<T>(items: readonly T[], spanOf: (item: T) => Span): Steps<SpanIndex<T>> {
  const isSorted = items.every(
    (item, index) => index === 0 || compareSpans(spanOf(items[index - 1] as T), spanOf(item)) <= 0,
  );
  yield;
  const sorted = isSorted ? items : items.toSorted((a, b) => compareSpans(spanOf(a), spanOf(b)));
  yield;
  const furthest = new Float64Array(sorted.length);
  let end = -1;
  for (const [index, item] of sorted.entries()) furthest[index] = end = Math.max(end, spanOf(item).end);
  return {
    items: sorted,
    overlapping: (span) => {
      const touching = span.start === span.end;
      const reaches = (itemEnd: number) => (touching ? itemEnd >= span.start : itemEnd > span.start);
      const begins = (start: number) => (touching ? start <= span.end : start < span.end);
      const from = firstWhere(sorted.length, (index) => reaches(furthest[index] as number));
      const to = firstWhere(sorted.length, (index) => !begins(spanOf(sorted[index] as T).start));
      return sorted.slice(from, to).filter((item) => reaches(spanOf(item).end));
    },
  };
}

/** The first index below `length` for which the test holds, given that it holds for all after it; `length` when for none. */
function firstWhere(length: number, test: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
