import { civilities, particles, wordsOf } from '../../../language/fr/nameWords';
import { foldName } from '../../../language/fr/foldName';
import type { NameForm } from './nameForm';

const particleWords = new Set(wordsOf(particles).map(foldName));
const feminineTitles = new Set([
  'mme',
  'mmes',
  'mlle',
  'mlles',
  'madame',
  'mademoiselle',
  'mesdames',
  'lady',
  'sœur',
  'soeur',
  'reine',
  'dame',
  'miss',
]);
const masculineTitles = new Set([
  'm.',
  'mm.',
  'mr',
  'mr.',
  'monsieur',
  'messieurs',
  'sir',
  'lord',
  'mgr',
  'monseigneur',
  'pere',
  'frere',
  'roi',
  'don',
  'dom',
]);
const titles = new Set(wordsOf(civilities).map(foldName));

export type Gender = 'feminine' | 'masculine';

/** Gender told by the title that stands before a name: "Mme", "M.". */
export function genderOfTitle(word: string): Gender | undefined {
  const folded = foldName(word);
  if (feminineTitles.has(folded)) return 'feminine';
  return masculineTitles.has(folded) ? 'masculine' : undefined;
}

export function isTitle(word: string): boolean {
  return titles.has(foldName(word));
}

/** Whether the two can name the same person, both of two words or more: the same words in any order, initials, left-out middle names. */
export function sameFullName(a: NameForm, b: NameForm): boolean {
  if (a.key === b.key) return true;
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  if (short.length < 2) return false;
  if (short.length === long.length && sameWords(short, long)) return true;
  const surname = short.at(-1) as string;
  if (surname !== long.at(-1)) return false;
  return matchesInitial(short[0] as string, long[0] as string) && inOrder(short.slice(1), long.slice(1));
}

/** Whether the words are the end of the full name, particles with it or not: "La Tour" of "Hubert de La Tour". */
export function isSurnameOf(words: readonly string[], full: readonly string[]): boolean {
  if (words.length === 0 || words.length >= full.length) return false;
  const start = full.length - words.length;
  return (
    words.every((word, i) => word === full[start + i]) &&
    !particleWords.has(words[0] as string) === !particleWords.has(full[start] as string)
  );
}

export function isGivenNameOf(words: readonly string[], full: readonly string[]): boolean {
  return words.length === 1 && full.length > 1 && words[0] === full[0];
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  const sorted = b.toSorted();
  return a.toSorted().every((word, i) => word === sorted[i]);
}

function matchesInitial(a: string, b: string): boolean {
  if (a === b) return true;
  const initial = /^(\p{L})\.?$/u.exec(a)?.[1] ?? /^(\p{L})\.?$/u.exec(b)?.[1];
  return initial !== undefined && a[0] === b[0];
}

/** Whether the words of the first come in this order among those of the second. */
function inOrder(few: readonly string[], many: readonly string[]): boolean {
  let at = 0;
  for (const word of many) if (word === few[at]) at++;
  return at === few.length;
}
