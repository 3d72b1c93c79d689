import type { TokenAttributes } from './attributes';
import { KeptRows, reach } from './keptRows';
import type { Network } from './network';
import { projectInto } from './projection';
import type { NetworkInputs } from './networkInputs';

/** What the words around a token, each alone, give the network's hidden units; made once for each word and distance and kept. */
export class WordProjections {
  private readonly kept: KeptRows;
  private readonly values: Float32Array;
  private readonly made: Float64Array;

  constructor(
    private readonly attributes: TokenAttributes,
    private readonly inputs: NetworkInputs,
    private readonly network: Network,
  ) {
    this.kept = new KeptRows(attributes.memory);
    this.values = new Float32Array(KeptRows.count * network.hidden);
    this.made = new Float64Array(network.hidden);
  }

  /** Adds what the words around token `i` give to the hidden units. */
  addTo(sums: Float64Array, i: number): void {
    const { values } = this;
    const { hidden } = this.network;
    for (let distance = -reach; distance <= reach; distance++) {
      const from = this.rowOf(i + distance, distance) * hidden;
      for (let k = 0; k < hidden; k += 4) {
        sums[k]! += values[from + k] as number;
        sums[k + 1]! += values[from + k + 1] as number;
        sums[k + 2]! += values[from + k + 2] as number;
        sums[k + 3]! += values[from + k + 3] as number;
      }
    }
  }

  private rowOf(token: number, distance: number): number {
    const row = this.kept.rowOf(this.attributes.wordAt(token), distance);
    if (this.kept.lacks(row)) this.make(row, token, distance);
    return row;
  }

  private make(row: number, token: number, distance: number): void {
    const { made, inputs, network } = this;
    const { hidden, entries, entryUnit } = network;
    inputs.readWord(token, distance);
    made.fill(0);
    for (let e = 0; e < inputs.count; e++) {
      const from = (inputs.entries[e] as number) * hidden;
      for (let k = 0; k < hidden; k++) made[k]! += entries[from + k] as number;
    }
    for (let k = 0; k < hidden; k++) made[k]! *= entryUnit;
    for (const [slot, word] of inputs.rows.entries()) if (word >= 0) projectInto(made, network, slot, word);
    this.values.set(made, row * hidden);
  }
}
