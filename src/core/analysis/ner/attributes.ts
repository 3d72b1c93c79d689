import { CharClass, classAt } from '../../text/characters';
import { isTitleLike, type Block } from '../../text/block';
import { TokenKind } from '../../text/tokens';
import type { TokenizedBlock } from '../types';
import { longestPhrase, maskOf, prefixBit, type Gazetteer } from './gazetteer';
import { foldUnit, hashSeed, joinHash, lowerUnit, mix, plainUnit, roll } from './hash';
import { noWord, unnumbered, WordMemory } from './wordMemory';
import type { WordTable } from './wordTable';

/** How a token is written. */
export const enum Flag {
  Capital = 1,
  AllCapitals = 2,
  Digit = 4,
  SentenceStart = 8,
  Word = 16,
  Function = 32,
  Quoted = 64,
  Bracketed = 128,
  Elision = 256,
  Opener = 512,
  Closer = 1024,
}

export interface Tables {
  readonly words: WordTable;
  readonly gazetteer: Gazetteer;
}

/** Everything the features are made of, one value a token in each array. Reused from block to block. */
export class TokenAttributes {
  count = 0;
  block: Block | undefined;
  /** 0 paragraph, 1 headline, 2 subheading, 3 other. */
  blockKind = 0;
  /** Share of capitalised words in the block, in tenths: a headline in capitals says little by its capitals. */
  capitalShare = 0;
  form = new Int32Array(0);
  lower = new Int32Array(0);
  folded = new Int32Array(0);
  shape = new Int32Array(0);
  flags = new Int32Array(0);
  length = new Int32Array(0);
  prefixes = new Int32Array(0);
  suffixes = new Int32Array(0);
  /** Row of the word table, -1 when unknown; of the form, and of its lower case when it is capitalised. */
  row = new Int32Array(0);
  lowerRow = new Int32Array(0);
  /** Lists that hold the word alone, and the longest phrase it stands in with its place there (bits 28 and 29). */
  mask = new Int32Array(0);
  phrase = new Int32Array(0);
  phrasePlace = new Uint8Array(0);
  /** Number of the word in `memory`. */
  private word = new Int32Array(0);
  readonly memory = new WordMemory();

  constructor(private readonly tables: Tables) {}

  read(block: TokenizedBlock): void {
    const { tokens } = block;
    this.memory.makeRoom();
    this.block = block.block;
    this.blockKind = kindNumber(block.block);
    this.makeRoom(tokens.count);
    this.count = tokens.count;
    for (let i = 0; i < tokens.count; i++)
      this.readToken(
        i,
        tokens.text,
        tokens.starts[i] as number,
        tokens.ends[i] as number,
        tokens.kinds[i] as number,
      );
    this.markPairs();
    for (const sentence of block.sentences) this.markStart(sentence.start, sentence.end);
    this.findPhrases();
    this.measureCapitals();
  }

  /** Number of the word at a place that may be outside of the block. */
  wordAt(i: number): number {
    return i < 0 || i >= this.count ? noWord : (this.word[i] as number);
  }

  private readToken(i: number, text: string, start: number, end: number, kind: number): void {
    let form = hashSeed;
    let lower = hashSeed;
    let folded = hashSeed;
    let shape = 0;
    let last = -1;
    let capitals = 0;
    let letters = 0;
    let digits = 0;
    const prefixAt = i * 4;
    for (let at = start; at < end; at++) {
      const unit = text.charCodeAt(at);
      const low = lowerUnit(unit);
      form = roll(form, plainUnit(unit));
      lower = roll(lower, low);
      folded = roll(folded, foldUnit(unit));
      if (at - start < 4) this.prefixes[prefixAt + at - start] = lower;
      const kindHere = shapeClass(text, at, unit, low);
      if (kindHere === 2) capitals++;
      if (kindHere === 1 || kindHere === 2) letters++;
      if (kindHere === 3) digits++;
      // Collapsed: runs of the same class count once, up to eight changes.
      if (kindHere !== last && shape < 1 << 24) shape = shape * 6 + kindHere;
      last = kindHere;
    }
    for (let k = end - start; k < 4; k++) this.prefixes[prefixAt + k] = 0;
    let suffix = hashSeed;
    for (let k = 0; k < 4; k++) {
      const at = end - 1 - k;
      suffix = at >= start ? roll(suffix, lowerUnit(text.charCodeAt(at))) : 0;
      this.suffixes[prefixAt + k] = suffix;
      if (suffix === 0) suffix = hashSeed;
    }
    this.form[i] = form;
    this.word[i] =
      end - start > longestWord ? unnumbered : this.memory.numberOf(form, text, start, end, kind);
    this.lower[i] = lower;
    this.folded[i] = folded;
    this.length[i] = end - start;
    this.shape[i] = shape * 4 + (letters > 1 && capitals === letters ? 1 : 0) + (end - start > 3 ? 2 : 0);
    this.flags[i] =
      flagsOf(text, start, end, kind, capitals, letters, digits) |
      (functionWords.has(folded) ? Flag.Function : 0);
    this.lookUp(i, text, start, end);
  }

  private lookUp(i: number, text: string, start: number, end: number): void {
    const { words } = this.tables;
    const flags = this.flags[i] as number;
    let row = rowOf(words, this.form[i] as number);
    const capital = (flags & Flag.Capital) !== 0;
    const lowerRow = capital ? rowOf(words, this.lower[i] as number) : row;
    // A word written in capitals is most often known in its usual writing.
    if (row < 0 && flags & Flag.AllCapitals) row = rowOf(words, titleHash(text, start, end));
    if (row < 0 && !capital) row = rowOf(words, this.lower[i] as number);
    this.row[i] = row;
    this.lowerRow[i] = lowerRow;
  }

  private findPhrases(): void {
    const { gazetteer } = this.tables;
    for (let i = 0; i < this.count; i++) {
      this.mask[i] = flagsAllow(
        this.flags[i] as number,
        maskOf(gazetteer, joinHash(0, this.folded[i] as number)) & ~prefixBit,
      );
      this.phrase[i] = 0;
      this.phrasePlace[i] = 0;
    }
    for (let i = 0; i < this.count; i++) i = this.longestFrom(i);
  }

  /** Marks the longest phrase that starts at `i`; returns its last token. */
  private longestFrom(i: number): number {
    const { gazetteer } = this.tables;
    let phrase = 0;
    let last = -1;
    let found = 0;
    for (let k = i; k < this.count && k < i + longestPhrase; k++) {
      phrase = joinHash(phrase, this.folded[k] as number);
      const mask = maskOf(gazetteer, phrase);
      if ((mask & ~prefixBit) !== 0 && k > i) {
        const allowed = flagsAllow((this.flags[i] as number) | (this.flags[k] as number), mask & ~prefixBit);
        if (allowed !== 0) {
          last = k;
          found = allowed;
        }
      }
      if ((mask & prefixBit) === 0) break;
    }
    if (last < 0) return i;
    for (let k = i; k <= last; k++) {
      this.phrase[k] = found;
      this.phrasePlace[k] = k === i ? 1 : k === last ? 3 : 2;
    }
    return last;
  }

  /** Quotation marks and brackets up to their closing one, within the block. */
  private markPairs(): void {
    let quoted = 0;
    let bracketed = 0;
    for (let i = 0; i < this.count; i++) {
      const flags = this.flags[i] as number;
      const sign = this.form[i] as number;
      if (flags & Flag.Closer) {
        if (sign === closingBracket) bracketed = 0;
        else quoted = 0;
      }
      if (quoted > 0 && i - quoted < 12) this.flags[i]! |= Flag.Quoted;
      if (bracketed > 0 && i - bracketed < 20) this.flags[i]! |= Flag.Bracketed;
      if (flags & Flag.Opener) {
        if (sign === openingBracket) bracketed = i + 1;
        else quoted = i + 1;
      }
    }
  }

  private markStart(start: number, end: number): void {
    for (let i = start; i < end; i++) {
      this.flags[i]! |= Flag.SentenceStart;
      if (
        ((this.flags[i] as number) & Flag.Opener) === 0 &&
        ((this.flags[i] as number) & (Flag.Word | Flag.Digit)) !== 0
      )
        break;
    }
  }

  private measureCapitals(): void {
    let words = 0;
    let capitals = 0;
    for (let i = 0; i < this.count; i++) {
      const flags = this.flags[i] as number;
      if ((flags & Flag.Word) === 0 || (this.length[i] as number) < 4) continue;
      words++;
      if (flags & Flag.Capital) capitals++;
    }
    this.capitalShare = words < 3 ? 0 : Math.round((4 * capitals) / words);
  }

  private makeRoom(count: number): void {
    if (count <= this.form.length) return;
    const size = Math.max(256, count * 2);
    for (const name of [
      'form',
      'lower',
      'folded',
      'shape',
      'flags',
      'length',
      'row',
      'word',
      'lowerRow',
      'mask',
      'phrase',
    ] as const)
      this[name] = new Int32Array(size);
    this.prefixes = new Int32Array(size * 4);
    this.suffixes = new Int32Array(size * 4);
    this.phrasePlace = new Uint8Array(size);
  }
}

/** Longer words are not worth their room in the memory. */
const longestWord = 40;

function kindNumber(block: Block): number {
  if (block.kind === 'headline') return 1;
  return isTitleLike(block) ? 2 : block.kind === 'paragraph' ? 0 : 3;
}

function rowOf(table: WordTable, hash: number): number {
  const index = table.words.find(hash);
  return index < 0 ? -1 : (table.rowOf[index] as number);
}

/** Hash of the word with its first letter, and those behind hyphens, capital and the others small. */
function titleHash(text: string, start: number, end: number): number {
  let hash = hashSeed;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    const first = at === start || text.charCodeAt(at - 1) === 0x2d;
    hash = roll(hash, first ? plainUnit(unit) : lowerUnit(unit));
  }
  return hash;
}

/** 1 lower, 2 upper, 3 digit, 4 hyphen or apostrophe, 5 other, 0 letters without case. */
function shapeClass(text: string, at: number, unit: number, low: number): number {
  if (unit < 0x80) {
    if (unit >= 0x61 && unit <= 0x7a) return 1;
    if (unit >= 0x41 && unit <= 0x5a) return 2;
    if (unit >= 0x30 && unit <= 0x39) return 3;
    return unit === 0x2d || unit === 0x27 ? 4 : 5;
  }
  if (low !== unit && unit !== 0x2019 && unit !== 0x2bc) return 2;
  const kind = classAt(text, at);
  if (kind === CharClass.Lower) return 1;
  if (kind === CharClass.Upper) return 2;
  if (kind === CharClass.Letter) return 0;
  if (kind === CharClass.Digit) return 3;
  return kind === CharClass.Hyphen || kind === CharClass.Apostrophe ? 4 : 5;
}

function flagsOf(
  text: string,
  start: number,
  end: number,
  kind: number,
  capitals: number,
  letters: number,
  digits: number,
): number {
  let flags = 0;
  if (kind === TokenKind.Word) flags |= Flag.Word;
  if (capitals > 0) flags |= Flag.Capital;
  if (capitals > 1 && capitals === letters) flags |= Flag.AllCapitals;
  if (digits > 0) flags |= Flag.Digit;
  const last = text.charCodeAt(end - 1);
  if (kind === TokenKind.Word && (last === 0x27 || last === 0x2019)) flags |= Flag.Elision;
  if (kind !== TokenKind.Punctuation) return flags;
  const sign = text.charCodeAt(start);
  if (sign === 0xab || sign === 0x201c || sign === 0x28 || sign === 0x5b) flags |= Flag.Opener;
  if (sign === 0xbb || sign === 0x201d || sign === 0x29 || sign === 0x5d) flags |= Flag.Closer;
  return flags;
}

/** Lists of names are for capitalised words only; small letters keep heads, roles, demonyms and the like. */
const smallToo =
  (1 << 7) |
  (1 << 8) |
  (1 << 10) |
  (1 << 11) |
  (1 << 12) |
  (1 << 13) |
  (1 << 14) |
  (1 << 15) |
  (1 << 16) |
  (1 << 19) |
  (1 << 20);

function flagsAllow(flags: number, mask: number): number {
  return flags & Flag.Capital ? mask : mask & smallToo;
}

const openingBracket = roll(hashSeed, 0x28);
const closingBracket = roll(hashSeed, 0x29);

/** Words and signs that stand inside names but neither begin nor end them; folded. */
const functionWords = new Set(
  "de d' du des la le les l' et a au aux en sur pour sous the of and & von van der den - – / , : . ' ( ) « » \" al el"
    .split(' ')
    .map(foldedHash),
);

function foldedHash(word: string): number {
  let hash = hashSeed;
  for (let i = 0; i < word.length; i++) hash = roll(hash, foldUnit(word.charCodeAt(i)));
  return hash;
}

/** Mixes a template's number with the hashes it is made of. */
export function featureHash(template: number, a: number, b = 0): number {
  return mix(Math.imul(a ^ (template * 0x9e3779b1), 0x85ebca77) + Math.imul(b, 0xc2b2ae3d) + template);
}
