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

/** Adds the weights of one feature to the scores of the labels from `at` on. */
export function addScores(weights: Weights, feature: number, scores: Float64Array, at: number): void {
  const index = weights.features.find(feature);
  if (index < 0) return;
  const { labels, values, unit } = weights;
  const end = weights.starts[index + 1] as number;
  for (let k = weights.starts[index] as number; k < end; k++)
    scores[at + (labels[k] as number)]! += (values[k] as number) * unit;
}

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
