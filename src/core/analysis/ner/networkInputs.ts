import { Flag, type TokenAttributes } from './attributes';
import type { FeatureReader } from './features';
import { gazetteerClasses } from './gazetteer';
import { mix } from './hash';

/** Words whose vectors the network reads: two on each side, the word, its small letters, left and right of the stretch, the head. */
export const slotCount = 9;

/** Entries of the network's table; the last sections are filled by hashing. */
export const entryCount = 1 << 13;

const mostEntries = 256;

/** How many entries each kind of input has. The order of the sections is their place in the table. */
const sections = {
  kind: 5 * 16,
  list: 3 * gazetteerClasses.length,
  phrase: 3 * 4 * gazetteerClasses.length,
  layout: 8,
  frame: 4,
  place: 16,
  head: 5 * gazetteerClasses.length,
  capitals: 8,
  length: 16,
} as const;
type Section = keyof typeof sections;

const starts = startsOf(sections);
const hashedFrom = Object.values(sections).reduce((sum, size) => sum + size, 0);

function startsOf(sizes: Readonly<Record<Section, number>>): Readonly<Record<Section, number>> {
  let at = 0;
  return Object.fromEntries(
    Object.entries(sizes).map(([name, size]) => {
      at += size;
      return [name, at - size];
    }),
  ) as Record<Section, number>;
}

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
    for (let k = -2; k <= 2; k++) this.add('kind', (k + 2) * 16 + this.kindOf(i + k));
    for (let k = -1; k <= 1; k++) this.readLists(i + k, k + 1);
    this.readLayout(i);
    this.readLetters(i);
  }

  private add(section: Section, number: number): void {
    this.entries[this.count++] = starts[section] + number;
  }

  private addHashed(kind: number, value: number): void {
    const room = entryCount - hashedFrom;
    this.entries[this.count++] = hashedFrom + ((mix(value + kind * 7919) >>> 0) % room);
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
      this.add('head', bitNumber(rest) * 5 + distance);
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
      this.add('list', place * gazetteerClasses.length + bitNumber(rest));
    for (let rest = t.phrase[i] as number; rest !== 0; rest &= rest - 1)
      this.add(
        'phrase',
        (place * gazetteerClasses.length + bitNumber(rest)) * 4 + (t.phrasePlace[i] as number),
      );
  }

  private readLayout(i: number): void {
    const { t, reader } = this;
    const flags = t.flags[i] as number;
    this.add('layout', t.blockKind * 2 + (flags & Flag.SentenceStart ? 1 : 0));
    this.add('frame', (flags & Flag.Quoted ? 1 : 0) + (flags & Flag.Bracketed ? 2 : 0));
    this.add('capitals', t.capitalShare);
    this.add('length', Math.min(t.length[i] as number, 15));
    const start = reader.wideStart[i] as number;
    if (start >= 0)
      this.add('place', Math.min(i - start, 3) * 4 + Math.min((reader.wideEnd[i] as number) - i, 3));
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
