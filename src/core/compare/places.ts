import type { QuotedWord } from './quoted';
import type { Source } from './source';

/** A stretch of the source's words in which a quotation may stand. */
export interface Window {
  readonly from: number;
  readonly to: number;
  /** How many of the quotation's words stand there, rare ones counting more. */
  readonly votes: number;
}

/** A word that is more frequent than this in the source tells no place by itself. */
const mostPlaces = 400;

/**
 * The most promising stretches for some words, best first, none overlapping by much. Each word votes for the places where it
 * stands, less so the more of them there are. Cost follows the votes, not the length of the source.
 */
export function promisingWindows(
  quoted: readonly QuotedWord[],
  source: Source,
  most: number,
): readonly Window[] {
  const size = Math.max(16, quoted.length);
  const votes = new Map<number, number>();
  for (const { index, places } of tellingWords(quoted, source)) {
    const weight = 1 / Math.sqrt(places.length);
    for (const place of places) {
      // Neighbouring buckets too, so that a border between two parts no quotation.
      const bucket = Math.floor((place - index) / size);
      for (const each of [bucket - 1, bucket, bucket + 1])
        votes.set(each, (votes.get(each) ?? 0) + (each === bucket ? weight : weight / 2));
    }
  }
  const chosen: Window[] = [];
  for (const [bucket, sum] of [...votes].sort(([a, x], [b, y]) => y - x || a - b)) {
    if (chosen.length === most) break;
    const start = bucket * size;
    if (chosen.some(({ from }) => Math.abs(from - (start - size)) < size * 1.5)) continue;
    chosen.push({
      from: Math.max(0, start - size),
      to: Math.min(source.words.length, start + quoted.length + 3 * size),
      votes: sum,
    });
  }
  return chosen;
}

interface TellingWord {
  readonly index: number;
  readonly places: readonly number[];
}

/** The words that are rare enough to tell a place; of words that are all frequent the rarest. */
function tellingWords(quoted: readonly QuotedWord[], source: Source): readonly TellingWord[] {
  const known = quoted.flatMap(({ key, accented }, index): readonly TellingWord[] => {
    const places = source.places.get(key) ?? source.places.get(accented ?? key);
    return places ? [{ index, places }] : [];
  });
  const rare = known.filter(({ places }) => places.length <= mostPlaces);
  return rare.length > 0 ? rare : known.toSorted((a, b) => a.places.length - b.places.length).slice(0, 1);
}
