import { tokenize, TokenKind, tokenText, type Tokens } from '../text/tokens';
import type { Span } from '../util/span';
import { isNumberWord, numberOf } from './numberWords';

/** A word as it is compared: what two ways of writing the same word have in common. */
export interface ComparedWord {
  /** Equal for two words that are the same word. Accents count: "a" and "à", "interne" and "interné" are others. */
  readonly key: string;
  /** The key with the accent that a capital E at its beginning may lack. */
  readonly accented?: string;
  /** In the text that it is of, in UTF-16 code units. */
  readonly span: Span;
  /** A hesitation, which a quotation may leave out. */
  readonly isFiller: boolean;
  /** The sentence ends behind it. */
  readonly endsSentence: boolean;
}

const fillers = new Set(['euh', 'heu', 'hum', 'hmm', 'hm', 'mmh', 'mh', 'bah', 'ben']);

/** The words of a text in order; punctuation is none. A number in digits and one written out have one key. Linear. */
export function comparedWords(text: string): readonly ComparedWord[] {
  const tokens = tokenize(text);
  const words: ComparedWord[] = [];
  for (let i = 0; i < tokens.count;) {
    if (tokens.kinds[i] === TokenKind.Punctuation) {
      i++;
      continue;
    }
    const number = numberAt(tokens, i);
    const last = number?.last ?? i;
    const key = number?.key ?? keyOf(tokenText(tokens, i));
    const isBareCapital = number === undefined && /^E\p{Ll}/u.test(tokenText(tokens, i));
    words.push({
      key,
      ...(isBareCapital && { accented: `é${key.slice(1)}` }),
      span: { start: tokens.starts[i] as number, end: tokens.ends[last] as number },
      isFiller: fillers.has(key),
      endsSentence: endsSentence(tokens, last),
    });
    i = last + 1;
  }
  return words;
}

/** Small letters, composed accents, plain apostrophes and hyphens, ligatures in two letters. */
export function keyOf(word: string): string {
  return word
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .toLowerCase()
    .replace(/[’ʼ＇]/gu, "'")
    .replace(/[‐‑]/gu, '-')
    .replace(/œ/gu, 'oe')
    .replace(/æ/gu, 'ae');
}

/** Whether they are the same word. "Etat" is "État": a capital may go without its accent. */
export function isSameWord(a: ComparedWord, b: ComparedWord): boolean {
  return a.key === b.key || (a.accented ?? a.key) === b.key || a.key === (b.accented ?? b.key);
}

const longestNumber = 12;

interface FoundNumber {
  readonly key: string;
  readonly last: number;
}

function numberAt(tokens: Tokens, at: number): FoundNumber | undefined {
  if (tokens.kinds[at] === TokenKind.Number) return digitsAt(tokens, at);
  return writtenAt(tokens, at);
}

/** "1 200" with a space inside is one token or several of three digits each. */
function digitsAt(tokens: Tokens, at: number): FoundNumber {
  let digits = tokenText(tokens, at);
  let last = at;
  while (isGroup(tokens, last + 1) && /^\d{1,3}(?:[\s.\u00a0\u202f]?\d{3})*$/u.test(digits)) {
    last++;
    digits += tokenText(tokens, last);
  }
  const plain = digits.replace(/[\s\u00a0\u202f]/gu, '').replace(/\.(?=\d{3}(?:\D|$))/gu, '');
  return { key: `#${plain.replace('.', ',').replace(/^0+(?=\d)/u, '')}`, last };
}

function isGroup(tokens: Tokens, index: number): boolean {
  if (index >= tokens.count || tokens.kinds[index] !== TokenKind.Number) return false;
  const gap = tokens.text.slice(tokens.ends[index - 1], tokens.starts[index]);
  return /^[ \u00a0\u202f\u2009]$/u.test(gap) && /^\d{3}$/u.test(tokenText(tokens, index));
}

/** The longest run of words that is a number. "un" alone is an article. */
function writtenAt(tokens: Tokens, at: number): FoundNumber | undefined {
  const parts: string[] = [];
  let best: FoundNumber | undefined;
  for (let i = at; i < Math.min(tokens.count, at + longestNumber); i++) {
    if (tokens.kinds[i] !== TokenKind.Word) break;
    const pieces = keyOf(tokenText(tokens, i)).split('-');
    if (!pieces.every((piece) => isNumberWord(piece) || piece === 'et' || piece === 'une')) break;
    parts.push(...pieces);
    const value = numberOf(parts);
    if (value !== undefined && !isArticle(parts)) best = { key: `#${value}`, last: i };
  }
  return best;
}

function isArticle(parts: readonly string[]): boolean {
  return parts.length === 1 && (parts[0] === 'un' || parts[0] === 'une');
}

function endsSentence(tokens: Tokens, index: number): boolean {
  const next = index + 1;
  return next < tokens.count && /^[.!?…]/u.test(tokenText(tokens, next));
}
