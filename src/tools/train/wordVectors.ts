import { readFileSync } from 'node:fs';

import { fromRoot } from '../paths';

/** Vectors of the words of `word-clusters-fr`, by the row of the word table. */
export interface WordVectors {
  readonly dimensions: number;
  /** Row × dimension, in units of `unit`. */
  readonly bytes: Int8Array;
  readonly unit: number;
  readonly values: Float32Array;
}

/** Reads what `src/tools/data/wordVectors.ts` writes: dimensions (u32), unit (f32), then a byte a value; little-endian. */
export function readWordVectors(): WordVectors {
  const file = readFileSync(fromRoot('src/tools/train/word-vectors-fr.bin'));
  const dimensions = file.readUInt32LE(0);
  const unit = file.readFloatLE(4);
  const bytes = Int8Array.from(file.subarray(8), (byte) => (byte << 24) >> 24);
  return { dimensions, bytes, unit, values: Float32Array.from(bytes, (value) => value * unit) };
}
