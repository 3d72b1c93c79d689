/** A half-open stretch of text, `start` included and `end` excluded, in UTF-16 code units unless a docstring says otherwise. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function span(start: number, end: number): Span {
  return { start, end };
}

export function spanLength(a: Span): number {
  return a.end - a.start;
}

/** Whether the two share at least one code unit; empty spans overlap nothing. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `inner` lies wholly inside `outer`; equal spans contain each other. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

export function shift(a: Span, by: number): Span {
  return { start: a.start + by, end: a.end + by };
}

/** Text order: by start, then the longer one first, so that an outer span comes before what it holds. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}
