import type { QuotedWord } from './quoted';
import { type ComparedWord, isSameWord } from './words';

/** How words of a quotation and of its source stand to each other, in order. */
export type Step =
  /** The same word; indices into the quotation's and the source's words. */
  | { readonly kind: 'same'; readonly quoted: number; readonly source: number }
  | { readonly kind: 'changed'; readonly quoted: number; readonly source: number }
  /** Only in the quotation. */
  | { readonly kind: 'added'; readonly quoted: number }
  /** Only in the source; `marked` where the quotation says that something is missing, `filler` for a hesitation. */
  | { readonly kind: 'omitted'; readonly source: number; readonly as: 'unmarked' | 'marked' | 'filler' };

export interface Alignment {
  readonly steps: readonly Step[];
  readonly cost: number;
}

const costs = { changed: 1, like: 0.7, added: 1, omitted: 0.9, filler: 0.02, marked: 0.003 };

/**
 * The cheapest way to lay a quotation's words along those of a stretch of the source: from its first to its last word that the
 * quotation has, what stands around it costs nothing. Costs the product of both lengths.
 *
 * @param from first word of the stretch, `to` one past its last: indices into the source's words
 */
export function align(
  quoted: readonly QuotedWord[],
  source: readonly ComparedWord[],
  from: number,
  to: number,
): Alignment {
  const width = to - from + 1;
  const best = new Float64Array((quoted.length + 1) * width);
  const moves = new Uint8Array(best.length);
  for (let q = 1; q <= quoted.length; q++) {
    for (let s = 0; s < width; s++) {
      const at = q * width + s;
      best[at] = (best[at - width] as number) + costs.added;
      moves[at] = Move.Added;
      if (s === 0) continue;
      const [a, b] = [quoted[q - 1] as QuotedWord, source[from + s - 1] as ComparedWord];
      const same = isSameWord(a, b);
      const diagonal =
        (best[at - width - 1] as number) + (same ? 0 : isLike(a, b) ? costs.like : costs.changed);
      if (diagonal <= (best[at] as number)) take(best, moves, at, diagonal, same ? Move.Same : Move.Changed);
      if (q === quoted.length) continue;
      const omitted = (best[at - 1] as number) + omission(quoted[q] as QuotedWord, b);
      if (omitted < (best[at] as number)) take(best, moves, at, omitted, Move.Omitted);
    }
  }
  return traced(quoted, source, from, width, best, moves);
}

const enum Move {
  None = 0,
  Added = 1,
  Same = 2,
  Changed = 3,
  Omitted = 4,
}

function take(best: Float64Array, moves: Uint8Array, at: number, cost: number, move: Move): void {
  best[at] = cost;
  moves[at] = move;
}

/** What it costs that a word of the source is missing before the word `next` of the quotation. */
function omission(next: QuotedWord, { isFiller }: ComparedWord): number {
  return next.afterGap ? costs.marked : isFiller ? costs.filler : costs.omitted;
}

function traced(
  quoted: readonly QuotedWord[],
  source: readonly ComparedWord[],
  from: number,
  width: number,
  best: Float64Array,
  moves: Uint8Array,
): Alignment {
  const row = quoted.length * width;
  let s = 0;
  for (let k = 1; k < width; k++) if ((best[row + k] as number) < (best[row + s] as number)) s = k;
  const cost = best[row + s] as number;
  const steps: Step[] = [];
  for (let q = quoted.length; q > 0;) {
    const move = moves[q * width + s] as Move;
    const place = from + s - 1;
    if (move === Move.Added) steps.push({ kind: 'added', quoted: q - 1 });
    else if (move === Move.Omitted)
      steps.push({ kind: 'omitted', source: place, as: reasonOf(quoted[q] as QuotedWord, source[place]) });
    else steps.push({ kind: move === Move.Same ? 'same' : 'changed', quoted: q - 1, source: place });
    if (move !== Move.Omitted) q--;
    if (move !== Move.Added) s--;
  }
  return { steps: steps.reverse(), cost };
}

function reasonOf(next: QuotedWord, word: ComparedWord | undefined): 'unmarked' | 'marked' | 'filler' {
  return next.afterGap ? 'marked' : word?.isFiller ? 'filler' : 'unmarked';
}

/** Words that begin alike are rather one word changed than two words. */
function isLike(a: ComparedWord, b: ComparedWord): boolean {
  const shorter = Math.min(a.key.length, b.key.length);
  const least = Math.max(2, Math.ceil(shorter * 0.5));
  return shorter >= least && a.key.slice(0, least) === b.key.slice(0, least);
}
