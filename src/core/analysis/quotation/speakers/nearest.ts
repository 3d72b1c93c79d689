import type { Gender } from '../gender';
import type { Appearance, Cast } from './cast';

/** Where the entity was last named before the question, and first behind it. */
export interface Nearest {
  readonly before?: Appearance;
  /** Rank among all named before, 0 for the last named. */
  readonly rank: number;
  /** The same among entities of its type, and among persons of the gender in question. */
  readonly typeRank: number;
  readonly fitRank?: number;
  readonly after?: Appearance;
  readonly count: number;
}
/** The last appearances before an offset, by entity, nearest first, and the first ones behind it; a bounded look both ways. */
export function nearestAppearances(
  cast: Cast,
  at: number,
  gender: Gender | undefined,
): ReadonlyMap<string, Nearest> {
  const { appearances } = cast;
  const middle = firstFrom(appearances, at);
  const found = new Map<string, Found>();
  for (let i = middle - 1; i >= 0 && i >= middle - longestLook; i--) {
    const appearance = appearances[i] as Appearance;
    const known = found.get(appearance.entity);
    if (known) known.count++;
    else found.set(appearance.entity, { before: appearance, rank: found.size, typeRank: 9, count: 1 });
  }
  for (let i = middle; i < appearances.length && i < middle + 6; i++) {
    const appearance = appearances[i] as Appearance;
    const known = found.get(appearance.entity);
    if (!known) found.set(appearance.entity, { after: appearance, rank: 9, typeRank: 9, count: 1 });
    else known.after ??= appearance;
  }
  return ranked(found, cast, gender);
}

type Found = {
  before?: Appearance;
  rank: number;
  typeRank: number;
  fitRank?: number;
  after?: Appearance;
  count: number;
};

/** Ranks within the type and the gender, in the order of the last naming. */
function ranked(found: Map<string, Found>, cast: Cast, gender: Gender | undefined): Map<string, Found> {
  const seen = new Map<string, number>();
  let fitting = 0;
  for (const [key, item] of found) {
    if (!item.before) continue;
    const type = cast.entities.get(key)?.type ?? '';
    item.typeRank = seen.get(type) ?? 0;
    seen.set(type, item.typeRank + 1);
    const own = cast.genderOf(key);
    if (type === 'person' && (gender === undefined || own === undefined || own === gender))
      item.fitRank = fitting++;
  }
  return found;
}

/** Names looked back over: more than any article holds between a person's name and her role. */
const longestLook = 80;

/** Index of the first appearance at or behind an offset. */
export function firstFrom(appearances: readonly Appearance[], at: number): number {
  let low = 0;
  let high = appearances.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((appearances[middle] as Appearance).at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
