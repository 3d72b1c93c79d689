import type { QuoteSelector } from '../annotation/record';
import { foldText, foldSpan } from '../text/foldedText';
import { span, type Span } from '../util/span';

/** A selector as texts are compared: `words` is the stretch of `whole` that is marked, the rest is context. */
export interface Pattern {
  readonly whole: string;
  readonly words: Span;
  readonly exact: string;
  /** Units directly before and after the words that belong to their sentence and line, as far as marks tell. */
  readonly nearBefore: number;
  readonly nearAfter: number;
  /** How many UTF-16 units of the selector's `exact` come before the first that is compared; negative where that began in the prefix. */
  readonly lead: number;
}

/** Folded as one string, because what composes or collapses at the seams does so in the article too. */
export function patternOf(selector: QuoteSelector): Pattern {
  const { exact, prefix = '', suffix = '' } = selector;
  const folded = foldText(prefix + exact + suffix);
  const words = foldSpan(folded, span(prefix.length, prefix.length + exact.length));
  // Space at the very ends depends on what stands beyond them.
  const start = prefix !== '' && folded.folded.startsWith(' ') ? 1 : 0;
  const end = folded.folded.length - (suffix !== '' && folded.folded.endsWith(' ') ? 1 : 0);
  const whole = folded.folded.slice(start, Math.max(start, end));
  const lead = (folded.starts[words.start] ?? prefix.length) - prefix.length;
  return {
    whole,
    words: span(words.start - start, words.end - start),
    exact: folded.folded.slice(words.start, words.end),
    nearBefore: /[^.!?\n]*$/.exec(prefix)?.[0].trim().length ?? 0,
    nearAfter: /^[^.!?\n]*/.exec(suffix)?.[0].trim().length ?? 0,
    lead,
  };
}
