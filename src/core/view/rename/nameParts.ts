/** A person's name in its two parts, each as the words stand. */
export interface NameParts {
  readonly given: readonly string[];
  readonly surname: readonly string[];
}

export function wordsOfName(name: string): readonly string[] {
  return name.split(/[\s\u00a0\u202f]+/u).filter((word) => word !== '');
}

/** Equal for forms that differ in case, apostrophes or composition of accents only. */
export function foldWord(word: string): string {
  return word.normalize('NFC').replace(/[’ʼ]/gu, "'").toLowerCase();
}

/** Words that begin a surname of several words. */
const particle =
  /^(?:de|du|des|d'.*|la|le|van|von|der|den|ben|bin|ibn|ag|ould|mint|al|el|dos|da|di|del|della|mac|o'.*|ter|ten|st|saint|sainte)$/u;

/**
 * Splits a name where an alias of it says that the surname begins, else before the last word and the particles that belong to it.
 * A single word is a surname.
 */
export function splitName(name: string, aliases: readonly string[] = []): NameParts {
  const words = wordsOfName(name);
  const folded = words.map(foldWord);
  const known = aliases
    .map((alias) => wordsOfName(alias).map(foldWord))
    .filter((alias) => alias.length < words.length && endsWith(folded, alias))
    .toSorted((a, b) => b.length - a.length)[0];
  let from = words.length - (known?.length ?? 1);
  if (!known) while (from > 1 && particle.test(folded[from - 1] ?? '')) from--;
  return { given: words.slice(0, from), surname: words.slice(from) };
}

function endsWith(words: readonly string[], end: readonly string[]): boolean {
  return end.length > 0 && end.every((word, i) => words[words.length - end.length + i] === word);
}

/** Where `part` stands in `words`; `undefined` where it does not. */
export function indexOfWords(words: readonly string[], part: readonly string[]): number | undefined {
  if (part.length === 0) return undefined;
  const last = words.length - part.length;
  for (let from = 0; from <= last; from++)
    if (part.every((word, i) => foldWord(words[from + i] ?? '') === foldWord(word))) return from;
  return undefined;
}
