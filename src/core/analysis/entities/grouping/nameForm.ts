import { foldName } from '../../../language/fr/foldName';
import { civilities, wordsOf } from '../../../language/fr/nameWords';

/** A name reduced to what makes two of them the same. */
export interface NameForm {
  /** As the article has it. */
  readonly text: string;
  /** Words without titles and articles, small letters, no accents. */
  readonly words: readonly string[];
  readonly key: string;
}

const titles = new Set(wordsOf(civilities).map(foldName));
const articles = /^(?:l'|la |le |les )(?=\S)/u;

export function nameForm(text: string): NameForm {
  const words = foldName(text)
    .replace(articles, '')
    .split(/[\s-]+/u)
    .filter((word, i) => word !== '' && !(i === 0 && titles.has(word)));
  return { text, words, key: words.join(' ') };
}

/** Whether it is written as an acronym: two to eight capitals, stops between them or not. */
export function isAcronym(text: string): boolean {
  return /^(?:\p{Lu}[.-]?){2,8}\d?$/u.test(text);
}

const smallWords = new Set([
  'de',
  'du',
  'des',
  'la',
  'le',
  'les',
  'et',
  'a',
  'au',
  'aux',
  'en',
  'pour',
  'sur',
  'dans',
  'par',
  'the',
  'of',
  'and',
  'for',
]);

/** Initials of the name's words, elisions aside: of all words, and of those that are not small. */
export function initialsOf({ words }: NameForm): readonly string[] {
  const bare = words.map((word) => word.replace(/^[dl]'/u, ''));
  const initials = (kept: readonly string[]) => kept.map((word) => word[0] ?? '').join('');
  return [initials(bare), initials(bare.filter((word) => !smallWords.has(word)))];
}

/** Whether the acronym's letters are the initials of the name's words, or at least follow its words' beginnings. */
export function abbreviates(acronym: string, name: NameForm): boolean {
  const letters = foldName(acronym).replace(/[^a-z]/gu, '');
  if (letters.length < 2) return false;
  if (initialsOf(name).includes(letters)) return true;
  return isSubsequenceOfInitials(
    letters,
    name.words.map((word) => word.replace(/^[dl]'/u, '')),
  );
}

/** "Insee", "Unicef", "Cédéao": each letter starts a word or goes on in it; the first letters of at least half of the words count. */
function isSubsequenceOfInitials(letters: string, words: readonly string[]): boolean {
  const main = words.filter((word) => !smallWords.has(word));
  if (main.length < 2 || letters[0] !== main[0]?.[0]) return false;
  let at = 0;
  let started = 0;
  for (const word of main) {
    if (word[0] !== letters[at]) continue;
    started++;
    let inside = 0;
    while (at < letters.length && inside < 3 && word[inside] === letters[at]) {
      at++;
      inside++;
      if (main.some((other, i) => i > started - 1 && other[0] === letters[at])) break;
    }
  }
  return at === letters.length && started * 2 >= main.length && started >= 2;
}
