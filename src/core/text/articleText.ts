import { widthAt } from './characters';

/** An article's text with its two ways of counting. Immutable; the code point index is made when first asked for. */
export interface ArticleText {
  readonly text: string;
  /** Number of Unicode code points before the UTF-16 `offset`; clamped to the text. Lone surrogates count as one. */
  toCodePoint(offset: number): number;
  /** UTF-16 offset of the code point number `index`; clamped to the text. */
  toUtf16(index: number): number;
}

export function createArticleText(text: string): ArticleText {
  let pairs: Uint32Array | undefined;
  const index = () => (pairs ??= surrogatePairs(text));
  return {
    text,
    toCodePoint: (offset) => {
      const clamped = Math.min(Math.max(offset, 0), text.length);
      return clamped - countBelow(index(), clamped);
    },
    toUtf16: (point) => utf16Of(index(), Math.max(point, 0), text.length),
  };
}

/** UTF-16 offsets of the second halves of all surrogate pairs, ascending. */
function surrogatePairs(text: string): Uint32Array {
  const found: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (widthAt(text, i) === 2) found.push(++i);
  }
  return Uint32Array.from(found);
}

/** How many entries of the ascending array are below `limit`. */
function countBelow(sorted: Uint32Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function utf16Of(pairs: Uint32Array, point: number, length: number): number {
  let low = 0;
  let high = pairs.length;
  // Pair k has its second half at code point index pairs[k] - k, so the difference grows with k and can be searched.
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pairs[middle] as number) - middle <= point) low = middle + 1;
    else high = middle;
  }
  return Math.min(point + low, length);
}
