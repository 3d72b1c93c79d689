import type { Span } from '../util/span';
import { CharClass, classAt } from './characters';
import { TokenKind, tokenText, type Tokens } from './tokens';

/** Longest sentence in tokens: a table or a list without full stops is cut there, so that later work stays bounded. */
const longestSentence = 400;

/**
 * Sentences of a block as half-open ranges of token indices, in order and without gaps. A stop ends a sentence when what
 * follows it (closing marks and brackets aside) can open one: a capital, a digit, an opening mark, a dash, or nothing.
 */
export function splitSentences(tokens: Tokens): readonly Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (let i = 0; i < tokens.count; i++) {
    const last = endsHere(tokens, i) ?? (i - start + 1 >= longestSentence ? i : undefined);
    if (last === undefined) continue;
    sentences.push({ start, end: last + 1 });
    start = last + 1;
    i = last;
  }
  if (start < tokens.count) sentences.push({ start, end: tokens.count });
  return sentences;
}

/** Index of the last token of the sentence that the stop at `i` ends, `undefined` when it ends none. */
function endsHere(tokens: Tokens, i: number): number | undefined {
  if (!isStop(tokens, i)) return undefined;
  let last = i;
  while (last + 1 < tokens.count && (isStop(tokens, last + 1) || isCloser(tokens, last + 1))) last++;
  if (last + 1 >= tokens.count) return last;
  return spaced(tokens, last) && opensSentence(tokens, last + 1) ? last : undefined;
}

function isStop(tokens: Tokens, i: number): boolean {
  if (tokens.kinds[i] !== TokenKind.Punctuation) return false;
  const first = tokens.text.charCodeAt(tokens.starts[i] as number);
  return first === 0x2e || first === 0x21 || first === 0x3f || first === 0x2026;
}

/** A mark or bracket that closes what stands before it; a straight `"` closes when a space follows it but none comes before. */
function isCloser(tokens: Tokens, i: number): boolean {
  const text = tokenText(tokens, i);
  if (/^[»”›)\]’]$/u.test(text)) return true;
  return text === '"' && tokens.starts[i] === tokens.ends[i - 1];
}

function spaced(tokens: Tokens, last: number): boolean {
  return (tokens.starts[last + 1] as number) > (tokens.ends[last] as number);
}

function opensSentence(tokens: Tokens, i: number): boolean {
  const kind = classAt(tokens.text, tokens.starts[i] as number);
  if (kind === CharClass.Upper || kind === CharClass.Digit || kind === CharClass.Letter) return true;
  return /^["«“„‹([–—-]/u.test(tokenText(tokens, i));
}
