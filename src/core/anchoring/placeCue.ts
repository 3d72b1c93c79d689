import type { QuoteSelector } from '../annotation/record';
import { foldText, unfold } from '../text/foldedText';
import { overlaps, type Span, shift, span } from '../util/span';
import { isInsideWord } from './candidate';
import type { Placement } from './placement';

/** Words of saying stand near their quotation; further away they would be another quotation's. */
const nearby = 300;
/** Two places whose distances differ by no more cannot be told apart. */
const mostAlike = 2;

/**
 * Where the words of saying of a quotation stand whose content has these places: around or between them, the nearest such words.
 * Words before and after it that are as near are _uncertain_, unless its own context tells; without any it is an _orphan_. Linear in
 * the content and what stands near it.
 */
export function placeCue(text: string, cue: QuoteSelector, content: readonly Span[]): Placement {
  const found = occurrences(text, cue.exact, content).filter((at) =>
    content.every((part) => !overlaps(at, part)),
  );
  const told = found.filter((at) => hasContext(text, cue, at));
  const ranked = (told.length > 0 ? told : found).toSorted(
    (a, b) => distance(a, content) - distance(b, content),
  );
  const [first, second] = ranked;
  if (!first) return { state: 'orphan' };
  if (second && distance(second, content) - distance(first, content) <= mostAlike)
    return { state: 'uncertain', candidates: ranked };
  return { state: 'exact', span: first };
}

/** As whole words, folded as all words are that are compared. */
function occurrences(text: string, exact: string, content: readonly Span[]): readonly Span[] {
  const words = foldText(exact).folded.trim();
  if (words === '') return [];
  const from = Math.max(0, Math.min(...content.map(({ start }) => start)) - nearby);
  const near = foldText(text.slice(from, Math.max(...content.map(({ end }) => end)) + nearby));
  const found: Span[] = [];
  for (let at = near.folded.indexOf(words); at >= 0; at = near.folded.indexOf(words, at + 1)) {
    const end = at + words.length;
    if (!isInsideWord(near.folded, at) && !isInsideWord(near.folded, end))
      found.push(shift(unfold(near, span(at, end)), from));
  }
  return found;
}

function hasContext(text: string, { prefix = '', suffix = '' }: QuoteSelector, at: Span): boolean {
  if (prefix === '' && suffix === '') return false;
  const before = text.slice(Math.max(0, at.start - 2 * prefix.length), at.start);
  const after = text.slice(at.end, at.end + 2 * suffix.length);
  return (
    foldText(before).folded.endsWith(foldText(prefix).folded) &&
    foldText(after).folded.startsWith(foldText(suffix).folded)
  );
}

function distance(at: Span, content: readonly Span[]): number {
  return Math.min(...content.map(({ start, end }) => Math.max(0, start - at.end, at.start - end)));
}
