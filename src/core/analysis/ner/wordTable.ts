import type { ByteReader, ByteWriter } from '../../util/bytes';
import { readKeys, writeKeys, type SortedKeys } from './sortedKeys';

/** Word classes by form: each word has a row, each row a class in each of three classings. Lower rows are more frequent words. */
export interface WordTable {
  readonly words: SortedKeys;
  readonly rowOf: Uint16Array;
  /** Row × 3: the class of the coarse, the middle and the fine classing. */
  readonly classes: Uint16Array;
}

export function writeWordTable(out: ByteWriter, table: WordTable): void {
  writeKeys(out, table.words.keys);
  for (const row of table.rowOf) out.u8(row & 0xff);
  for (const row of table.rowOf) out.u8(row >> 8);
  out.varint(table.classes.length);
  for (const value of table.classes) out.varint(value);
}

export function readWordTable(input: ByteReader): WordTable {
  const words = readKeys(input);
  const count = words.keys.length;
  const low = input.take(count);
  const high = input.take(count);
  const rowOf = new Uint16Array(count);
  for (let i = 0; i < count; i++) rowOf[i] = (low[i] as number) | ((high[i] as number) << 8);
  const classes = new Uint16Array(input.count());
  for (let i = 0; i < classes.length; i++) classes[i] = input.varint();
  return { words, rowOf, classes };
}
