import type { ByteReader, ByteWriter } from '../../util/bytes';
import { mix } from './hash';
import { labelCount } from './labels';
import { projectInto } from './projection';
import type { WordProjections } from './wordProjections';
import { entryCount, slotCount, type NetworkInputs } from './networkInputs';

/**
 * A network with one hidden layer that scores the labels of a token beside the chain's weights: what a hidden unit gets is the sum
 * of a projection of each slot's word vector and of the rows of its table; negative sums count as zero.
 */
export interface Network {
  readonly dimensions: number;
  readonly hidden: number;
  /** Word row × dimension. */
  readonly vectors: Int8Array;
  /** Slot × hidden unit × dimension. */
  readonly projections: Float32Array;
  /** Entry × hidden unit, in units of `entryUnit`. */
  readonly entries: Int8Array;
  readonly entryUnit: number;
  readonly hiddenBias: Float32Array;
  /** Label × hidden unit. */
  readonly output: Float32Array;
  readonly outputBias: Float32Array;
}

/** Projected word vectors that are kept, beside those of the nearest words; a power of two. */
const kept = 1 << 15;

/** Computes the network's scores; not to be shared between threads. */
export class NetworkScorer {
  /** Hidden unit × label, so that a unit that gives nothing costs nothing. */
  private readonly output: Float64Array;
  private readonly sums: Float64Array;
  private readonly made: Float64Array;
  /** For each kept projection which one it is, and its values. */
  private readonly keys = new Int32Array(kept).fill(-1);
  private readonly projected: Float32Array;

  constructor(private readonly network: Network) {
    const { hidden, output } = network;
    this.output = Float64Array.from(
      output,
      (_, index) => output[(index % labelCount) * hidden + Math.floor(index / labelCount)] as number,
    );
    this.sums = new Float64Array(hidden);
    this.made = new Float64Array(hidden);
    this.projected = new Float32Array(kept * hidden);
  }

  /**
   * Adds the scores of the token that `inputs` has read to the labels from `at` on. With `words`, `inputs` has read the rest of token
   * `i` only: what the words around it give is taken from there.
   */
  addScores(inputs: NetworkInputs, scores: Float64Array, at: number, words?: WordProjections, i = 0): void {
    const { sums, projected } = this;
    const { hidden, hiddenBias, entries, entryUnit } = this.network;
    sums.fill(0);
    for (let e = 0; e < inputs.count; e++)
      addEntry(sums, entries, (inputs.entries[e] as number) * hidden, hidden);
    for (let k = 0; k < hidden; k++) sums[k] = (sums[k] as number) * entryUnit + (hiddenBias[k] as number);
    for (let slot = 0; slot < slotCount; slot++) {
      const row = inputs.rows[slot] as number;
      if (row >= 0) addProjection(sums, projected, this.project(slot, row), hidden);
    }
    words?.addTo(sums, i);
    this.addOutput(scores, at);
  }

  private addOutput(scores: Float64Array, at: number): void {
    const { sums, output } = this;
    const { hidden, outputBias } = this.network;
    for (let label = 0; label < labelCount; label++) scores[at + label]! += outputBias[label] as number;
    for (let k = 0; k < hidden; k++) {
      const sum = sums[k] as number;
      if (sum <= 0) continue;
      const from = k * labelCount;
      scores[at]! += (output[from] as number) * sum;
      for (let label = 1; label < labelCount; label += 4) {
        scores[at + label]! += (output[from + label] as number) * sum;
        scores[at + label + 1]! += (output[from + label + 1] as number) * sum;
        scores[at + label + 2]! += (output[from + label + 2] as number) * sum;
        scores[at + label + 3]! += (output[from + label + 3] as number) * sum;
      }
    }
  }

  /**
   * Where in `projected` the projection of a word's vector is, made when it is not there. Each has two places: what is pushed out of
   * the first goes to the second.
   */
  private project(slot: number, row: number): number {
    const { keys, projected } = this;
    const { hidden } = this.network;
    const key = row * slotCount + slot;
    const place = mix(key) & (kept - 1);
    if (keys[place] === key) return place * hidden;
    const second = place ^ 1;
    if (keys[second] === key) return second * hidden;
    keys[second] = keys[place] as number;
    projected.copyWithin(second * hidden, place * hidden, (place + 1) * hidden);
    keys[place] = key;
    this.made.fill(0);
    projectInto(this.made, this.network, slot, row);
    projected.set(this.made, place * hidden);
    return place * hidden;
  }
}

/** Four at a time: `hidden` is a multiple of four. Its twin is for another kind of array: one function for both would be slow. */
function addEntry(sums: Float64Array, table: Int8Array, from: number, hidden: number): void {
  for (let k = 0; k < hidden; k += 4) {
    const at = from + k;
    sums[k]! += table[at] as number;
    sums[k + 1]! += table[at + 1] as number;
    sums[k + 2]! += table[at + 2] as number;
    sums[k + 3]! += table[at + 3] as number;
  }
}

function addProjection(sums: Float64Array, table: Float32Array, from: number, hidden: number): void {
  for (let k = 0; k < hidden; k += 4) {
    const at = from + k;
    sums[k]! += table[at] as number;
    sums[k + 1]! += table[at + 1] as number;
    sums[k + 2]! += table[at + 2] as number;
    sums[k + 3]! += table[at + 3] as number;
  }
}

export function writeNetwork(out: ByteWriter, network: Network): void {
  const { dimensions, hidden, vectors, entries } = network;
  out.varint(dimensions);
  out.varint(hidden);
  out.varint(vectors.length / dimensions);
  out.put(bytesOf(vectors));
  out.put(bytesOf(entries));
  out.f32(network.entryUnit);
  for (const values of [network.projections, network.hiddenBias, network.output, network.outputBias])
    for (const value of values) out.f32(value);
}

export function readNetwork(input: ByteReader): Network {
  const dimensions = input.count();
  const hidden = input.count();
  const rows = input.count();
  const vectors = new Int8Array(input.take(rows * dimensions));
  const entries = new Int8Array(input.take(entryCount * hidden));
  const entryUnit = input.f32();
  const floats = (length: number) => Float32Array.from({ length }, () => input.f32());
  return {
    dimensions,
    hidden,
    vectors,
    entries,
    entryUnit,
    projections: floats(slotCount * hidden * dimensions),
    hiddenBias: floats(hidden),
    output: floats(labelCount * hidden),
    outputBias: floats(labelCount),
  };
}

function bytesOf(values: Int8Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.length);
}
