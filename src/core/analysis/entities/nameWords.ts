/** A word as names are compared: small letters, plain apostrophe. Accents stay: they tell names apart. */
export function plainWord(word: string): string {
  return (word.includes('’') ? word.replaceAll('’', "'") : word).toLowerCase();
}
