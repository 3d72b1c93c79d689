import type { Network } from './network';

/** Adds a word vector's projection for a slot to `sums`, one number a hidden unit. */
export function projectInto(sums: Float64Array, network: Network, slot: number, row: number): void {
  const { hidden, dimensions, vectors, projections } = network;
  const end = (row + 1) * dimensions;
  // Four units at a time: their sums do not wait for each other.
  for (let k = 0; k < hidden; k += 4) {
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    let p = (slot * hidden + k) * dimensions;
    for (let d = row * dimensions; d < end; d++, p++) {
      const value = vectors[d] as number;
      first += (projections[p] as number) * value;
      second += (projections[p + dimensions] as number) * value;
      third += (projections[p + 2 * dimensions] as number) * value;
      fourth += (projections[p + 3 * dimensions] as number) * value;
    }
    sums[k]! += first;
    sums[k + 1]! += second;
    sums[k + 2]! += third;
    sums[k + 3]! += fourth;
  }
}
