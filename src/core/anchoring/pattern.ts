import type { QuoteSelector } from '../annotation/record';
import { type FoldedText, foldInSteps, foldSpan } from '../text/foldedText';
import { span, type Span } from '../util/span';
import { inSteps, type Steps } from '../util/steps';
import { toldOnce } from './telling';

/** A selector as texts are compared: `words` is the stretch of `whole` that is marked, the rest is context. */
export interface Pattern {
  readonly whole: string;
  readonly words: Span;
  readonly exact: string;
  /** Units directly before and after the words that belong to their sentence and line, as far as marks tell. */
  readonly nearBefore: number;
  readonly nearAfter: number;
  /** Whether the words stood only once when they were described: see `toldOnce`. */
  readonly once: boolean;
  /** How many UTF-16 units of the selector's `exact` come before the first that is compared; negative where that began in the prefix. */
  readonly lead: number;
}

/** Stands between the selectors while they are folded together; articles have none. */
const separator = '\0';

/**
 * The patterns of selectors. Prefix, words and suffix are folded as one string, because what composes or collapses at the seams
 * does so in the article too; and all selectors at once, because that is quicker.
 */
export function* patternsOf(selectors: readonly QuoteSelector[]): Steps<readonly Pattern[]> {
  const wholes = selectors.map(({ exact, prefix = '', suffix = '' }) => prefix + exact + suffix);
  const folded = yield* foldInSteps(wholes.join(separator));
  let start = 0;
  return yield* inSteps(selectors, (selector, i) => {
    const at = span(start, start + (wholes[i] as string).length);
    start = at.end + separator.length;
    return patternIn(folded, at, selector);
  });
}

function patternIn(all: FoldedText, at: Span, { exact, prefix = '', suffix = '' }: QuoteSelector): Pattern {
  const begin = at.start + prefix.length;
  const words = foldSpan(all, span(begin, begin + exact.length));
  let { start, end } = foldSpan(all, at);
  // Space at the very ends depends on what stands beyond them.
  if (prefix !== '' && all.folded[start] === ' ') start++;
  if (suffix !== '' && all.folded[end - 1] === ' ') end--;
  return {
    whole: all.folded.slice(start, Math.max(start, end)),
    words: span(words.start - start, words.end - start),
    exact: all.folded.slice(words.start, words.end),
    nearBefore: /[^.!?\n]*$/.exec(prefix)?.[0].trim().length ?? 0,
    nearAfter: /^[^.!?\n]*/.exec(suffix)?.[0].trim().length ?? 0,
    once: toldOnce(prefix.length, suffix.length),
    lead: (all.starts[words.start] ?? begin) - begin,
  };
}
