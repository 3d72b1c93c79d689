import type { ByteReader, ByteWriter } from '../../util/bytes';
import { transitionCount } from './labels';
import { readKeys, writeKeys, type SortedKeys } from './sortedKeys';

/** The weights of a chain model: for each feature (by its hash) a few labels with a quantised weight each. */
export interface Weights {
  readonly features: SortedKeys;
  /** Where a feature's labels start; one more entry than features. */
  readonly starts: Uint32Array;
  readonly labels: Uint8Array;
  readonly values: Int8Array;
  /** What one unit of `values` is worth. */
  readonly unit: number;
  readonly transitions: Float32Array;
}

/**
 * The weights laid out for speed: an open-addressing table with a feature's hash beside where its weights are, so that a look-up
 * touches one line of the cache. Most features of a token have no weight: a set of bits, small enough to stay in the nearest
 * cache, turns nearly all of these away before the table is touched.
 */
export class WeightTable {
  /** Hash, then the first entry × 32 plus the number of entries; 0 is an empty slot. */
  private readonly slots: Int32Array;
  private readonly mask: number;
  private readonly bits: Int32Array;
  private readonly bitMask: number;
  /** The label in the low five bits, the value in units above: one number to fetch a weight. */
  private readonly entries: Int16Array;
  /** What one of the units that `addUnits` adds is worth. */
  readonly unit: number;

  constructor({ features, starts, labels, values, unit }: Weights) {
    const { keys } = features;
    const size = 1 << Math.ceil(Math.log2(keys.length * 1.25 + 2));
    this.mask = size - 1;
    this.slots = new Int32Array(size * 2);
    this.bits = new Int32Array(Math.max(1, (size * bitsPerSlot) >> 5));
    this.bitMask = this.bits.length - 1;
    this.unit = unit;
    this.entries = new Int16Array(values.length);
    for (let k = 0; k < values.length; k++)
      this.entries[k] = (values[k] as number) * 32 + (labels[k] as number);
    for (let i = 0; i < keys.length; i++) {
      const start = starts[i] as number;
      const count = (starts[i + 1] as number) - start;
      if (count > 0) this.insert((keys[i] as number) | 0, start * 32 + count);
    }
  }

  /** Adds the weights of one feature, in whole units, to the scores of the labels from `at` on. */
  addUnits(feature: number, scores: Float64Array, at: number): void {
    // The low bits choose the slot: the high ones choose the bit.
    if (((this.bits[(feature >>> 13) & this.bitMask] as number) & (1 << (feature >>> 8))) === 0) return;
    const { slots, mask } = this;
    let slot = feature & mask;
    let place = slots[2 * slot + 1] as number;
    while (place !== 0) {
      if (slots[2 * slot] === feature) {
        const { entries } = this;
        const start = place >> 5;
        const end = start + (place & 31);
        for (let k = start; k < end; k++) {
          const entry = entries[k] as number;
          scores[at + (entry & 31)]! += entry >> 5;
        }
        return;
      }
      slot = (slot + 1) & mask;
      place = slots[2 * slot + 1] as number;
    }
  }

  private insert(hash: number, place: number): void {
    this.bits[(hash >>> 13) & this.bitMask]! |= 1 << (hash >>> 8);
    let slot = hash & this.mask;
    while (this.slots[2 * slot + 1] !== 0) slot = (slot + 1) & this.mask;
    this.slots[2 * slot] = hash;
    this.slots[2 * slot + 1] = place;
  }
}

/** A bit in five is set at most: the table has at least 1.25 slots a feature. */
const bitsPerSlot = 4;

export function writeWeights(out: ByteWriter, weights: Weights): void {
  writeKeys(out, weights.features.keys);
  for (let i = 0; i + 1 < weights.starts.length; i++)
    out.u8((weights.starts[i + 1] as number) - (weights.starts[i] as number));
  out.put(weights.labels);
  out.put(new Uint8Array(weights.values.buffer, weights.values.byteOffset, weights.values.length));
  out.f32(weights.unit);
  for (const value of weights.transitions) out.f32(value);
}

export function readWeights(input: ByteReader): Weights {
  const features = readKeys(input);
  const count = features.keys.length;
  const starts = new Uint32Array(count + 1);
  const lengths = input.take(count);
  for (let i = 0; i < count; i++) starts[i + 1] = (starts[i] as number) + (lengths[i] ?? 0);
  const total = starts[count] as number;
  const labels = input.take(total);
  const values = new Int8Array(input.take(total));
  const unit = input.f32();
  const transitions = Float32Array.from({ length: transitionCount }, () => input.f32());
  return { features, starts, labels, values, unit, transitions };
}
