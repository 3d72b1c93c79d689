import type { Steps } from '../util/steps';
import { HashFilter, hashAt, scanHashes } from './rollingHash';

/** Lengths of the windows that are hashed; a needle goes to the longest one that fits into it. */
const windows = [16, 8, 4, 2, 1];

/** More places than this of one needle are not told, unless the caller says otherwise. */
const mostPlaces = 512;
const needlesPerStep = 1024;

/**
 * The offsets at which each needle stands in the text, ascending; empty needles stand nowhere. Looks for all at once (Karp and
 * Rabin's rolling hash, every hit compared): linear in the text, the needles and the hits.
 */
export function* findAll(
  text: string,
  needles: readonly string[],
  most = mostPlaces,
): Steps<readonly (readonly number[])[]> {
  const groups = windows.map(() => new Map<string, number[]>());
  for (const [index, needle] of needles.entries()) {
    if (needle !== '') addTo(groups[windowOf(needle)] as Map<string, number[]>, needle, index);
    if (index % needlesPerStep === needlesPerStep - 1) yield;
  }
  const places: number[][] = needles.map(() => []);
  for (const [i, group] of groups.entries())
    if (group.size > 0)
      yield* scan(text, [...group.keys()], windows[i] as number, (needle, at) => {
        for (const index of group.get(needle) as number[]) {
          const found = places[index] as number[];
          if (found.length < most) found.push(at);
        }
      });
  return places;
}

function windowOf(needle: string): number {
  return windows.findIndex((length) => needle.length >= length);
}

function addTo(group: Map<string, number[]>, needle: string, index: number): void {
  const same = group.get(needle);
  if (same) same.push(index);
  else group.set(needle, [index]);
}

/** Calls `hit` for each place of each needle; all needles are at least `length` long and differ from each other. */
function* scan(
  text: string,
  needles: readonly string[],
  length: number,
  hit: (needle: string, at: number) => void,
): Steps<void> {
  const known = new Map<number, string[]>();
  const filter = new HashFilter();
  for (const [i, needle] of needles.entries()) {
    const hash = hashAt(needle, 0, length);
    filter.add(hash);
    const same = known.get(hash);
    if (same) same.push(needle);
    else known.set(hash, [needle]);
    if (i % needlesPerStep === needlesPerStep - 1) yield;
  }
  yield* scanHashes(text, length, filter, (hash, at) => {
    for (const needle of known.get(hash) ?? []) if (text.startsWith(needle, at)) hit(needle, at);
  });
}
