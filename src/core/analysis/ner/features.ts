import { Flag, featureHash, type TokenAttributes } from './attributes';
import { classBit } from './gazetteer';
import { reach } from './keptRows';

/** Most features a token can have. */
export const featureRoom = 192;

/** Templates of a word by its distance. */
const wordTemplates = [5, 3, 2, 4, 6] as const;

const heads =
  classBit('organizationHead') |
  classBit('placeHead') |
  classBit('eventHead') |
  classBit('role') |
  classBit('civility') |
  classBit('productHead');

/**
 * Writes the hashes of the features of token `i` into `out` from `at` on and returns where it stopped. The templates are the
 * calls below in order; a feature is told from others by its template number and the hashes it joins.
 */
export class FeatureReader {
  private chunkStart: Int32Array = new Int32Array(0);
  private chunkEnd = new Int32Array(0);
  /** First and last token of the capitalised stretch, function words between allowed, that a token stands in; -1 and itself if none. */
  wideStart = new Int32Array(0);
  wideEnd = new Int32Array(0);
  private headOf = -1;
  private headAt = -1;
  private classes: Uint16Array;
  private out: Int32Array = new Int32Array(featureRoom);
  private at = 0;

  constructor(
    private readonly t: TokenAttributes,
    classes: Uint16Array,
  ) {
    this.classes = classes;
  }

  /** To be called after the attributes have read a block. */
  prepare(): void {
    const { t } = this;
    if (this.chunkStart.length < t.count)
      for (const name of ['chunkStart', 'chunkEnd', 'wideStart', 'wideEnd'] as const)
        this[name] = new Int32Array(t.count * 2);
    this.headOf = -1;
    this.markChunks(this.chunkStart, this.chunkEnd, 0);
    this.markChunks(this.wideStart, this.wideEnd, 3);
  }

  read(i: number, out: Int32Array, at: number): number {
    let end = at;
    for (let distance = -reach; distance <= reach; distance++)
      end = this.readWord(i + distance, distance, out, end);
    return this.readRest(i, out, end);
  }

  /**
   * The features of a token that depend alone on the word, token `j`, at some distance from it (negative: before the token); `j` may
   * be outside of the block.
   */
  readWord(j: number, distance: number, out: Int32Array, at: number): number {
    this.out = out;
    this.at = at;
    this.add(wordTemplates[distance + reach] as number, this.lowerAt(j));
    for (let level = 0; level < 3; level++) this.add(40 + level * 5 + distance + 2, this.classOf(j, level));
    if (distance < -1 || distance > 1) return this.at;
    this.add(distance < 0 ? 31 : 30 + distance * 2, this.shapeAt(j));
    this.wordLists(j, distance);
    if (distance === 0) this.letters(j);
    return this.at;
  }

  /** The features of token `i` that `readWord` does not give. */
  readRest(i: number, out: Int32Array, at: number): number {
    this.out = out;
    this.at = at;
    this.words(i);
    this.shapes(i);
    this.wordClasses(i);
    this.lists(i);
    this.layout(i);
    this.chunks(i);
    this.head(i);
    this.surroundings(i);
    return this.at;
  }

  /** Stretches of capitalised words; `gap` function words may stand between two. */
  private markChunks(starts: Int32Array, ends: Int32Array, gap: number): void {
    const { t } = this;
    let i = 0;
    while (i < t.count) {
      const capital = (t.flags[i] as number) & Flag.Capital;
      let last = i;
      if (capital) last = this.chunkLast(i, gap);
      for (let k = i; k <= last; k++) {
        starts[k] = capital ? i : -1;
        ends[k] = last;
      }
      i = last + 1;
    }
  }

  private chunkLast(from: number, gap: number): number {
    const { t } = this;
    let last = from;
    for (let i = from + 1; i < t.count && i - last <= gap + 1; i++) {
      const flags = t.flags[i] as number;
      if (flags & Flag.Capital) last = i;
      else if ((flags & Flag.Function) === 0 || (flags & Flag.Word) === 0) break;
    }
    return last;
  }

  private add(template: number, a: number, b = 0): void {
    this.out[this.at++] = featureHash(template, a, b);
  }

  private formAt(i: number): number {
    return i < 0 || i >= this.t.count ? 7 : (this.t.form[i] as number);
  }

  private lowerAt(i: number): number {
    return i < 0 || i >= this.t.count ? 7 : (this.t.lower[i] as number);
  }

  private shapeAt(i: number): number {
    return i < 0 || i >= this.t.count ? 7 : (this.t.shape[i] as number);
  }

  private classOf(i: number, level: number): number {
    if (i < 0 || i >= this.t.count) return 9999;
    const row = this.t.row[i] as number;
    return row < 0 ? 9990 + ((this.t.flags[i] as number) & 7) : (this.classes[row * 3 + level] as number);
  }

  private words(i: number): void {
    this.add(7, this.lowerAt(i - 1), this.lowerAt(i));
    this.add(8, this.lowerAt(i), this.lowerAt(i + 1));
    this.add(9, this.lowerAt(i - 2), this.lowerAt(i - 1));
    this.add(10, this.lowerAt(i + 1), this.lowerAt(i + 2));
    this.add(11, this.lowerAt(i - 3));
    this.add(12, this.lowerAt(i + 3));
    this.add(13, this.lowerAt(i - 1), this.shapeAt(i));
    this.add(14, this.lowerAt(i + 1), this.shapeAt(i));
    this.add(15, this.lowerAt(i - 1), this.lowerAt(i + 1));
  }

  private letters(i: number): void {
    const { t } = this;
    const capital = (t.flags[i] as number) & Flag.Capital;
    for (let k = 1; k < 4; k++) {
      this.add(20 + k, t.prefixes[i * 4 + k] as number, capital);
      this.add(24 + k, t.suffixes[i * 4 + k] as number, capital);
    }
    this.add(1, this.formAt(i));
    this.add(36, Math.min(t.length[i] as number, 9), capital);
    this.add(71, rank(t.row[i] as number));
  }

  private shapes(i: number): void {
    const { t } = this;
    this.add(33, this.shapeAt(i - 1), this.shapeAt(i));
    this.add(34, this.shapeAt(i), this.shapeAt(i + 1));
    this.add(35, this.shapeAt(i - 1), this.shapeAt(i) * 31 + this.shapeAt(i + 1));
    if (i > 0) this.add(37, t.suffixes[(i - 1) * 4 + 2] as number, this.shapeAt(i));
    if (i + 1 < t.count) this.add(38, t.suffixes[(i + 1) * 4 + 2] as number, this.shapeAt(i));
  }

  private wordClasses(i: number): void {
    const { t } = this;
    for (let level = 0; level < 3; level++) {
      this.add(56 + level, this.classOf(i - 1, level), this.classOf(i, level));
      this.add(60 + level, this.classOf(i, level), this.classOf(i + 1, level));
    }
    this.add(64, this.classOf(i - 1, 0), this.classOf(i, 0) * 10000 + this.classOf(i + 1, 0));
    this.add(65, this.classOf(i - 2, 1), this.classOf(i - 1, 1));
    this.add(66, this.classOf(i + 1, 1), this.classOf(i + 2, 1));
    this.add(67, this.classOf(i - 1, 1), this.shapeAt(i));
    this.add(68, this.classOf(i + 1, 1), this.shapeAt(i));
    const lower = t.lowerRow[i] as number;
    const row = t.row[i] as number;
    if ((t.flags[i] as number) & Flag.Capital) {
      this.add(
        69,
        lower < 0 ? -1 : (this.classes[lower * 3 + 1] as number),
        (t.flags[i] as number) & Flag.SentenceStart,
      );
      this.add(70, rank(row), rank(lower) * 2 + ((t.flags[i] as number) & Flag.SentenceStart ? 1 : 0));
    }
  }

  private wordLists(j: number, distance: number): void {
    const { t } = this;
    if (j < 0 || j >= t.count) return;
    const mask = t.mask[j] as number;
    this.add(80 + distance, mask, (t.flags[j] as number) & Flag.Capital);
    for (let rest = mask; rest !== 0; rest &= rest - 1) this.add(86 + distance, rest & -rest);
  }

  private lists(i: number): void {
    const { t } = this;
    for (let k = -1; k <= 1; k++) {
      const at = i + k;
      if (at < 0 || at >= t.count) continue;
      const phrase = t.phrase[at] as number;
      if (phrase !== 0) this.add(83 + k, phrase, t.phrasePlace[at] as number);
      for (let rest = phrase; rest !== 0; rest &= rest - 1)
        this.add(89 + k, rest & -rest, t.phrasePlace[at] as number);
    }
    if (i > 0) this.add(92, t.mask[i - 1] as number, t.mask[i] as number);
    if (i + 1 < t.count) this.add(93, t.mask[i] as number, t.mask[i + 1] as number);
  }

  private layout(i: number): void {
    const { t } = this;
    const flags = t.flags[i] as number;
    const start = flags & Flag.SentenceStart ? 1 : 0;
    const frame = (flags & Flag.Quoted ? 1 : 0) + (flags & Flag.Bracketed ? 2 : 0);
    this.add(100, t.blockKind, (flags & Flag.Capital) + start * 8);
    this.add(101, t.blockKind, t.capitalShare * 16 + (flags & 7) + start * 8);
    this.add(102, frame, this.shapeAt(i));
    this.add(103, start, this.shapeAt(i));
    if (start) this.add(104, this.lowerAt(i));
    if (i + 1 === t.count) this.add(105, t.blockKind, start);
    if (i === 0) this.add(106, t.blockKind);
  }

  private chunks(i: number): void {
    const start = this.chunkStart[i] as number;
    const end = this.chunkEnd[i] as number;
    if (start >= 0) {
      const length = Math.min(end - start + 1, 6);
      const place = Math.min(i - start, 3) * 8 + Math.min(end - i, 3);
      this.add(110, place);
      this.add(111, this.lowerAt(start - 1), place);
      this.add(112, this.lowerAt(end + 1), place);
      this.add(113, this.classOf(start - 1, 1), place);
      this.add(114, this.classOf(end + 1, 1), place);
      this.add(115, this.classOf(start, 1), place);
      this.add(116, this.classOf(end, 1), place);
      this.add(117, length, (this.t.mask[start] as number) & givenBit ? place + 64 : place);
      this.add(118, this.formAt(start), i - start);
      this.add(119, this.formAt(end), end - i);
    }
    const wideStart = this.wideStart[i] as number;
    const wideEnd = this.wideEnd[i] as number;
    if (wideStart >= 0 && (wideStart !== start || wideEnd !== end)) {
      this.add(120, this.classOf(wideStart, 1), i === wideStart ? 0 : i === wideEnd ? 1 : 2);
      this.add(121, this.formAt(wideStart), i === wideStart ? 0 : 1);
      this.add(122, this.classOf(wideStart - 1, 1), i === wideStart ? 0 : 1);
      this.add(123, this.classOf(wideEnd + 1, 1), i === wideEnd ? 0 : 1);
      this.add(124, this.classOf(wideEnd, 1), i === wideEnd ? 0 : 1);
      this.add(125, this.t.mask[wideStart] as number, i === wideStart ? 0 : 1);
    }
  }

  /** The nearest words on both sides of the capitalised stretch that are neither function words nor in it. */
  private surroundings(i: number): void {
    const start = this.wideStart[i] as number;
    if (start < 0) return;
    const end = this.wideEnd[i] as number;
    const place = i === start ? 0 : i === end ? 1 : 2;
    const left = this.contentWord(start - 1, -1);
    const right = this.contentWord(end + 1, 1);
    this.add(140, this.lowerAt(left), place);
    this.add(141, this.classOf(left, 1), place);
    this.add(142, this.lowerAt(right), place);
    this.add(143, this.classOf(right, 1), place);
    this.add(144, this.classOf(left, 1), this.shapeAt(i));
    this.add(145, this.classOf(left, 0), this.classOf(right, 0));
  }

  /** Index of the first word from `from` on that is no function word, at most four tokens away. */
  contentWord(from: number, step: number): number {
    let i = from;
    for (let k = 0; k < 4 && i >= 0 && i < this.t.count; k++, i += step)
      if (((this.t.flags[i] as number) & Flag.Function) === 0) return i;
    return -1;
  }

  private head(i: number): void {
    const at = this.headBefore(i);
    if (at < 0) return;
    const mask = this.headMask(at);
    const linked = this.linked(at, i) ? 1 : 0;
    this.add(130, mask, linked * 8 + Math.min(i - at, 4));
    this.add(131, this.lowerAt(at), linked);
    this.add(132, mask, this.shapeAt(i) * 2 + linked);
  }

  /**
   * The nearest word to the left that heads a name or announces one: "ministère des Affaires étrangères", "la ville de …"; -1 when
   * there is none within the clause's reach.
   */
  headBefore(i: number): number {
    if (this.headOf === i) return this.headAt;
    this.headOf = i;
    return (this.headAt = this.findHead(i));
  }

  private findHead(i: number): number {
    const { t } = this;
    for (let at = i - 1; at >= 0 && at >= i - 7; at--) {
      const flags = t.flags[at] as number;
      if ((flags & (Flag.Word | Flag.Capital)) === 0 && (flags & Flag.Function) === 0) break;
      if (this.headMask(at) !== 0) return at;
    }
    return -1;
  }

  /** The lists of heads that hold the word. */
  headMask(i: number): number {
    return (this.t.mask[i] as number) & heads;
  }

  /** Whether only function words and capitalised words stand between. */
  private linked(from: number, to: number): boolean {
    for (let i = from + 1; i < to; i++)
      if (((this.t.flags[i] as number) & (Flag.Function | Flag.Capital)) === 0) return false;
    return true;
  }
}

const givenBit = classBit('givenName');

/** Rarity of a word in nine steps; 0 is unknown. */
function rank(row: number): number {
  return row < 0 ? 0 : 1 + Math.floor(Math.log2(row / 64 + 1));
}
