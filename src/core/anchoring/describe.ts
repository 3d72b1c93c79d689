import type { QuoteSelector } from '../annotation/record';
import { CharClass, classAt } from '../text/characters';
import { type FoldedText, foldInSteps, foldSpan, foldText } from '../text/foldedText';
import { span, spanLength, type Span } from '../util/span';
import { inSteps, runSteps, type Steps } from '../util/steps';
import { findAll } from './findAll';
import { compareContext, unitsAfter, unitsBefore } from './likeness';
import { isTelling, longestTelling, onceLength, tellingLength, toldOnce } from './telling';

/** A side of the context has so many UTF-16 units, where the text has as much. */
const usualSide = 24;
/** Up to this, each side grows until the words with that side alone stand in one place only. */
const longestSide = 48;
/** Up to this, both grow until the words with both stand in one place only. */
const longest = 1024;

/** One description: see `describeAll`. */
export function describe(text: string, at: Span): QuoteSelector {
  return describeAll(text, [at])[0] as QuoteSelector;
}

/**
 * The W3C TextQuoteSelectors of stretches of a text: their words with as much context as it takes to be the only such place as
 * texts are compared (`foldText`), in whole words, never ending inside a grapheme, line ends as `\n`. A side with
 * `tellingLength` or more tells the place by itself: wherever else the words stand, what stands beside them on their line is
 * quite unlike, so that an edit on the other side leaves the place certain. A side that cannot do so is kept shorter, or is longer
 * than `longestTelling`. Where both are shorter than `onceLength`, the words stand nowhere else in the text. A side without text
 * has no context. All at once, because each round of growing costs one pass over the text.
 */
export function describeAll(text: string, spans: readonly Span[]): readonly QuoteSelector[] {
  return runSteps(describeInSteps(text, spans));
}

/** The same with pauses. */
export function* describeInSteps(text: string, spans: readonly Span[]): Steps<readonly QuoteSelector[]> {
  return yield* describeIn(text, yield* foldInSteps(text), spans);
}

/** Describes places of one text one after the other, folding it once, when it is first asked. */
export interface Describer {
  describe(at: Span): QuoteSelector;
}

export function createDescriber(text: string): Describer {
  let folded: FoldedText | undefined;
  return {
    describe: (at) => runSteps(describeIn(text, (folded ??= foldText(text)), [at]))[0] as QuoteSelector,
  };
}

function* describeIn(
  text: string,
  folded: FoldedText,
  spans: readonly Span[],
): Steps<readonly QuoteSelector[]> {
  const isAmbiguous = ambiguity(folded);
  const twins = yield* lookAlikes(folded, spans);
  const edges: (readonly number[])[] = [];
  for (const side of [sideBefore(text), sideAfter(text)])
    edges.push(
      yield* grow(
        spans.map((at, i) => side.first(at, twins.isOnce(i))),
        (open) =>
          inSteps(open, ([i, edge]) => twins.has(i, side.telling(spans[i] as Span, edge), side.outwards)),
        (i, edge) => side.longer(spans[i] as Span, edge),
        (i) => side.brief(spans[i] as Span),
      ),
    );
  const [starts, ends] = edges as [readonly number[], readonly number[]];
  const wholes = yield* grow(
    spans.map((_, i) => span(starts[i] as number, ends[i] as number)),
    (open) => isAmbiguous(open.map(([, whole]) => whole)),
    (i, whole) => longerWhole(text, spans[i] as Span, whole),
    (_, whole) => whole,
  );
  return yield* inSteps(spans, (at, i) => {
    const whole = wholes[i] as Span;
    return selectorFrom(text, at, twins.isOnce(i) ? whole : ofMany(text, at, whole));
  });
}

/** Makes one side so long that nothing looks as if it said that the words stand only once; in a text too short for that, both brief. */
function ofMany(text: string, at: Span, whole: Span): Span {
  const { prefix = '', suffix = '' } = selectorFrom(text, at, whole);
  if (!toldOnce(prefix.length, suffix.length)) return whole;
  const end = wordEnd(text, at.end + onceLength + spared);
  if (isTelling(suffix.length) && end - at.end >= onceLength + spared) return span(whole.start, end);
  const start = wordStart(text, at.start - onceLength - spared);
  if (isTelling(prefix.length) && at.start - start >= onceLength + spared) return span(start, whole.end);
  return span(briefStart(text, at.start), briefEnd(text, at.end));
}

/** Line ends may take less room where the selector is kept. */
const spared = 4;

/** From this likeness on another place is too much like the described one for a side of the context to tell them apart. */
const tooAlike = 0.5;
const mostLookAlikes = 256;
/** A side with less on the line of the words cannot tell them from others. */
const leastTelling = 8;

interface LookAlikes {
  /** Whether the words of stretch `index` stand nowhere else. */
  isOnce(index: number): boolean;
  /** Whether the words of stretch `index` stand elsewhere with a side of context that is much like this one. */
  has(index: number, telling: Span, outwards: -1 | 1): boolean;
}

function* lookAlikes(folded: FoldedText, spans: readonly Span[]): Steps<LookAlikes> {
  const text = folded.folded;
  const words = spans.map((at) => foldSpan(folded, at));
  const places = yield* findAll(
    text,
    words.map(({ start, end }) => text.slice(start, end)),
    mostLookAlikes,
  );
  return {
    isOnce: (index) => (places[index] as readonly number[]).length <= 1,
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
  first(at: Span, once: boolean): number;
  /** The words with that part of the side that tells of their place: what stands on the same line. */
  telling(at: Span, edge: number): Span;
  longer(at: Span, edge: number): number | undefined;
  /** What the side becomes when it cannot tell: too short to be taken for one that can. */
  brief(at: Span): number;
}

function sideBefore(text: string): Side {
  const first = ({ start }: Span, once: boolean) =>
    once ? onceStart(text, start) : wordStart(text, start - usualSide);
  const line = ({ start }: Span) => {
    let at = start;
    while (at > 0 && start - at <= longestSide * 2 && !isLineEnd(text, at - 1)) at--;
    return at;
  };
  return {
    outwards: -1,
    first,
    telling: (at, edge) => span(Math.max(edge, line(at)), at.end),
    longer: (at, edge) => (edge <= line(at) ? undefined : longerStart(text, at.start, edge)),
    brief: (at) => briefStart(text, at.start),
  };
}

function sideAfter(text: string): Side {
  const first = ({ end }: Span, once: boolean) =>
    once ? onceEnd(text, end) : wordEnd(text, end + usualSide);
  const line = ({ end }: Span) => {
    let at = end;
    while (at < text.length && at - end <= longestSide * 2 && !isLineEnd(text, at)) at++;
    return at;
  };
  return {
    outwards: 1,
    first,
    telling: (at, edge) => span(at.start, Math.min(edge, line(at))),
    longer: (at, edge) => (edge >= line(at) ? undefined : longerEnd(text, at.end, edge)),
    brief: (at) => briefEnd(text, at.end),
  };
}

function isLineEnd(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return unit === 10 || unit === 13;
}

/** Which of the stretches stand in the text more than once. */
function ambiguity(folded: FoldedText): (stretches: readonly Span[]) => Steps<readonly boolean[]> {
  return function* (stretches) {
    const needles = stretches.map((at) => {
      const { start, end } = foldSpan(folded, at);
      return folded.folded.slice(start, end);
    });
    const places = yield* findAll(folded.folded, needles, 2);
    return places.map(({ length }) => length > 1);
  };
}

/**
 * Makes values longer, round by round, as long as they are ambiguous and `longer` has something to give; what stays ambiguous
 * becomes what `settle` says.
 */
function* grow<T>(
  values: readonly T[],
  ambiguous: (open: readonly (readonly [index: number, value: T])[]) => Steps<readonly boolean[]>,
  longer: (index: number, value: T) => T | undefined,
  settle: (index: number, value: T) => T,
): Steps<readonly T[]> {
  const grown = [...values];
  let open = grown.map((value, i) => [i, value] as const);
  while (open.length > 0) {
    const still = yield* ambiguous(open);
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

function longerStart(text: string, from: number, start: number): number | undefined {
  if (start === 0 || from - start >= longestSide) return undefined;
  return wordStart(text, from - Math.min(longestSide, Math.ceil((from - start) * growth) + 1));
}

function longerEnd(text: string, from: number, end: number): number | undefined {
  if (end === text.length || end - from >= longestSide) return undefined;
  return wordEnd(text, from + Math.min(longestSide, Math.ceil((end - from) * growth) + 1));
}

/** Both sides at once beyond the length of those that tell; a side that cannot get there stays as it is. */
function longerWhole(text: string, at: Span, whole: Span): Span | undefined {
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
  for (let i = least; i < from; i++) if (isWordStart(text, i)) return i;
  return graphemeBoundary(text, least, 1);
}

function briefEnd(text: string, from: number): number {
  const most = Math.min(text.length, from + tellingLength - 1);
  for (let i = most; i > from; i--) if (isWordEnd(text, i)) return i;
  return graphemeBoundary(text, most, -1);
}

/** About as much as usual in whole words, but less than what words that stand more than once have. */
function onceStart(text: string, from: number): number {
  const least = Math.max(0, from - usualSide);
  for (let i = least; i > from - onceLength; i--) if (i <= 0 || isWordStart(text, i)) return Math.max(0, i);
  for (let i = least; i <= from - tellingLength; i++) if (isWordStart(text, i)) return i;
  return graphemeBoundary(text, least, 1);
}

function onceEnd(text: string, from: number): number {
  const most = Math.min(text.length, from + usualSide);
  for (let i = most; i < from + onceLength; i++)
    if (i >= text.length || isWordEnd(text, i)) return Math.min(text.length, i);
  for (let i = most; i >= from + tellingLength; i--) if (isWordEnd(text, i)) return i;
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
  for (let i = offset; i > limit; i--) if (isWordStart(text, i)) return i;
  return limit === 0 ? 0 : graphemeBoundary(text, offset, -1);
}

/** The nearest end of a word at or after `offset`; the text's length beyond it. */
function wordEnd(text: string, offset: number): number {
  if (offset >= text.length) return text.length;
  const limit = Math.min(text.length, offset + longestWord);
  for (let i = offset; i < limit; i++) if (isWordEnd(text, i)) return i;
  return limit === text.length ? limit : graphemeBoundary(text, offset, 1);
}

function isWordStart(text: string, offset: number): boolean {
  return offset === 0 || (isSpaceAt(text, offset - 1) && !isSpaceAt(text, offset) && parts(text, offset));
}

function isWordEnd(text: string, offset: number): boolean {
  return (
    offset === text.length || (isSpaceAt(text, offset) && !isSpaceAt(text, offset - 1) && parts(text, offset))
  );
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
