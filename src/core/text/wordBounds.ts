import type { Span } from '../util/span';
import { TokenKind, tokenize, type Tokens } from './tokens';

/**
 * The words that a selection means: those it touches, whole. What stands before an apostrophe (`l’`, `d’`), spaces and punctuation
 * at either end stay out. For a caret the word it is in or at. `undefined` where there is no word. Costs the lines touched.
 */
export function snapToWords(text: string, selection: Span): Span | undefined {
  const { offset, tokens } = linesAround(text, selection);
  const at = { start: selection.start - offset, end: selection.end - offset };
  let [first, last] = touched(tokens, at);
  while (first <= last && !isWord(tokens, first)) first++;
  while (last >= first && !isWord(tokens, last)) last--;
  if (first > last) return undefined;
  return { start: offset + (tokens.starts[first] as number), end: offset + (tokens.ends[last] as number) };
}

/** Without the spaces and quotation marks at its ends, and with the words at its ends whole: what somebody said. */
export function snapToSpeech(text: string, selection: Span): Span | undefined {
  const { offset, tokens } = linesAround(text, selection);
  let [first, last] = touched(tokens, { start: selection.start - offset, end: selection.end - offset });
  while (first <= last && isMark(tokens, first)) first++;
  while (last >= first && isMark(tokens, last)) last--;
  if (first > last) return undefined;
  return { start: offset + (tokens.starts[first] as number), end: offset + (tokens.ends[last] as number) };
}

export type Edge = 'start' | 'end';

/** The span with one edge moved by a word, outwards for `wider`; never empty, and within its line. */
export function moveEdge(text: string, span: Span, edge: Edge, wider: boolean): Span {
  const { offset, tokens } = linesAround(text, span);
  const forward = (edge === 'end') === wider;
  const from = span[edge] - offset;
  const edges = edge === 'end' ? tokens.ends : tokens.starts;
  const words = Array.from({ length: tokens.count }, (_, i) => i).filter((i) => isWord(tokens, i));
  const index = forward
    ? words.find((i) => (edges[i] as number) > from)
    : words.findLast((i) => (edges[i] as number) < from);
  const moved = index === undefined ? span : { ...span, [edge]: offset + (edges[index] as number) };
  return moved.end > moved.start ? moved : span;
}

/** The span with one edge at the nearest bound outside it: a mark of punctuation or quotation, or the end of the line. */
export function moveToBound(text: string, span: Span, edge: Edge): Span {
  const { offset, tokens } = linesAround(text, span);
  const indices = Array.from({ length: tokens.count }, (_, i) => i);
  if (edge === 'end') {
    const behind = indices.filter((i) => (tokens.starts[i] as number) + offset >= span.end);
    const bound = behind.findIndex((i, n) => n > 0 && isBound(tokens, i));
    const last = behind[(bound < 0 ? behind.length : bound) - 1];
    return last === undefined ? span : { ...span, end: offset + (tokens.ends[last] as number) };
  }
  const before = indices.filter((i) => (tokens.ends[i] as number) + offset <= span.start).reverse();
  const bound = before.findIndex((i, n) => n > 0 && isBound(tokens, i));
  const first = before[(bound < 0 ? before.length : bound) - 1];
  return first === undefined ? span : { ...span, start: offset + (tokens.starts[first] as number) };
}

/** All places where exactly these words stand as words of their own, in text order. */
export function occurrencesOf(text: string, words: string): readonly Span[] {
  const found: Span[] = [];
  for (let start = text.indexOf(words); words !== '' && start >= 0; start = text.indexOf(words, start + 1)) {
    const span = { start, end: start + words.length };
    const whole = snapToWords(text, span);
    if (whole && whole.start <= span.start && whole.end === span.end && isStartOfWord(text, span))
      found.push(span);
  }
  return found;
}

function isStartOfWord(text: string, span: Span): boolean {
  const whole = snapToWords(text, { start: span.start, end: span.start + 1 });
  return !whole || whole.start >= span.start || whole.end <= span.start;
}

interface Line {
  readonly offset: number;
  readonly tokens: Tokens;
}

/** Longest stretch to either side that is read; lines of prose are shorter. */
const mostAround = 3000;

function linesAround(text: string, { start, end }: Span): Line {
  const before = text.lastIndexOf('\n', start - 1) + 1;
  const after = text.indexOf('\n', end);
  const offset = start === 0 ? 0 : Math.max(before, start - mostAround);
  const until = Math.min(after < 0 ? text.length : after, end + mostAround);
  return { offset, tokens: tokenize(text.slice(offset, until)) };
}

/** First and last token that share something with the selection; for a caret the ones it touches. */
function touched({ count, starts, ends }: Tokens, { start, end }: Span): [number, number] {
  const isCaret = start === end;
  let [first, last] = [count, -1];
  for (let i = 0; i < count; i++) {
    const [from, to] = [starts[i] as number, ends[i] as number];
    if (isCaret ? from > end || to < start : from >= end || to <= start) continue;
    first = Math.min(first, i);
    last = i;
  }
  return [first, last];
}

/** Whether a name can begin or end with the token: an elided article does neither. */
function isWord(tokens: Tokens, i: number): boolean {
  const text = tokens.text.slice(tokens.starts[i], tokens.ends[i]);
  return tokens.kinds[i] !== TokenKind.Punctuation && !/['’ʼ＇]$/u.test(text);
}

function isMark(tokens: Tokens, i: number): boolean {
  return /^[«»“”„‟"‹›‘’—–]$/u.test(tokens.text.slice(tokens.starts[i], tokens.ends[i]));
}

function isBound(tokens: Tokens, i: number): boolean {
  return /^[«»“”„"‹›,;:.!?…()[\]—–]+$/u.test(tokens.text.slice(tokens.starts[i], tokens.ends[i]));
}
