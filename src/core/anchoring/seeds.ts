import type { Pattern } from './pattern';

/** Length of the pieces of a pattern that must stand unchanged for it to be found approximately. */
const seedLength = 8;
/** Pieces that are in more patterns, or at more places, than this tell nothing. */
const mostOwners = 48;
const mostHits = 32;
const binWidth = 32;

/** Offsets at which a pattern could begin, best first, with the number of its pieces that say so. */
export interface Seed {
  readonly start: number;
  readonly votes: number;
}

/**
 * Where in the text changed patterns could be: each piece of eight units that a pattern and the text share votes for the place
 * where the pattern would begin. One pass over the patterns and one over the text.
 */
export function seedsOf(
  text: string,
  patterns: readonly Pattern[],
  most: number,
): readonly (readonly Seed[])[] {
  const owners = ownersOf(patterns);
  const votes: Map<number, { count: number; sum: number }>[] = patterns.map(() => new Map());
  for (let at = 0; at + seedLength <= text.length; at++) {
    const piece = owners.get(text.slice(at, at + seedLength));
    if (!piece || piece.hits++ >= mostHits) continue;
    for (let k = 0; k < piece.patterns.length; k++) {
      const start = at - (piece.offsets[k] as number);
      const bins = votes[piece.patterns[k] as number] as Map<number, { count: number; sum: number }>;
      const bin = Math.floor(start / binWidth);
      const known = bins.get(bin);
      if (known) {
        known.count++;
        known.sum += start;
      } else bins.set(bin, { count: 1, sum: start });
    }
  }
  return votes.map((bins) => bestOf(bins, most));
}

interface Piece {
  readonly patterns: number[];
  readonly offsets: number[];
  hits: number;
}

function ownersOf(patterns: readonly Pattern[]): Map<string, Piece> {
  const owners = new Map<string, Piece>();
  for (const [index, { whole }] of patterns.entries()) {
    for (let offset = 0; offset + seedLength <= whole.length; offset++) {
      const text = whole.slice(offset, offset + seedLength);
      const piece = owners.get(text) ?? { patterns: [], offsets: [], hits: 0 };
      if (piece.patterns.length === 0) owners.set(text, piece);
      if (piece.patterns.length > mostOwners) continue;
      piece.patterns.push(index);
      piece.offsets.push(offset);
    }
  }
  for (const [text, piece] of owners) if (piece.patterns.length > mostOwners) owners.delete(text);
  return owners;
}

/** The bins with most votes; the votes of a bin's neighbours count, and a neighbour of a better bin is not told again. */
function bestOf(bins: ReadonlyMap<number, { count: number; sum: number }>, most: number): readonly Seed[] {
  const around = (bin: number) => (bins.get(bin - 1)?.count ?? 0) + (bins.get(bin + 1)?.count ?? 0);
  const ranked = [...bins]
    .map(([bin, { count, sum }]) => ({
      bin,
      votes: count + around(bin),
      own: count,
      start: Math.round(sum / count),
    }))
    .sort((a, b) => b.votes - a.votes || b.own - a.own || a.bin - b.bin);
  const best: typeof ranked = [];
  for (const seed of ranked) {
    if (best.length === most) break;
    if (best.every(({ bin }) => Math.abs(bin - seed.bin) > 1)) best.push(seed);
  }
  return best.map(({ start, votes }) => ({ start, votes }));
}
