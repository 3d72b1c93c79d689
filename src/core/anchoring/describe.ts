import type { QuoteSelector } from '../annotation/record';
import { CharClass, classAt } from '../text/characters';
import { type FoldedText, foldSpan, foldText } from '../text/foldedText';
import { span, type Span } from '../util/span';

export interface DescribeOptions {
  /** Shortest context on each side where the text has as much, in UTF-16 code units. */
  readonly shortest?: number;
  /** Longest context on each side, even when the words stay ambiguous with it. */
  readonly longest?: number;
}

/** Describes places of one text. Making it costs one pass over the text; each description a search for its words. */
export interface Describer {
  /** Words and context by which the stretch is found again: see `describe`. */
  describe(at: Span): QuoteSelector;
}

/**
 * The W3C TextQuoteSelector of a stretch of text: its words with as much context as it takes to be the only such place as texts
 * are compared (`foldText`), at least `shortest` on each side, in whole words, never ending inside a grapheme, line ends as
 * `\n`. A side without text has no context.
 */
export function describe(text: string, at: Span, options: DescribeOptions = {}): QuoteSelector {
  return createDescriber(text, options).describe(at);
}

export function createDescriber(text: string, options: DescribeOptions = {}): Describer {
  const { shortest = 16, longest = 1024 } = options;
  let folded: FoldedText | undefined;
  return {
    describe: (at) => {
      folded ??= foldText(text);
      let length = shortest;
      let context = contextOf(text, at, length);
      while (length < longest && !isUnique(folded, context) && !isWhole(text, context)) {
        length = Math.min(Math.ceil(length * 1.5), longest);
        context = contextOf(text, at, length);
      }
      return selectorFrom(text, at, context);
    },
  };
}

/** The stretch with its context on both sides, each at least `length` long where there is text. */
function contextOf(text: string, at: Span, length: number): Span {
  return span(wordStart(text, at.start - length), wordEnd(text, at.end + length));
}

function isWhole(text: string, context: Span): boolean {
  return context.start === 0 && context.end === text.length;
}

function isUnique(text: FoldedText, context: Span): boolean {
  const at = foldSpan(text, context);
  const words = text.folded.slice(at.start, at.end);
  const first = text.folded.indexOf(words);
  return first === at.start && text.folded.indexOf(words, first + 1) < 0;
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
