import { foldText } from '../../core/text/foldedText';
import { span, type Span } from '../../core/util/span';

/**
 * A text whose every UTF-16 unit knows the offset that it had in the first version. A unit that stands in the place of others has
 * the offset of the first of them; one that was added has -1.
 */
export interface Manuscript {
  readonly text: string;
  readonly origins: readonly number[];
}

export function manuscriptOf(text: string): Manuscript {
  return { text, origins: Array.from({ length: text.length }, (_, i) => i) };
}

export function part(from: Manuscript, start: number, end: number): Manuscript {
  return { text: from.text.slice(start, end), origins: from.origins.slice(start, end) };
}

export function joined(parts: readonly Manuscript[]): Manuscript {
  return {
    text: parts.map(({ text }) => text).join(''),
    origins: parts.flatMap(({ origins }) => origins),
  };
}

/** Text that nothing of the first version stood for. */
export function added(text: string): Manuscript {
  return { text, origins: Array<number>(text.length).fill(-1) };
}

/** Other text in the place of this: other words, or the same in another spelling. */
export function replaced(old: Manuscript, text: string): Manuscript {
  return { text, origins: Array<number>(text.length).fill(old.origins[0] ?? -1) };
}

/** What became of a stretch of the first version. */
export type Truth =
  /** The same words stand, as texts are compared. */
  | { readonly kind: 'stands'; readonly span: Span }
  /** Some of it stands, or other words stand in its place. */
  | { readonly kind: 'edited'; readonly span: Span }
  | { readonly kind: 'gone' };

/** Tells of stretches of the first version where they are now. */
export function truthsOf(original: string, now: Manuscript): (at: Span) => Truth {
  const first = new Int32Array(original.length).fill(-1);
  const last = new Int32Array(original.length).fill(-1);
  for (const [at, origin] of now.origins.entries()) {
    if (origin < 0) continue;
    if (first[origin] === -1) first[origin] = at;
    last[origin] = at;
  }
  return (at) => {
    let [start, end] = [Infinity, -1];
    for (let i = at.start; i < at.end; i++) {
      if (first[i] === -1) continue;
      start = Math.min(start, first[i] as number);
      end = Math.max(end, (last[i] as number) + 1);
    }
    if (end < 0) return { kind: 'gone' };
    const same =
      foldText(now.text.slice(start, end)).folded === foldText(original.slice(at.start, at.end)).folded;
    return { kind: same ? 'stands' : 'edited', span: span(start, end) };
  };
}
