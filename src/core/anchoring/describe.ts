import type { QuoteSelector } from '../annotation/record';
import { CharClass, classAt } from '../text/characters';
import { type FoldedText, foldSpan, foldText } from '../text/foldedText';
import { span, spanLength, type Span } from '../util/span';
import { longestTelling, tellingLength } from './candidate';
import { findAll } from './findAll';
import { compareContext, unitsAfter, unitsBefore } from './likeness';

/** Lengths of contexts in UTF-16 code units. */
export interface DescribeOptions {
  /** The least on each side where the text has as much. */
  readonly shortest?: number;
  /** Up to this, each side grows until the words with that side alone stand in one place only. */
  readonly longestSide?: number;
  /** Up to this, both grow until the words with both stand in one place only. */
  readonly longest?: number;
}

const usual: Required<DescribeOptions> = { shortest: 24, longestSide: 48, longest: 1024 };

/** One description: see `describeAll`. */
export function describe(text: string, at: Span, options: DescribeOptions = {}): QuoteSelector {
  return describeAll(text, [at], options)[0] as QuoteSelector;
}

/**
 * The W3C TextQuoteSelectors of stretches of a text: their words with as much context as it takes to be the only such place as
 * texts are compared (`foldText`), in whole words, never ending inside a grapheme, line ends as `\n`. A side with
 * `tellingLength` or more tells the place by itself: wherever else the words stand, what stands beside them on their line is
 * quite unlike, so that an edit on the other side leaves the place certain. A side that cannot do so is kept shorter, or is longer than `longestTelling`. A side
 * without text has no context. All at once, because each round of growing costs one pass over the text.
 */
export function describeAll(
  text: string,
  spans: readonly Span[],
  options: DescribeOptions = {},
): readonly QuoteSelector[] {
  return describeIn(text, foldText(text), spans, options);
}

/** Describes places of one text one after the other, folding it once, when it is first asked. */
export interface Describer {
  describe(at: Span): QuoteSelector;
}

export function createDescriber(text: string, options: DescribeOptions = {}): Describer {
  let folded: FoldedText | undefined;
  return {
    describe: (at) => describeIn(text, (folded ??= foldText(text)), [at], options)[0] as QuoteSelector,
  };
}

function describeIn(
  text: string,
  folded: FoldedText,
  spans: readonly Span[],
  options: DescribeOptions,
): readonly QuoteSelector[] {
  const limits = { ...usual, ...options };
  const isAmbiguous = ambiguity(folded);
  const twins = lookAlikes(folded, spans);
  const [starts, ends] = [sideBefore(text, limits), sideAfter(text, limits)].map((side) =>
    grow(
      spans.map(side.first),
      (open) => open.map(([i, edge]) => twins.has(i, side.telling(spans[i] as Span, edge), side.outwards)),
      (i, edge) => side.longer(spans[i] as Span, edge),
      (i) => side.brief(spans[i] as Span),
    ),
  ) as [readonly number[], readonly number[]];
  const wholes = grow(
    spans.map((_, i) => span(starts[i] as number, ends[i] as number)),
    (open) => isAmbiguous(open.map(([, whole]) => whole)),
    (i, whole) => longerWhole(text, spans[i] as Span, whole, limits.longest),
    (_, whole) => whole,
  );
  return spans.map((at, i) => selectorFrom(text, at, wholes[i] as Span));
}

/** From this likeness on another place is too much like the described one for a side of the context to tell them apart. */
const tooAlike = 0.5;
const mostLookAlikes = 256;
/** A side with less on the line of the words cannot tell them from others. */
const leastTelling = 8;

interface LookAlikes {
  /** Whether the words of stretch `index` stand elsewhere with a side of context that is much like this one. */
  has(index: number, telling: Span, outwards: -1 | 1): boolean;
}

function lookAlikes(folded: FoldedText, spans: readonly Span[]): LookAlikes {
  const text = folded.folded;
  const words = spans.map((at) => foldSpan(folded, at));
  const places = findAll(
    text,
    words.map(({ start, end }) => text.slice(start, end)),
    mostLookAlikes,
  );
  return {
    has: (index, telling, outwards) => {
      const { start, end } = words[index] as Span;
      const others = (places[index] as readonly number[]).filter((at) => at !== start);
      if (others.length > 0 && spanLength(telling) - spanLength(spans[index] as Span) < leastTelling)
        return true;
      const side = foldSpan(folded, telling);
      const comparer =
        outwards < 0
          ? compareContext(unitsBefore(text, start, start - side.start))
          : compareContext(unitsAfter(text, end, side.end - end));
      const reach = (at: number) => (n: number) =>
        text.charCodeAt(outwards < 0 ? at - 1 - n : at + end - start + n);
      return others.some((at) => comparer.likeness(reach(at)) >= tooAlike);
    },
  };
}

/** One side of a context, as the offset at which it begins (before) or ends (after). */
interface Side {
  readonly outwards: -1 | 1;
  first(at: Span): number;
  /** The words with that part of the side that tells of their place: what stands on the same line. */
  telling(at: Span, edge: number): Span;
  longer(at: Span, edge: number): number | undefined;
  /** What the side becomes when it cannot tell: too short to be taken for one that can. */
  brief(at: Span): number;
}

function sideBefore(text: string, { shortest, longestSide }: Required<DescribeOptions>): Side {
  const first = ({ start }: Span) => wordStart(text, start - shortest);
  const line = ({ start }: Span) => {
    let at = start;
    while (at > 0 && start - at <= longestSide * 2 && !isLineEnd(text, at - 1)) at--;
    return at;
  };
  return {
    outwards: -1,
    first,
    telling: (at, edge) => span(Math.max(edge, line(at)), at.end),
    longer: (at, edge) => (edge <= line(at) ? undefined : longerStart(text, at.start, edge, longestSide)),
    brief: (at) => briefStart(text, at.start),
  };
}

function sideAfter(text: string, { shortest, longestSide }: Required<DescribeOptions>): Side {
  const first = ({ end }: Span) => wordEnd(text, end + shortest);
  const line = ({ end }: Span) => {
    let at = end;
    while (at < text.length && at - end <= longestSide * 2 && !isLineEnd(text, at)) at++;
    return at;
  };
  return {
    outwards: 1,
    first,
    telling: (at, edge) => span(at.start, Math.min(edge, line(at))),
    longer: (at, edge) => (edge >= line(at) ? undefined : longerEnd(text, at.end, edge, longestSide)),
    brief: (at) => briefEnd(text, at.end),
  };
}

function isLineEnd(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return unit === 10 || unit === 13;
}

/** Which of the stretches stand in the text more than once. */
function ambiguity(folded: FoldedText): (stretches: readonly Span[]) => readonly boolean[] {
  return (stretches) => {
    const needles = stretches.map((at) => {
      const { start, end } = foldSpan(folded, at);
      return folded.folded.slice(start, end);
    });
    return findAll(folded.folded, needles, 2).map((places) => places.length > 1);
  };
}

/**
 * Makes values longer, round by round, as long as they are ambiguous and `longer` has something to give; what stays ambiguous
 * becomes what `settle` says.
 */
function grow<T>(
  values: readonly T[],
  ambiguous: (open: readonly (readonly [index: number, value: T])[]) => readonly boolean[],
  longer: (index: number, value: T) => T | undefined,
  settle: (index: number, value: T) => T,
): readonly T[] {
  const grown = [...values];
  let open = grown.map((value, i) => [i, value] as const);
  while (open.length > 0) {
    const still = ambiguous(open);
    open = open.flatMap(([i, value], k) => {
      if (!still[k]) return [];
      const next = longer(i, value);
      grown[i] = next ?? settle(i, value);
      return next === undefined ? [] : [[i, next] as const];
    });
  }
  return grown;
}

const growth = 1.5;

function longerStart(text: string, from: number, start: number, longest: number): number | undefined {
  if (start === 0 || from - start >= longest) return undefined;
  return wordStart(text, from - Math.min(longest, Math.ceil((from - start) * growth) + 1));
}

function longerEnd(text: string, from: number, end: number, longest: number): number | undefined {
  if (end === text.length || end - from >= longest) return undefined;
  return wordEnd(text, from + Math.min(longest, Math.ceil((end - from) * growth) + 1));
}

/** Both sides at once beyond the length of those that tell; a side that cannot get there stays as it is. */
function longerWhole(text: string, at: Span, whole: Span, longest: number): Span | undefined {
  // Folding may shorten what is written here.
  const least = longestTelling + 32;
  const [before, after] = [at.start - whole.start, whole.end - at.end];
  const length = Math.max(least, Math.ceil(Math.max(before, after) * growth));
  if (length > longest) return undefined;
  const start = at.start >= length ? wordStart(text, at.start - length) : whole.start;
  const end = text.length - at.end >= length ? wordEnd(text, at.end + length) : whole.end;
  return start === whole.start && end === whole.end ? undefined : span(start, end);
}

/** The longest context in whole words that is too short to tell. */
function briefStart(text: string, from: number): number {
  const least = Math.max(0, from - tellingLength + 1);
  for (let i = least; i < from; i++)
    if (i === 0 || (isSpaceAt(text, i - 1) && !isSpaceAt(text, i) && parts(text, i))) return i;
  return graphemeBoundary(text, least, 1);
}

function briefEnd(text: string, from: number): number {
  const most = Math.min(text.length, from + tellingLength - 1);
  for (let i = most; i > from; i--)
    if (i === text.length || (isSpaceAt(text, i) && !isSpaceAt(text, i - 1) && parts(text, i))) return i;
  return graphemeBoundary(text, most, -1);
}

function selectorFrom(text: string, at: Span, context: Span): QuoteSelector {
  const prefix = unixLines(text.slice(context.start, at.start));
  const suffix = unixLines(text.slice(at.end, context.end));
  return {
    exact: unixLines(text.slice(at.start, at.end)),
    ...(prefix !== '' && { prefix }),
    ...(suffix !== '' && { suffix }),
  };
}

function unixLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** How far a context is lengthened to end with a whole word; in a longer run without spaces it ends between graphemes. */
const longestWord = 40;

/** The nearest start of a word at or before `offset`; 0 before the text. */
function wordStart(text: string, offset: number): number {
  if (offset <= 0) return 0;
  const limit = Math.max(0, offset - longestWord);
  for (let i = offset; i > limit; i--)
    if (isSpaceAt(text, i - 1) && !isSpaceAt(text, i) && parts(text, i)) return i;
  return limit === 0 ? 0 : graphemeBoundary(text, offset, -1);
}

/** The nearest end of a word at or after `offset`; the text's length beyond it. */
function wordEnd(text: string, offset: number): number {
  if (offset >= text.length) return text.length;
  const limit = Math.min(text.length, offset + longestWord);
  for (let i = offset; i < limit; i++)
    if (isSpaceAt(text, i) && !isSpaceAt(text, i - 1) && parts(text, i)) return i;
  return limit === text.length ? limit : graphemeBoundary(text, offset, 1);
}

function isSpaceAt(text: string, offset: number): boolean {
  return offset >= 0 && offset < text.length && classAt(text, offset) === CharClass.Space;
}

/** Whether the character at `offset` does not belong, as a mark, to the one before it. */
function parts(text: string, offset: number): boolean {
  return classAt(text, offset) !== CharClass.Mark;
}

let graphemes: Intl.Segmenter | undefined;
const window = 200;

/** The nearest grapheme boundary in one direction; looks no further than a window around the offset. */
function graphemeBoundary(text: string, offset: number, direction: -1 | 1): number {
  graphemes ??= new Intl.Segmenter('fr', { granularity: 'grapheme' });
  const from = Math.max(0, offset - window);
  const part = text.slice(from, offset + window);
  const found = graphemes.segment(part).containing(offset - from);
  if (!found || found.index === offset - from) return offset;
  return from + found.index + (direction > 0 ? found.segment.length : 0);
}
