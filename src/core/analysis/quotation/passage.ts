import type { EntityLayer, TokenizedBlock } from '../types';
import type { MentionSuggestion } from '../../annotation/suggestion';
import { flagsOf, type WordFlag } from '../../language/fr/speech/wordFlags';
import { TokenKind, tokenAt, type Tokens } from '../../text/tokens';
import type { Span } from '../../util/span';
import type { BlockMarks, MarkedSpan } from './marks';

/**
 * One block made ready for the quotation stage. Spans of `marks` and token offsets are relative to the block's text, spans of
 * mentions are article offsets; `offset` turns the one into the other. Sentences are those of the reporter: they do not end
 * inside quotation marks.
 */
export interface Passage {
  readonly index: number;
  readonly block: TokenizedBlock;
  readonly offset: number;
  readonly tokens: Tokens;
  /** Tokens in lower case with straight apostrophes. */
  readonly words: readonly string[];
  /** `WordFlag`s of the tokens. */
  readonly flags: Int32Array;
  readonly marks: readonly MarkedSpan[];
  /** For each token the index of the innermost marked span it lies in, the marks themselves included; -1 outside. */
  readonly inside: Int16Array;
  /** For each token the index in `mentions` of the mention it belongs to, -1 for none. */
  readonly mentionAt: Int32Array;
  /** Names that lie in the block, in text order. */
  readonly mentions: readonly MentionSuggestion[];
  /** Token ranges of the reporter's sentences. */
  readonly sentences: readonly Span[];
}

export function createPassage(
  index: number,
  block: TokenizedBlock,
  found: BlockMarks,
  mentions: readonly MentionSuggestion[],
): Passage {
  const { tokens } = block;
  const marks = found.spans;
  const inside = tokensInside(tokens, marks);
  const { words, flags } = readWords(tokens);
  const passage = {
    index,
    block,
    offset: block.block.span.start,
    tokens,
    words,
    flags,
    marks,
    inside,
    mentionAt: mentionsOfTokens(tokens, mentions, block.block.span.start),
    mentions,
  };
  return { ...passage, sentences: reporterSentences(passage) };
}

/** Text of the tokens from `start` up to `end`. */
export function textOf(passage: Passage, start: number, end: number): string {
  if (end <= start) return '';
  return passage.tokens.text.slice(passage.tokens.starts[start], passage.tokens.ends[end - 1]);
}

/** The tokens' span in the article. */
export function spanOf(passage: Passage, start: number, end: number): Span {
  return {
    start: passage.offset + (passage.tokens.starts[start] as number),
    end: passage.offset + (passage.tokens.ends[end - 1] as number),
  };
}

export function wordAt(passage: Passage, index: number): string {
  return passage.words[index] ?? '';
}

/** Whether the token is in one of the classes given. */
export function isOneOf(passage: Passage, index: number, flags: WordFlag): boolean {
  return ((passage.flags[index] ?? 0) & flags) !== 0;
}

export function isCapitalised(passage: Passage, index: number): boolean {
  const start = passage.tokens.starts[index];
  return start !== undefined && /^\p{Lu}/u.test(passage.tokens.text.slice(start, start + 2));
}

export function isPunctuation(passage: Passage, index: number): boolean {
  return passage.tokens.kinds[index] === TokenKind.Punctuation;
}

/** First and one past the last token of a stretch of the block's text. */
export function tokenRange(tokens: Tokens, stretch: Span): Span {
  const start = tokenAt(tokens, stretch.start);
  let end = start;
  while (end < tokens.count && (tokens.starts[end] as number) < stretch.end) end++;
  return { start, end };
}

/** Mentions of each block, in one pass over both; names only. */
export function mentionsByBlock(
  blocks: readonly TokenizedBlock[],
  layer: EntityLayer,
): readonly MentionSuggestion[][] {
  const names = layer.mentions.filter((mention) => mention.type !== 'date' && mention.type !== 'hour');
  let next = 0;
  return blocks.map(({ block }) => {
    const own: MentionSuggestion[] = [];
    while (next < names.length && (names[next] as MentionSuggestion).span.start < block.span.end) {
      const mention = names[next++] as MentionSuggestion;
      if (mention.span.start >= block.span.start) own.push(mention);
    }
    return own;
  });
}

interface Words {
  readonly words: readonly string[];
  readonly flags: Int32Array;
}

// The entity stage makes passages too, and tokens are kept across edits: what follows from them alone is made once.
const wordsOfTokens = new WeakMap<Tokens, Words>();

function readWords(tokens: Tokens): Words {
  const known = wordsOfTokens.get(tokens);
  if (known) return known;
  const words = plainWords(tokens);
  const flags = new Int32Array(tokens.count);
  for (let i = 0; i < tokens.count; i++) flags[i] = flagsOf(words[i] as string);
  wordsOfTokens.set(tokens, { words, flags });
  return { words, flags };
}

/** In lower case as a whole where that keeps the length, which it does for all but a few letters. */
function plainWords({ text, count, starts, ends }: Tokens): readonly string[] {
  const lower = text.toLowerCase();
  const plain = (lower.length === text.length ? lower : text).replace(/[’ʼ＇]/gu, "'");
  const words: string[] = [];
  for (let i = 0; i < count; i++) words.push(plain.slice(starts[i], ends[i]));
  return plain.length === lower.length ? words : words.map((word) => word.toLowerCase());
}

function tokensInside(tokens: Tokens, marks: readonly MarkedSpan[]): Int16Array {
  const inside = new Int16Array(tokens.count).fill(-1);
  for (const [index, mark] of marks.entries()) {
    const whole = wholeOf(mark);
    const { start, end } = tokenRange(tokens, whole);
    inside.fill(index, start, end);
  }
  return inside;
}

/** The span with its marks. */
export function wholeOf(mark: MarkedSpan): Span {
  return { start: mark.open?.start ?? mark.content.start, end: mark.close?.end ?? mark.content.end };
}

function mentionsOfTokens(
  tokens: Tokens,
  mentions: readonly MentionSuggestion[],
  offset: number,
): Int32Array {
  const at = new Int32Array(tokens.count).fill(-1);
  for (const [index, mention] of mentions.entries()) {
    const { start, end } = tokenRange(tokens, {
      start: mention.span.start - offset,
      end: mention.span.end - offset,
    });
    at.fill(index, start, end);
  }
  return at;
}

/** Longest sentence in tokens outside marks: what is longer is a table or a list. */
const longestSentence = 300;

function reporterSentences(passage: Omit<Passage, 'sentences'>): readonly Span[] {
  const { tokens } = passage;
  const sentences: Span[] = [];
  let start = 0;
  for (let i = 0; i < tokens.count; i++) {
    if (!endsAfter(passage, i) && i - start < longestSentence) continue;
    sentences.push({ start, end: i + 1 });
    start = i + 1;
  }
  if (start < tokens.count) sentences.push({ start, end: tokens.count });
  return sentences;
}

/** Whether the reporter's sentence ends behind token `i`. */
function endsAfter(passage: Omit<Passage, 'sentences'>, i: number): boolean {
  const { tokens, inside, words } = passage;
  const next = i + 1;
  if (next >= tokens.count) return true;
  const here = inside[i] as number;
  if (here >= 0 && inside[next] === here) return false;
  const spaced = (tokens.starts[next] as number) > (tokens.ends[i] as number);
  if (here < 0) return isStop(words[i] as string) && spaced && opensSentence(passage, next);
  return closesSentence(passage, i, here) && opensSentence(passage, next);
}

/** Whether token `i` closes a top-level quotation that ends with a full stop of its own. */
function closesSentence(passage: Omit<Passage, 'sentences'>, i: number, here: number): boolean {
  const { tokens, marks, inside } = passage;
  const mark = marks[here] as MarkedSpan;
  if (inside[i + 1] !== -1 && (marks[inside[i + 1] as number] as MarkedSpan).parent === here) return false;
  if (mark.parent >= 0) return false;
  const last = tokens.text[mark.content.end - 1] as string;
  return (tokens.ends[i] as number) >= mark.content.end && /[.!?…]/u.test(last);
}

function isStop(word: string): boolean {
  return /^(?:\.+|[!?…])$/u.test(word);
}

function opensSentence(passage: Omit<Passage, 'sentences'>, i: number): boolean {
  const start = passage.tokens.starts[i] as number;
  return /^[\p{Lu}\p{N}"«“„‹([–—-]/u.test(passage.tokens.text.slice(start, start + 2));
}
