/** 32-bit FNV-1a over UTF-16 code units: cheap to roll, and good enough to tell half a million words apart. */
export const hashSeed = 0x811c9dc5 | 0;

export function roll(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** Hash of a word as the tables of the model know it: case kept, apostrophes made one. */
export function hashForm(word: string): number {
  let hash = hashSeed;
  for (let i = 0; i < word.length; i++) hash = roll(hash, plainUnit(word.charCodeAt(i)));
  return hash;
}

/** Hash without case and accents, for the gazetteers. */
export function hashFolded(word: string): number {
  let hash = hashSeed;
  for (let i = 0; i < word.length; i++) hash = roll(hash, foldUnit(word.charCodeAt(i)));
  return hash;
}

/** Hash of a phrase from the folded hashes of its tokens. */
export function joinHash(phrase: number, token: number): number {
  return mix(Math.imul(phrase, 31) ^ token);
}

/** Spreads the bits: the low ones choose a slot, so they must depend on all. */
export function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

const tableSize = 0x2100;

/** Lower case of one code unit; units outside the European alphabets stay as they are. */
export function lowerUnit(unit: number): number {
  return unit < tableSize ? (lowers[unit] as number) : plainUnit(unit);
}

/** Lower case without diacritics. */
export function foldUnit(unit: number): number {
  return unit < tableSize ? (folds[unit] as number) : plainUnit(unit);
}

/** Typographic apostrophes and hyphens as the ASCII ones. */
export function plainUnit(unit: number): number {
  if (unit === 0x2019 || unit === 0x2bc) return 0x27;
  return unit === 0x2010 || unit === 0x2011 ? 0x2d : unit;
}

const lowers = Uint16Array.from({ length: tableSize }, (_, unit) =>
  plainUnit(single(String.fromCharCode(unit).toLowerCase(), unit)),
);
const folds = Uint16Array.from({ length: tableSize }, (_, unit) =>
  unit === 0x153 || unit === 0x152
    ? 0x6f
    : plainUnit(single(String.fromCharCode(unit).toLowerCase().normalize('NFD').slice(0, 1), unit)),
);

function single(text: string, otherwise: number): number {
  return text.length === 1 ? text.charCodeAt(0) : otherwise;
}
