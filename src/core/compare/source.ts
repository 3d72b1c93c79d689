import type { Span } from '../util/span';
import { type ComparedWord, comparedWords } from './words';

/** What a quotation is compared with: a transcript, a release, a page that was kept. */
export interface Source {
  /** As it is read, markup aside. */
  readonly text: string;
  readonly words: readonly ComparedWord[];
  /** Where the text stands in the file that it was read from; ascending. Absent where text and file are one. */
  readonly origins?: readonly Origin[];
  /** Time codes in the order of the text; absent where there are none. */
  readonly times?: readonly TimeCode[];
  /** Places of each word's key in `words`, ascending. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** A stretch of the text that stands together in the file, from `inText` on and from `inFile` on. */
export interface Origin {
  readonly inText: number;
  readonly inFile: number;
  readonly length: number;
}

/** From `start` on the text was said at `seconds`. */
export interface TimeCode {
  readonly start: number;
  readonly seconds: number;
}

export function createSource(
  text: string,
  parts: { readonly origins?: readonly Origin[]; readonly times?: readonly TimeCode[] } = {},
): Source {
  const words = comparedWords(text);
  const places = new Map<string, number[]>();
  for (const [index, { key, accented }] of words.entries()) {
    add(places, key, index);
    if (accented !== undefined) add(places, accented, index);
  }
  return { text, words, places, ...parts };
}

/** The place in the file of a stretch of the source's text. */
export function inFile({ origins }: Source, { start, end }: Span): Span {
  if (!origins) return { start, end };
  return {
    start: fileOffset(origins, start),
    end: fileOffset(origins, Math.max(start, end - 1)) + (end > start ? 1 : 0),
  };
}

/** When the words at an offset of the source's text were said, in seconds; `undefined` where that is not known. */
export function secondsAt({ times = [] }: Source, offset: number): number | undefined {
  return lastBefore(times, ({ start }) => start, offset)?.seconds;
}

function fileOffset(origins: readonly Origin[], offset: number): number {
  const origin = lastBefore(origins, ({ inText }) => inText, offset);
  return origin ? origin.inFile + Math.min(offset - origin.inText, origin.length) : 0;
}

function lastBefore<T>(items: readonly T[], startOf: (item: T) => number, offset: number): T | undefined {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (startOf(items[middle] as T) <= offset) low = middle + 1;
    else high = middle;
  }
  return items[low - 1];
}

function add(places: Map<string, number[]>, key: string, index: number): void {
  const known = places.get(key);
  if (known) known.push(index);
  else places.set(key, [index]);
}
