/** Character classes of French prose, looked up in a table for the Basic Multilingual Plane. */
export const enum CharClass {
  Other = 0,
  Space = 1,
  Lower = 2,
  Upper = 3,
  /** Letters without case (Arabic, Han …). */
  Letter = 4,
  Digit = 5,
  /** Combining marks, variation selectors and zero-width joiners: they belong to the character before. */
  Mark = 6,
  Apostrophe = 7,
  Hyphen = 8,
  /** Soft hyphen, zero-width space, directional marks: shown as nothing. */
  Invisible = 9,
}

/** Class of the code point that starts at `offset`; a lone surrogate is `Other`. */
export function classAt(text: string, offset: number): CharClass {
  const unit = text.charCodeAt(offset);
  if (unit < 0xd800 || unit > 0xdfff) return bmpClass(unit);
  const point = text.codePointAt(offset);
  return point === undefined || point < 0x10000 ? CharClass.Other : classify(String.fromCodePoint(point));
}

/** Length in UTF-16 code units of the code point at `offset`: 1 or 2. */
export function widthAt(text: string, offset: number): 1 | 2 {
  const unit = text.charCodeAt(offset);
  if (unit < 0xd800 || unit > 0xdbff || offset + 1 >= text.length) return 1;
  const low = text.charCodeAt(offset + 1);
  return low >= 0xdc00 && low <= 0xdfff ? 2 : 1;
}

export function isLetterClass(value: CharClass): boolean {
  return value === CharClass.Lower || value === CharClass.Upper || value === CharClass.Letter;
}

const unknown = 255;
const table = new Uint8Array(0x10000).fill(unknown);

function bmpClass(unit: number): CharClass {
  const known = table[unit] as number;
  if (known !== unknown) return known;
  const value = classify(String.fromCharCode(unit));
  table[unit] = value;
  return value;
}

function classify(character: string): CharClass {
  if (/[\p{Zs}\s]/u.test(character) && character !== '\ufeff') return CharClass.Space;
  if (/['’ʼ＇]/u.test(character)) return CharClass.Apostrophe;
  if (/[-‐‑]/u.test(character)) return CharClass.Hyphen;
  if (/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u.test(character))
    return CharClass.Invisible;
  if (/[\p{M}\u200c\u200d]/u.test(character)) return CharClass.Mark;
  if (/\p{Lu}|\p{Lt}/u.test(character)) return CharClass.Upper;
  if (/\p{Ll}/u.test(character)) return CharClass.Lower;
  if (/\p{L}/u.test(character)) return CharClass.Letter;
  return /\p{N}/u.test(character) ? CharClass.Digit : CharClass.Other;
}
