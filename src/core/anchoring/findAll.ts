/** Lengths of the windows that are hashed; a needle goes to the longest one that fits into it. */
const windows = [16, 8, 4, 2, 1];
const base = 0x01000193;

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
  const table = tableOf(needles, length);
  let top = 1;
  for (let i = 1; i < length; i++) top = Math.imul(top, base);
  let hash = 0;
  for (let i = 0; i < text.length; i++) {
    if (i >= length) hash = (hash - Math.imul(text.charCodeAt(i - length), top)) | 0;
    hash = (Math.imul(hash, base) + text.charCodeAt(i)) | 0;
    if (i + 1 < length) continue;
    const candidates = table.get(hash);
    if (!candidates) continue;
    const at = i + 1 - length;
    for (const needle of candidates) if (text.startsWith(needle, at)) hit(needle, at);
  }
}

interface HashTable {
  get(hash: number): readonly string[] | undefined;
}

/** Hashes to needles, behind a bitmap that turns away most of the text's windows. */
function tableOf(needles: readonly string[], length: number): HashTable {
  const known = new Map<number, string[]>();
  const filter = new Uint8Array(1 << 16);
  for (const needle of needles) {
    const hash = hashOf(needle, length);
    filter[slot(hash)] = 1;
    const same = known.get(hash);
    if (same) same.push(needle);
    else known.set(hash, [needle]);
  }
  return { get: (hash) => (filter[slot(hash)] === 1 ? known.get(hash) : undefined) };
}

function slot(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> 16;
}

function hashOf(text: string, length: number): number {
  let hash = 0;
  for (let i = 0; i < length; i++) hash = (Math.imul(hash, base) + text.charCodeAt(i)) | 0;
  return hash;
}
