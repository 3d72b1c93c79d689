import { inSteps, type Steps } from '../util/steps';
import type { Pattern } from './pattern';
import { HashFilter, hashAt, scanHashes } from './rollingHash';

/** Length of the pieces of a pattern that must stand unchanged for it to be found approximately. */
const seedLength = 8;
/** Pieces that are in more patterns, or at more places, than this tell nothing. */
const mostOwners = 48;
const mostHits = 32;
const binWidth = 32;
/** Fewer pieces than this are chance. */
const fewestVotes = 3;
const patternsPerStep = 16;
const unitsPerStep = 1 << 11;

/** Offsets at which a pattern could begin, best first, with the number of its pieces that say so. */
export interface Seed {
  readonly start: number;
  readonly votes: number;
}

/**
 * Where in the text changed patterns could be: each piece of eight units that a pattern and the text share votes for the place
 * where the pattern would begin. One pass over the patterns and one over the text.
 */
export function* seedsOf(
  text: string,
  patterns: readonly Pattern[],
  most: number,
): Steps<readonly (readonly Seed[])[]> {
  const { owners, filter } = yield* ownersOf(patterns);
  const votes: Map<number, Bin>[] = patterns.map(() => new Map());
  const visit = (hash: number, at: number): void => {
    const piece = owners.get(hash);
    if (!piece || piece.patterns.length > mostOwners || piece.hits++ >= mostHits) return;
    for (let k = 0; k < piece.patterns.length; k++)
      vote(votes[piece.patterns[k] as number] as Map<number, Bin>, at - (piece.offsets[k] as number));
  };
  yield* scanHashes(text, seedLength, filter, visit, unitsPerStep);
  return yield* inSteps(votes, (bins) => bestOf(bins, most), patternsPerStep);
}

/** Votes for starts that lie close together. */
interface Bin {
  count: number;
  sum: number;
}

function vote(bins: Map<number, Bin>, start: number): void {
  const known = bins.get(Math.floor(start / binWidth));
  if (known) {
    known.count++;
    known.sum += start;
  } else bins.set(Math.floor(start / binWidth), { count: 1, sum: start });
}

interface Piece {
  readonly patterns: number[];
  readonly offsets: number[];
  hits: number;
}

/** Hashes of pieces to what they are pieces of: that two pieces share a hash is rare, and a wrong vote does no harm. */
function* ownersOf(
  patterns: readonly Pattern[],
): Steps<{ readonly owners: ReadonlyMap<number, Piece>; readonly filter: HashFilter }> {
  const owners = new Map<number, Piece>();
  const filter = new HashFilter();
  for (const [index, { whole }] of patterns.entries()) {
    addPieces(owners, filter, whole, index);
    if (index % patternsPerStep === patternsPerStep - 1) yield;
  }
  return { owners, filter };
}

function addPieces(owners: Map<number, Piece>, filter: HashFilter, whole: string, index: number): void {
  for (let offset = 0; offset + seedLength <= whole.length; offset++) {
    const hash = hashAt(whole, offset, seedLength);
    const known = owners.get(hash);
    if (!known) {
      filter.add(hash);
      owners.set(hash, { patterns: [index], offsets: [offset], hits: 0 });
    } else if (known.patterns.length <= mostOwners) {
      known.patterns.push(index);
      known.offsets.push(offset);
    }
  }
}

/** The bins with most votes; the votes of a bin's neighbours count, and a neighbour of a better bin is not told again. */
function bestOf(bins: ReadonlyMap<number, Bin>, most: number): readonly Seed[] {
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
    if (best.length === most || seed.votes < fewestVotes) break;
    if (best.every(({ bin }) => Math.abs(bin - seed.bin) > 1)) best.push(seed);
  }
  return best.map(({ start, votes }) => ({ start, votes }));
}
