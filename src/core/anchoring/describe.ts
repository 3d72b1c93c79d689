import type { QuoteSelector } from '../annotation/record';
import { CharClass, classAt } from '../text/characters';
import { type FoldedText, foldSpan, foldText } from '../text/foldedText';
import { span, type Span } from '../util/span';
import { findAll } from './findAll';

export interface DescribeOptions {
  /** Shortest context on each side where the text has as much, in UTF-16 code units. */
  readonly shortest?: number;
  /** Up to this length, each side grows until the words with that side alone stand in one place only. */
  readonly longestSide?: number;
  /** Up to this length, both grow until the words with both stand in one place only. */
  readonly longest?: number;
}

const usual: Required<DescribeOptions> = { shortest: 16, longestSide: 120, longest: 1024 };

/** One description: see `describeAll`. */
export function describe(text: string, at: Span, options: DescribeOptions = {}): QuoteSelector {
  return describeAll(text, [at], options)[0] as QuoteSelector;
}

/**
 * The W3C TextQuoteSelectors of stretches of a text: their words with as much context as it takes to be the only such place as
 * texts are compared (`foldText`), in whole words, never ending inside a grapheme, line ends as `\n`. Where that is to be had,
 * either side alone is enough, so that an edit on one side leaves the place certain. A side without text has no context. All at
 * once, because each round of growing costs one pass over the text.
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
  const { shortest, longestSide, longest } = { ...usual, ...options };
  const contexts: Context[] = spans.map((at) => ({
    at,
    before: shortest,
    after: shortest,
    ...around(text, at, shortest, shortest),
  }));
  grow(text, folded, contexts, longestSide, ({ at, start }) => span(start, at.end), 'before');
  grow(text, folded, contexts, longestSide, ({ at, end }) => span(at.start, end), 'after');
  grow(text, folded, contexts, longest, ({ start, end }) => span(start, end), 'before', 'after');
  return contexts.map((context) => selectorFrom(text, context.at, context));
}

/** A stretch with its context from `start` to `end`, and the least lengths that were asked for. */
interface Context extends Span {
  readonly at: Span;
  before: number;
  after: number;
  start: number;
  end: number;
}

/** Lengthens the given sides of those whose `part` stands in several places, until it is the only one or as long as allowed. */
function grow(
  text: string,
  folded: FoldedText,
  contexts: readonly Context[],
  longest: number,
  part: (context: Context) => Span,
  ...sides: readonly ('before' | 'after')[]
): void {
  let open = contexts;
  while (open.length > 0) {
    const needles = open.map((context) => {
      const at = foldSpan(folded, part(context));
      return folded.folded.slice(at.start, at.end);
    });
    const places = findAll(folded.folded, needles, 2);
    open = open.filter(
      (context, i) => (places[i] as readonly number[]).length > 1 && lengthen(text, context, longest, sides),
    );
  }
}

/** False when nothing is to be had on these sides. */
function lengthen(
  text: string,
  context: Context,
  longest: number,
  sides: readonly ('before' | 'after')[],
): boolean {
  const { start, end } = context;
  for (const side of sides) context[side] = Math.min(Math.ceil(context[side] * 1.5), longest);
  Object.assign(context, around(text, context.at, context.before, context.after));
  const longer = start !== context.start || end !== context.end;
  return longer || sides.some((side) => context[side] < longest && hasMore(text, context, side));
}

function hasMore(text: string, context: Context, side: 'before' | 'after'): boolean {
  return side === 'before' ? context.start > 0 : context.end < text.length;
}

/** The stretch with at least so much context on each side, where there is text. */
function around(text: string, at: Span, before: number, after: number): Span {
  return span(wordStart(text, at.start - before), wordEnd(text, at.end + after));
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
