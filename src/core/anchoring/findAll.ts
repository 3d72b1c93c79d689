import { HashFilter, hashAt, scanHashes } from './rollingHash';

/** Lengths of the windows that are hashed; a needle goes to the longest one that fits into it. */
const windows = [16, 8, 4, 2, 1];

/** More places than this of one needle are not told, unless the caller says otherwise. */
const mostPlaces = 512;

/**
 * The offsets at which each needle stands in the text, ascending; empty needles stand nowhere. Looks for all at once (Karp and
 * Rabin's rolling hash, every hit compared): linear in the text, the needles and the hits.
 */
export function findAll(
  text: string,
  needles: readonly string[],
  most = mostPlaces,
): readonly (readonly number[])[] {
  const places: number[][] = needles.map(() => []);
  for (const [i, length] of windows.entries()) {
    const longer = windows[i - 1] ?? Infinity;
    const group = new Map<string, number[]>();
    for (const [index, needle] of needles.entries())
      if (needle.length >= length && needle.length < longer)
        group.set(needle, [...(group.get(needle) ?? []), index]);
    if (group.size > 0)
      scan(text, [...group.keys()], length, (needle, at) => {
        for (const index of group.get(needle) as number[]) {
          const found = places[index] as number[];
          if (found.length < most) found.push(at);
        }
      });
  }
  return places;
}

/** Calls `hit` for each place of each needle; all needles are at least `length` long and differ from each other. */
function scan(
  text: string,
  needles: readonly string[],
  length: number,
  hit: (needle: string, at: number) => void,
): void {
  const known = new Map<number, string[]>();
  const filter = new HashFilter();
  for (const needle of needles) {
    const hash = hashAt(needle, 0, length);
    filter.add(hash);
    const same = known.get(hash);
    if (same) same.push(needle);
    else known.set(hash, [needle]);
  }
  scanHashes(text, length, filter, (hash, at) => {
    for (const needle of known.get(hash) ?? []) if (text.startsWith(needle, at)) hit(needle, at);
  });
}
