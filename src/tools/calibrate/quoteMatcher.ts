import search from 'approx-string-match';
import type { QuoteSelector } from '../../core/annotation/record';
import { span, type Span } from '../../core/util/span';

/** Weights as Hypothesis's client publishes them: the quote counts most, then its context, a little the place it had. */
const weights = { quote: 50, context: 20, position: 2 };

/**
 * Places one quote by itself in the manner of Hypothesis: exact occurrences or else the best approximate ones, scored by words,
 * context and the old offset; the best look-alike wins, however weak.
 */
export function matchQuote(text: string, selector: QuoteSelector, hint: number): Span | undefined {
  const { exact, prefix = '', suffix = '' } = selector;
  const scored = occurrences(text, exact).map((match) => ({
    span: span(match.start, match.end),
    score:
      weights.quote * (1 - match.errors / exact.length) +
      weights.context * likeness(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix) +
      weights.context * likeness(text.slice(match.end, match.end + suffix.length), suffix) +
      weights.position * (1 - Math.abs(match.start - hint) / text.length),
  }));
  return scored.sort((a, b) => b.score - a.score)[0]?.span;
}

interface Match {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

function occurrences(text: string, quote: string): readonly Match[] {
  const exact: Match[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    exact.push({ start: at, end: at + quote.length, errors: 0 });
  return exact.length > 0 ? exact : search(text, quote, Math.min(256, Math.floor(quote.length / 2)));
}

function likeness(text: string, context: string): number {
  if (context === '') return 1;
  const [best] = text === '' ? [] : search(text, context, context.length);
  return best ? 1 - best.errors / context.length : 0;
}
