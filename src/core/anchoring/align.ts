/** Where a pattern's units went in a text window, and what that cost. */
export interface Alignment {
  /** For each boundary 0 … pattern length: the boundary in the window that it fell on. */
  readonly boundaries: Int32Array;
  /** For each boundary: the cost of everything before it. */
  readonly costs: Int32Array;
}

const enum Move {
  Start = 0,
  Both = 1,
  /** A unit of the pattern that the text lacks. */
  Pattern = 2,
  /** A unit of the text that the pattern lacks. */
  Text = 3,
}

const unreachable = 1 << 28;

/**
 * The cheapest way to find the whole pattern somewhere in the window (unit costs; the text before and after it is free),
 * following diagonals 0 … `band` only: unit i of the pattern is looked for at i … i + band of the window. Time and memory are
 * pattern length × band.
 */
export function align(pattern: string, window: string, band: number): Alignment {
  const width = band + 1;
  const rows = pattern.length + 1;
  const moves = new Uint8Array(rows * width);
  let previous = new Int32Array(width);
  let current = new Int32Array(width);
  for (let d = 0; d < width; d++) if (d > window.length) previous[d] = unreachable;
  for (let i = 1; i < rows; i++) {
    const unit = pattern.charCodeAt(i - 1);
    for (let d = 0; d < width; d++) {
      const j = i + d;
      if (j > window.length) {
        current[d] = unreachable;
        continue;
      }
      let best = (previous[d] as number) + (window.charCodeAt(j - 1) === unit ? 0 : 1);
      let move = Move.Both;
      if (d + 1 < width && (previous[d + 1] as number) + 1 < best) {
        best = (previous[d + 1] as number) + 1;
        move = Move.Pattern;
      }
      if (d > 0 && (current[d - 1] as number) + 1 < best) {
        best = (current[d - 1] as number) + 1;
        move = Move.Text;
      }
      current[d] = best;
      moves[i * width + d] = move;
    }
    [previous, current] = [current, previous];
  }
  return traced(pattern, window, moves, width, cheapest(previous));
}

function cheapest(costs: Int32Array): number {
  let best = 0;
  for (let d = 1; d < costs.length; d++) if ((costs[d] as number) < (costs[best] as number)) best = d;
  return best;
}

function traced(pattern: string, window: string, moves: Uint8Array, width: number, last: number): Alignment {
  const boundaries = new Int32Array(pattern.length + 1);
  const steps = new Int32Array(pattern.length + 1);
  let i = pattern.length;
  let d = last;
  boundaries[i] = Math.min(i + d, window.length);
  while (i > 0) {
    const move = moves[i * width + d] as Move;
    if (move === Move.Text) {
      steps[i] = (steps[i] as number) + 1;
      d--;
      continue;
    }
    if (move === Move.Pattern) d++;
    const same = move === Move.Both && pattern.charCodeAt(i - 1) === window.charCodeAt(i + d - 1);
    steps[i] = (steps[i] as number) + (same ? 0 : 1);
    i--;
    boundaries[i] = i + d;
  }
  const costs = new Int32Array(pattern.length + 1);
  for (let k = 1; k <= pattern.length; k++) costs[k] = (costs[k - 1] as number) + (steps[k] as number);
  return { boundaries, costs };
}
