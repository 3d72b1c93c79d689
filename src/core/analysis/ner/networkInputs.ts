import { Flag, type TokenAttributes } from './attributes';
import type { FeatureReader } from './features';
import { gazetteerClasses } from './gazetteer';
import { mix } from './hash';
import { reach } from './keptRows';

/** Words whose vectors the network reads: two on each side, the word, its small letters, left and right of the stretch, the head. */
export const slotCount = 9;

/** Entries of the network's table; the last sections are filled by hashing. */
export const entryCount = 1 << 13;

const mostEntries = 256;

const lists = gazetteerClasses.length;

/** Where the entries of each kind of input start in the table. */
const kindAt = 0;
const listAt = kindAt + 5 * 16;
const phraseAt = listAt + 3 * lists;
const layoutAt = phraseAt + 3 * 4 * lists;
const frameAt = layoutAt + 8;
const placeAt = frameAt + 4;
const headAt = placeAt + 16;
const capitalsAt = headAt + 5 * lists;
const lengthAt = capitalsAt + 8;
const hashedAt = lengthAt + 16;
const hashedRoom = entryCount - hashedAt;

/**
 * What the network sees of one token: rows of the word table for its vectors, and entries of its own table for how the words are
 * written, the lists they are on and the layout. Reused from token to token.
 */
export class NetworkInputs {
  /** -1 where there is no word or it is unknown. */
  readonly rows = new Int32Array(slotCount);
  readonly entries = new Int32Array(mostEntries);
  count = 0;

  constructor(
    private readonly t: TokenAttributes,
    private readonly reader: FeatureReader,
  ) {}

  /** Reads token `i`; the attributes and the feature reader have read its block. */
  read(i: number): void {
    this.readRest(i);
    for (let k = -reach; k <= reach; k++) this.addWord(i + k, k);
  }

  /** What depends alone on the word, token `j`, at some distance from a token (negative: before it); `j` may be outside of the block. */
  readWord(j: number, distance: number): void {
    this.count = 0;
    this.rows.fill(-1);
    this.addWord(j, distance);
  }

  /** What `readWord` does not give of token `i`. */
  readRest(i: number): void {
    this.count = 0;
    this.rows.fill(-1);
    this.readRows(i);
    for (let k = -1; k <= 1; k++) this.readPhrase(i + k, k + 1);
    this.readLayout(i);
  }

  private addWord(j: number, distance: number): void {
    const { t, rows } = this;
    this.add(kindAt + (distance + 2) * 16 + this.kindOf(j));
    rows[distance + 2] = this.rowAt(j);
    if (distance === 0) rows[5] = (t.flags[j] as number) & Flag.Capital ? (t.lowerRow[j] as number) : -1;
    if (distance < -1 || distance > 1 || j < 0 || j >= t.count) return;
    for (let rest = t.mask[j] as number; rest !== 0; rest &= rest - 1)
      this.add(listAt + (distance + 1) * lists + bitNumber(rest));
    if (distance === 0) this.addLetters(j);
    else {
      this.addHashed(distance < 0 ? 6 : 7, t.lower[j] as number);
      this.addHashed(distance < 0 ? 8 : 9, t.suffixes[j * 4 + 2] as number);
    }
  }

  private add(entry: number): void {
    this.entries[this.count++] = entry;
  }

  private addHashed(kind: number, value: number): void {
    this.entries[this.count++] = hashedAt + ((mix(value + kind * 7919) >>> 0) % hashedRoom);
  }

  private rowAt(i: number): number {
    return i < 0 || i >= this.t.count ? -1 : (this.t.row[i] as number);
  }

  private readRows(i: number): void {
    const { rows, reader } = this;
    const start = reader.wideStart[i] as number;
    rows[6] = this.rowAt(reader.contentWord((start < 0 ? i : start) - 1, -1));
    rows[7] = this.rowAt(reader.contentWord((start < 0 ? i : (reader.wideEnd[i] as number)) + 1, 1));
    const head = reader.headBefore(i);
    rows[8] = this.rowAt(head);
    if (head < 0) return;
    const distance = Math.min(i - head, 4);
    for (let rest = reader.headMask(head); rest !== 0; rest &= rest - 1)
      this.add(headAt + bitNumber(rest) * 5 + distance);
  }

  /** Sort of token in fifteen; 15 is outside of the block. */
  private kindOf(i: number): number {
    const { t } = this;
    if (i < 0 || i >= t.count) return 15;
    const flags = t.flags[i] as number;
    const known = (t.row[i] as number) >= 0 ? 0 : 7;
    if (flags & Flag.AllCapitals) return known + 2;
    if (flags & Flag.Capital) return known + ((t.length[i] as number) === 1 ? 6 : 0);
    if (flags & Flag.Function) return known + 1;
    if (flags & Flag.Digit) return known + 3;
    return known + (flags & Flag.Word ? 4 : 5);
  }

  private readPhrase(i: number, place: number): void {
    const { t } = this;
    if (i < 0 || i >= t.count) return;
    for (let rest = t.phrase[i] as number; rest !== 0; rest &= rest - 1)
      this.add(phraseAt + (place * lists + bitNumber(rest)) * 4 + (t.phrasePlace[i] as number));
  }

  private readLayout(i: number): void {
    const { t, reader } = this;
    const flags = t.flags[i] as number;
    this.add(layoutAt + t.blockKind * 2 + (flags & Flag.SentenceStart ? 1 : 0));
    this.add(frameAt + (flags & Flag.Quoted ? 1 : 0) + (flags & Flag.Bracketed ? 2 : 0));
    this.add(capitalsAt + t.capitalShare);
    const start = reader.wideStart[i] as number;
    if (start >= 0)
      this.add(placeAt + Math.min(i - start, 3) * 4 + Math.min((reader.wideEnd[i] as number) - i, 3));
  }

  private addLetters(i: number): void {
    const { t } = this;
    this.add(lengthAt + Math.min(t.length[i] as number, 15));
    this.addHashed(1, t.suffixes[i * 4 + 2] as number);
    this.addHashed(2, t.suffixes[i * 4 + 3] as number);
    this.addHashed(3, t.prefixes[i * 4 + 2] as number);
    this.addHashed(4, t.prefixes[i * 4 + 3] as number);
    this.addHashed(5, t.lower[i] as number);
  }
}

/** Number of the lowest bit. */
function bitNumber(mask: number): number {
  return 31 - Math.clz32(mask & -mask);
}
