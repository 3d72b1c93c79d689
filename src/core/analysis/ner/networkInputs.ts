import { Flag, type TokenAttributes } from './attributes';
import type { FeatureReader } from './features';
import { gazetteerClasses } from './gazetteer';
import { mix } from './hash';

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
    this.count = 0;
    this.readRows(i);
    for (let k = -2; k <= 2; k++) this.add(kindAt + (k + 2) * 16 + this.kindOf(i + k));
    for (let k = -1; k <= 1; k++) this.readLists(i + k, k + 1);
    this.readLayout(i);
    this.readLetters(i);
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
    const { t, rows, reader } = this;
    for (let k = -2; k <= 2; k++) rows[k + 2] = this.rowAt(i + k);
    rows[5] = (t.flags[i] as number) & Flag.Capital ? (t.lowerRow[i] as number) : -1;
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

  private readLists(i: number, place: number): void {
    const { t } = this;
    if (i < 0 || i >= t.count) return;
    for (let rest = t.mask[i] as number; rest !== 0; rest &= rest - 1)
      this.add(listAt + place * lists + bitNumber(rest));
    for (let rest = t.phrase[i] as number; rest !== 0; rest &= rest - 1)
      this.add(phraseAt + (place * lists + bitNumber(rest)) * 4 + (t.phrasePlace[i] as number));
  }

  private readLayout(i: number): void {
    const { t, reader } = this;
    const flags = t.flags[i] as number;
    this.add(layoutAt + t.blockKind * 2 + (flags & Flag.SentenceStart ? 1 : 0));
    this.add(frameAt + (flags & Flag.Quoted ? 1 : 0) + (flags & Flag.Bracketed ? 2 : 0));
    this.add(capitalsAt + t.capitalShare);
    this.add(lengthAt + Math.min(t.length[i] as number, 15));
    const start = reader.wideStart[i] as number;
    if (start >= 0)
      this.add(placeAt + Math.min(i - start, 3) * 4 + Math.min((reader.wideEnd[i] as number) - i, 3));
  }

  private readLetters(i: number): void {
    const { t } = this;
    this.addHashed(1, t.suffixes[i * 4 + 2] as number);
    this.addHashed(2, t.suffixes[i * 4 + 3] as number);
    this.addHashed(3, t.prefixes[i * 4 + 2] as number);
    this.addHashed(4, t.prefixes[i * 4 + 3] as number);
    this.addHashed(5, t.lower[i] as number);
    if (i > 0) {
      this.addHashed(6, t.lower[i - 1] as number);
      this.addHashed(8, t.suffixes[(i - 1) * 4 + 2] as number);
    }
    if (i + 1 < t.count) {
      this.addHashed(7, t.lower[i + 1] as number);
      this.addHashed(9, t.suffixes[(i + 1) * 4 + 2] as number);
    }
  }
}

/** Number of the lowest bit. */
function bitNumber(mask: number): number {
  return 31 - Math.clz32(mask & -mask);
}
