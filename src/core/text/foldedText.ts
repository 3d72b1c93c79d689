import { span, type Span } from '../util/span';
import { runSteps, type Steps } from '../util/steps';
import { CharClass, classAt, widthAt } from './characters';

/**
 * A text as it compares: canonically composed, every run of white space one space, apostrophes, quotation marks, hyphens and
 * dots in one form each, soft hyphens and other invisible characters gone, and no space on the inner side of quotation marks or
 * before `; : ! ?`. Each unit of `folded` remembers what it was made of.
 */
export interface FoldedText {
  readonly folded: string;
  /** UTF-16 offset in the original at which the unit's source starts. */
  readonly starts: Int32Array;
  /** UTF-16 offset in the original at which the unit's source ends. */
  readonly ends: Int32Array;
}

/** The original stretch that a non-empty stretch of the folded text was made of. */
export function unfold(text: FoldedText, at: Span): Span {
  return span(text.starts[at.start] as number, text.ends[at.end - 1] as number);
}

/** Index of the first folded unit whose source ends after the original `offset`; the folded length when there is none. */
export function foldedIndex(text: FoldedText, offset: number): number {
  let low = 0;
  let high = text.folded.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((text.ends[middle] as number) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The folded units that were made of something inside the original stretch; empty when all of it was dropped. */
export function foldSpan(text: FoldedText, at: Span): Span {
  const start = foldedIndex(text, at.start);
  let end = foldedIndex(text, at.end);
  // A unit that reaches over the end (a run of spaces, a composed character) began inside.
  while (end < text.folded.length && (text.starts[end] as number) < at.end) end++;
  return span(start, Math.max(start, end));
}

/** Linear in the text. */
export function foldText(text: string): FoldedText {
  return runSteps(foldInSteps(text));
}

const perStep = 1 << 14;

/** The same with pauses. */
export function* foldInSteps(text: string): Steps<FoldedText> {
  const folder = new Folder(text);
  for (let at = 0; at < text.length;) {
    at = folder.fold(at, at + perStep);
    yield;
  }
  return yield* folder.result();
}

/** Values of the table that are no UTF-16 unit. */
const enum Fold {
  Unknown = -1,
  Dropped = -2,
  /** Needs a look at the characters after it, or becomes several. */
  Complex = -3,
}

const space = 32;
const table = new Int32Array(0x10000).fill(Fold.Unknown);

/** Marks after which, or before which, French typography sets a space that others do not. */
const opening = new Set(['«', '“', '„', '‹'].map((mark) => mark.charCodeAt(0)));
const tightBefore = new Set(['»', '”', '›', ';', ':', '!', '?'].map((mark) => mark.charCodeAt(0)));

class Folder {
  private units: Uint16Array;
  private starts: Int32Array;
  private ends: Int32Array;
  private length = 0;
  /** Whether the unit written last was an opening mark, after which space does not count. */
  private afterOpening = false;

  constructor(private readonly text: string) {
    const room = text.length + 16;
    this.units = new Uint16Array(room);
    this.starts = new Int32Array(room);
    this.ends = new Int32Array(room);
  }

  /** From one offset to about another one; the offset that it came to. */
  fold(from: number, to: number): number {
    const { text } = this;
    const end = Math.min(to, text.length);
    let i = from;
    while (i < end) {
      const unit = text.charCodeAt(i);
      const next = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
      // A character that a mark follows is looked at with it; marks lie above U+02FF.
      const fold = next >= 0x300 && joins(text, i + 1) ? Fold.Complex : foldOf(unit);
      if (fold === Fold.Complex) {
        i = this.cluster(i);
        continue;
      }
      if (fold !== Fold.Dropped) this.write(unit, fold, i, i + 1);
      i++;
    }
    return i;
  }

  *result(): Steps<FoldedText> {
    const folded: string[] = [];
    for (let i = 0; i < this.length; i += 8192) {
      folded.push(textOf(this.units.subarray(i, Math.min(i + 8192, this.length))));
      if (folded.length % 16 === 0) yield;
    }
    const [starts, ends] = [this.starts.subarray(0, this.length), this.ends.subarray(0, this.length)];
    return { folded: folded.join(''), starts, ends };
  }

  private write(unit: number, fold: number, start: number, end: number): void {
    const last = this.length > 0 ? (this.units[this.length - 1] as number) : 0;
    if (fold === space) {
      if (this.afterOpening) return;
      if (last === space) {
        this.ends[this.length - 1] = end;
        return;
      }
    } else {
      if (tightBefore.has(unit) && last === space) this.length--;
      this.afterOpening = opening.has(unit);
    }
    if (this.length === this.units.length) this.grow();
    this.units[this.length] = fold;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.length++;
  }

  /** One character with the marks after it, in composed form; returns the offset after them. */
  private cluster(start: number): number {
    const end = clusterEnd(this.text, start);
    const composed = this.text.slice(start, end).normalize('NFC');
    for (let i = 0; i < composed.length; i++) {
      const unit = composed.charCodeAt(i);
      const fold = foldOf(unit);
      if (unit === 0x2026) for (let dot = 0; dot < 3; dot++) this.write(46, 46, start, end);
      else if (fold !== Fold.Dropped) this.write(unit, fold === Fold.Complex ? unit : fold, start, end);
    }
    return end;
  }

  private grow(): void {
    const room = this.length * 2;
    const copy = <T extends Uint16Array | Int32Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.units = copy(this.units, new Uint16Array(room));
    this.starts = copy(this.starts, new Int32Array(room));
    this.ends = copy(this.ends, new Int32Array(room));
  }
}

/** Takes the array as it is: spreading one into arguments is slow. */
function textOf(units: Uint16Array): string {
  return String.fromCharCode.apply(null, units as unknown as number[]);
}

/** Marks, and Hangul vowels and finals, join what stands before them. */
function clusterEnd(text: string, start: number): number {
  let end = start + widthAt(text, start);
  while (end < text.length && joins(text, end)) end += widthAt(text, end);
  return end;
}

function joins(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  if (unit < 0x300) return false;
  return (unit >= 0x1160 && unit <= 0x11ff) || classAt(text, offset) === CharClass.Mark;
}

function foldOf(unit: number): number {
  const known = table[unit] as number;
  if (known !== Fold.Unknown) return known;
  const fold = foldUnit(unit);
  table[unit] = fold;
  return fold;
}

function foldUnit(unit: number): number {
  const character = String.fromCharCode(unit);
  if (unit >= 0xd800 && unit <= 0xdfff) return Fold.Complex;
  if (/[«»“”„‟"″]/.test(character)) return 34;
  if (/['’‘‛ʼ＇‹›′]/.test(character)) return 39;
  if (/[-‐‑‒–—―−]/.test(character)) return 45;
  if (character === '…' || character !== character.normalize('NFC')) return Fold.Complex;
  const kind = classAt(character, 0);
  if (kind === CharClass.Space) return space;
  return kind === CharClass.Invisible ? Fold.Dropped : unit;
}
