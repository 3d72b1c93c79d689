import type { RecognizedName } from '../types';

/**
 * The names that do not overlap and whose probabilities above `threshold` add up to most; in text order. Linear but for sorting:
 * few candidates overlap at a time.
 */
export function chooseNames<T extends RecognizedName>(
  candidates: readonly T[],
  threshold: number,
): readonly T[] {
  const ordered = candidates
    .filter((name) => name.confidence > threshold)
    .toSorted((a, b) => a.span.end - b.span.end || a.span.start - b.span.start);
  // best[k]: the most that the first k candidates can give, by weighted interval scheduling.
  const best = new Float64Array(ordered.length + 1);
  const before = new Int32Array(ordered.length);
  for (const [k, name] of ordered.entries()) {
    let last = k;
    while (last > 0 && (ordered[last - 1] as T).span.end > name.span.start) last--;
    before[k] = last;
    best[k + 1] = Math.max(best[k] as number, (best[last] as number) + name.confidence - threshold);
  }
  const chosen: T[] = [];
  for (let k = ordered.length; k > 0;) {
    if (best[k] === best[k - 1]) k--;
    else {
      chosen.push(ordered[k - 1] as T);
      k = before[k - 1] as number;
    }
  }
  return chosen.reverse();
}
