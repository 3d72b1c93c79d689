/*
 * What the lengths of a selector's context say, so that it needs no keys of its own: `describe` writes them, anchoring reads them.
 */

/**
 * A side of the context that could not tell the place from look-alikes when it was written is shorter than the first, or, where
 * it takes that to make the words with both sides unique, longer than the second.
 */
export const tellingLength = 20;
export const longestTelling = 96;

export function isTelling(length: number): boolean {
  return length >= tellingLength && length <= longestTelling;
}

/**
 * Both sides of the context of words that stood only once in the article are shorter than this (UTF-16 units as they are
 * written); of other words at least one is longer. So the words themselves tell their place while they stand only once.
 */
export const onceLength = 32;

export function toldOnce(before: number, after: number): boolean {
  const longer = Math.max(before, after);
  return longer >= tellingLength && longer < onceLength;
}
