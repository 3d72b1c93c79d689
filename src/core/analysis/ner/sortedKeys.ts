import type { ByteReader, ByteWriter } from '../../util/bytes';

/**
 * A set of 32-bit hashes in ascending order with an index of their leading bits. Words are known by hash alone: of the words that
 * are in no table, one in ten thousand is taken for another.
 */
export class SortedKeys {
  private readonly starts: Int32Array;
  private readonly shift: number;

  /** `keys` ascending, without repeats. */
  constructor(readonly keys: Uint32Array) {
    const bits = Math.min(18, Math.max(1, Math.ceil(Math.log2(keys.length + 1))));
    this.shift = 32 - bits;
    this.starts = new Int32Array((1 << bits) + 1);
    for (let i = 0; i < keys.length; i++) this.starts[((keys[i] as number) >>> this.shift) + 1]!++;
    for (let i = 0; i < 1 << bits; i++) this.starts[i + 1]! += this.starts[i] as number;
  }

  /** Index of the hash, -1 when it is not in the set. */
  find(hash: number): number {
    const key = hash >>> 0;
    const bucket = key >>> this.shift;
    const end = this.starts[bucket + 1] as number;
    for (let i = this.starts[bucket] as number; i < end; i++) if (this.keys[i] === key) return i;
    return -1;
  }
}

export function writeKeys(out: ByteWriter, keys: Uint32Array): void {
  out.varint(keys.length);
  let before = 0;
  for (const key of keys) {
    out.varint(key - before);
    before = key;
  }
}

export function readKeys(input: ByteReader): SortedKeys {
  const keys = new Uint32Array(input.count());
  let key = 0;
  for (let i = 0; i < keys.length; i++) {
    key = (key + input.varint()) >>> 0;
    keys[i] = key;
  }
  return new SortedKeys(keys);
}
