import type { ByteReader, ByteWriter } from '../../util/bytes';
import { readKeys, writeKeys, type SortedKeys } from './sortedKeys';

/** What lists say of a word or phrase. A form can stand in several: Orange, Washington, Paris Match. */
export const gazetteerClasses = [
  'country',
  'region',
  'knownCity',
  'frenchTown',
  'worldTown',
  'givenName',
  'surname',
  'demonym',
  'organizationHead',
  'organization',
  'role',
  'civility',
  'month',
  'weekday',
  'eventHead',
  'placeHead',
  'particle',
  'medium',
  'club',
  'productHead',
  'portfolio',
  'company',
  'event',
  'product',
  'feminineName',
  'masculineName',
] as const;
export type GazetteerClass = (typeof gazetteerClasses)[number];

/** Set on the hash of the beginning of a longer phrase. */
export const prefixBit = 1 << 30;

export function classBit(name: GazetteerClass): number {
  return 1 << gazetteerClasses.indexOf(name);
}

/** Phrases by the joined folded hashes of their tokens. */
export interface Gazetteer {
  readonly phrases: SortedKeys;
  readonly masks: Int32Array;
}

/** Longest phrase in tokens. */
export const longestPhrase = 7;

export function maskOf(gazetteer: Gazetteer, phrase: number): number {
  const index = gazetteer.phrases.find(phrase);
  return index < 0 ? 0 : (gazetteer.masks[index] as number);
}

export function writeGazetteer(out: ByteWriter, gazetteer: Gazetteer): void {
  writeKeys(out, gazetteer.phrases.keys);
  for (const mask of gazetteer.masks) out.varint(mask & ~prefixBit);
  for (const mask of gazetteer.masks) out.u8(mask & prefixBit ? 1 : 0);
}

export function readGazetteer(input: ByteReader): Gazetteer {
  const phrases = readKeys(input);
  const masks = new Int32Array(phrases.keys.length);
  for (let i = 0; i < masks.length; i++) masks[i] = input.varint();
  for (let i = 0; i < masks.length; i++) if (input.u8() === 1) masks[i]! |= prefixBit;
  return { phrases, masks };
}
