import { plainLine } from '../../util/plainLine';
import type { Span } from '../../util/span';

/** Words with what stands around them, on one line of plain text; `words` are their place in it. */
export interface Excerpt {
  readonly text: string;
  readonly words: Span;
}

const longestBefore = 24;
const longestAfter = 48;
const longestWords = 160;

/** Around a span of the article; whole words, with an ellipsis where the line goes on. Ends at the paragraph's. */
export function excerpt(article: string, span: Span): Excerpt {
  const before = leftOf(article, span.start);
  const words = shortened(article, span);
  const text = before + words + rightOf(article, span.end);
  return { text, words: { start: before.length, end: before.length + words.length } };
}

/** The words of a span alone, cut when they are long. */
export function shortened(article: string, { start, end }: Span, limit = longestWords): string {
  // Twice the limit is enough: a run of spaces that is longer than its words shows less.
  const line = plainLine(article.slice(start, Math.min(end, start + 2 * limit))).trim();
  const isCut = line.length > limit || end > start + 2 * limit;
  return isCut ? `${line.slice(0, limit).replace(/[\s\ud800-\udfff]*$|\s+\S{0,20}$/u, '')}…` : line;
}

function leftOf(article: string, end: number): string {
  const start = Math.max(0, end - longestBefore);
  const stretch = article.slice(start, end);
  const line = stretch.slice(stretch.lastIndexOf('\n') + 1);
  const isCut = start > 0 && line.length === stretch.length && !/\s/u.test(article.charAt(start - 1));
  const whole = isCut ? line.replace(/^\S*/u, '') : line;
  const shown = plainLine(whole).trimStart();
  return start > 0 && line.length === stretch.length ? `…${shown}` : shown;
}

function rightOf(article: string, start: number): string {
  const end = Math.min(article.length, start + longestAfter);
  const stretch = article.slice(start, end);
  const stop = stretch.search(/[\r\n]/u);
  if (stop >= 0) return plainLine(stretch.slice(0, stop)).trimEnd();
  const isCut = end < article.length;
  const whole = isCut && !/\s/u.test(article.charAt(end)) ? stretch.replace(/\S*$/u, '') : stretch;
  return plainLine(whole).trimEnd() + (isCut ? '…' : '');
}
