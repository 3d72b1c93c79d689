import { CharClass, classAt, isLetterClass, widthAt } from './characters';

export const enum TokenKind {
  Word = 0,
  Number = 1,
  Punctuation = 2,
  /** URL, e-mail address, @handle, #hashtag. */
  Address = 3,
}

/**
 * The tokens of one block as parallel arrays (no object per token). Offsets are UTF-16, relative to the block's text.
 * Elided articles end with their apostrophe (`l’` `AES`), subject clitics stand alone (`a` `-t-` `il`), other hyphenated
 * words stay whole (`Jean-Marie`), abbreviations and initials keep their stop (`M.` `J.`).
 */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly kinds: Uint8Array;
}

export function tokenText(tokens: Tokens, index: number): string {
  return tokens.text.slice(tokens.starts[index], tokens.ends[index]);
}

export function tokenize(text: string): Tokens {
  const out = new TokenBuffer(text);
  let at = 0;
  while (at < text.length) {
    const kind = classAt(text, at);
    if (kind === CharClass.Space || kind === CharClass.Invisible) at += widthAt(text, at);
    else at = nextToken(out, text, at, kind);
  }
  return out.finish();
}

/** Index of the first token that ends after `offset`, `count` when there is none. */
export function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens.ends[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function nextToken(out: TokenBuffer, text: string, at: number, kind: CharClass): number {
  const address = addressEnd(text, at);
  if (address > at) return out.push(at, address, TokenKind.Address);
  if (isLetterClass(kind) || kind === CharClass.Mark) return word(out, text, at);
  if (kind === CharClass.Digit) return out.push(at, numberEnd(text, at), TokenKind.Number);
  if (text[at] === '.') return out.push(at, runEnd(text, at, '.'), TokenKind.Punctuation);
  return out.push(at, graphemeEnd(text, at), TokenKind.Punctuation);
}

function word(out: TokenBuffer, text: string, at: number): number {
  const end = wordEnd(text, at);
  const clitic = cliticStart(text, at, end);
  if (clitic === undefined) return out.push(at, stopOfAbbreviation(text, at, end), TokenKind.Word);
  out.push(at, clitic.verbEnd, TokenKind.Word);
  out.push(clitic.verbEnd, clitic.pronoun, TokenKind.Punctuation);
  return out.push(clitic.pronoun, end, TokenKind.Word);
}

/** End of the word that starts at `at`: stops behind an elision's apostrophe. */
function wordEnd(text: string, at: number): number {
  let i = at;
  while (i < text.length) {
    const kind = classAt(text, i);
    if (isWordClass(kind)) i += widthAt(text, i);
    else if (kind === CharClass.Hyphen && isWordClass(classAt(text, i + 1))) i++;
    else if (kind === CharClass.Apostrophe && isWordClass(classAt(text, i + 1))) {
      if (!joins(text, at, i)) return i + 1;
      i++;
    } else if (kind === CharClass.Apostrophe && isElision(text.slice(at, i))) return i + 1;
    else break;
  }
  return i;
}

function isWordClass(kind: CharClass): boolean {
  return (
    isLetterClass(kind) || kind === CharClass.Digit || kind === CharClass.Mark || kind === CharClass.Invisible
  );
}

const elisions = /^(?:[cdjlmnstç]|qu|jusqu|lorsqu|puisqu|quoiqu)$/iu;
const undivided = /^(?:aujourd|quelqu|presqu|prud|entr|grand|main-d)$/iu;

function isElision(letters: string): boolean {
  return elisions.test(letters);
}

/** Whether the apostrophe at `apostrophe` belongs inside the word (aujourd’hui, O’Brien, Mashrou’a) rather than after an elision. */
function joins(text: string, start: number, apostrophe: number): boolean {
  const before = text.slice(start, apostrophe);
  return undivided.test(before) || !isElision(before);
}

const clitics = /[-‐‑](?:t[-‐‑])?(?:je|tu|il|elle|on|nous|vous|ils|elles|ce)$/u;

function cliticStart(
  text: string,
  start: number,
  end: number,
): { verbEnd: number; pronoun: number } | undefined {
  if (end - start > 40) return undefined;
  const whole = text.slice(start, end);
  const match = clitics.exec(whole);
  if (!match || /^rendez[-‐‑]vous$/iu.test(whole) || match.index === 0) return undefined;
  const pronoun = Math.max(whole.lastIndexOf('-'), whole.lastIndexOf('‐'), whole.lastIndexOf('‑')) + 1;
  return { verbEnd: start + match.index, pronoun: start + pronoun };
}

const abbreviations =
  /^(?:M|MM|Mgr|Mr|Dr|Pr|Me|St|Ste|Cie|av|bd|art|éd|ex|etc|cf|vol|p|pp|janv|févr|avr|juil|sept|oct|nov|déc|Jr|Sr|Inc|Ltd|Corp|vs|tél|Tél)$/u;
const initials = /^\p{Lu}(?:h|th)?$/u;
const secondInitial = /[-‐‑]\p{Lu}\./uy;

/** Includes the full stop of an abbreviation, an initial or dotted capitals (`U.S.A.`). */
function stopOfAbbreviation(text: string, start: number, end: number): number {
  if (text[end] !== '.' || end - start > 5) return end;
  const letters = text.slice(start, end);
  if (abbreviations.test(letters)) return end + 1;
  return initials.test(letters) ? dottedEnd(text, end + 1) : end;
}

function dottedEnd(text: string, at: number): number {
  let i = at;
  while (classAt(text, i) === CharClass.Upper && text[i + 1] === '.') i += 2;
  secondInitial.lastIndex = i;
  return secondInitial.test(text) ? secondInitial.lastIndex : i;
}

/** Digits with their grouping, decimal signs and letters: `1 200` stays two tokens, `12,5`, `18h30`, `80ᵉ`, `1er`, `2024-03-01` one, `2015-2016` three. */
function numberEnd(text: string, at: number): number {
  isoDate.lastIndex = at;
  if (isoDate.test(text)) return isoDate.lastIndex;
  let i = at;
  while (i < text.length) {
    const kind = classAt(text, i);
    if (isWordClass(kind)) i += widthAt(text, i);
    else if (isInnerSign(text, i) && classAt(text, i + 1) === CharClass.Digit) i++;
    else break;
  }
  return i;
}

function isInnerSign(text: string, at: number): boolean {
  const sign = text[at];
  return sign === ',' || sign === '.' || sign === ':' || sign === '/';
}

const isoDate = /\d{4}-\d{2}-\d{2}(?![\p{L}\d])/uy;

const addressStart = /[hwfm@#]/iu;
const address = /(?:https?:\/\/|www\.|ftp:\/\/|mailto:)[^\s<>«»“”"]+|[@#][\p{L}\p{N}_]+/uy;
const email = /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/uy;

function addressEnd(text: string, at: number): number {
  const first = text[at] as string;
  if (addressStart.test(first)) {
    address.lastIndex = at;
    if (address.test(text)) return trimAddress(text, at, address.lastIndex);
  }
  // A look at the word's end keeps the scan linear: most words are followed by no `@`.
  return mailboxEnd(text, at) > at ? emailEnd(text, at) : at;
}

function emailEnd(text: string, at: number): number {
  email.lastIndex = at;
  return email.test(text) ? email.lastIndex : at;
}

/** Offset of the `@` that ends a mailbox name starting at `at`, else `at`. */
function mailboxEnd(text: string, at: number): number {
  const limit = Math.min(at + 64, text.length);
  for (let i = at; i < limit; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x40) return i;
    const inName = unit > 0x2c && unit < 0x7b && unit !== 0x2f && unit !== 0x3a;
    if (!inName && unit !== 0x2b) return at;
  }
  return at;
}

/** Sentence punctuation after an address does not belong to it. */
function trimAddress(text: string, start: number, end: number): number {
  let i = end;
  while (i > start + 1 && /[.,;:!?)\]’']/u.test(text[i - 1] as string)) i--;
  return i;
}

function runEnd(text: string, at: number, sign: string): number {
  let i = at;
  while (text[i] === sign) i++;
  return i;
}

function graphemeEnd(text: string, at: number): number {
  let i = at + widthAt(text, at);
  while (i < text.length && continuesGrapheme(text, i)) i += widthAt(text, i);
  return i;
}

/** Marks, what a zero-width joiner ties on, and the skin tones of emoji. */
function continuesGrapheme(text: string, at: number): boolean {
  if (classAt(text, at) === CharClass.Mark) return true;
  const unit = text.charCodeAt(at);
  const skinTone = unit === 0xd83c && text.charCodeAt(at + 1) >= 0xdffb && text.charCodeAt(at + 1) <= 0xdfff;
  return skinTone || (text.charCodeAt(at - 1) === 0x200d && unit >= 0x2000);
}

/** Grows the three arrays together. */
class TokenBuffer {
  private starts: Int32Array;
  private ends: Int32Array;
  private kinds: Uint8Array;
  private count = 0;

  constructor(private readonly text: string) {
    const size = 16 + Math.ceil(text.length / 4);
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
    this.kinds = new Uint8Array(size);
  }

  /** Adds a token and returns its end, where the scan goes on. */
  push(start: number, end: number, kind: TokenKind): number {
    if (this.count === this.starts.length) this.grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.kinds[this.count++] = kind;
    return end;
  }

  finish(): Tokens {
    const n = this.count;
    return {
      text: this.text,
      count: n,
      starts: this.starts.subarray(0, n),
      ends: this.ends.subarray(0, n),
      kinds: this.kinds.subarray(0, n),
    };
  }

  private grow(): void {
    this.starts = doubled(this.starts, new Int32Array(this.count * 2));
    this.ends = doubled(this.ends, new Int32Array(this.count * 2));
    const kinds = new Uint8Array(this.count * 2);
    kinds.set(this.kinds);
    this.kinds = kinds;
  }
}

function doubled(from: Int32Array, into: Int32Array): Int32Array {
  into.set(from);
  return into;
}
