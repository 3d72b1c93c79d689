import type { ByteReader, ByteWriter } from '../../util/bytes';

/** Feature numbers of the article's evidence are below this; see `entities/evidence.ts`. */
export const evidenceRoom = 1 << 13;

/** Weights of the evidence that the article gives; learned on articles that the recogniser had not seen. */
export interface Rescoring {
  readonly bias: number;
  /** By feature number. */
  readonly weights: Float32Array;
  /** A name is suggested when its probability is above this. */
  readonly threshold: number;
}

export function writeRescoring(out: ByteWriter, rescoring: Rescoring): void {
  out.f32(rescoring.bias);
  out.f32(rescoring.threshold);
  for (let i = 0; i < evidenceRoom; i++) out.f32(rescoring.weights[i] as number);
}

export function readRescoring(input: ByteReader): Rescoring {
  const bias = input.f32();
  const threshold = input.f32();
  return { bias, threshold, weights: Float32Array.from({ length: evidenceRoom }, () => input.f32()) };
}
