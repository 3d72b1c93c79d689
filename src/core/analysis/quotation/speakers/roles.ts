import { offices } from '../../../language/fr/speech/roles';
import { determiners, prepositions, conjunctions, clitics } from '../../../language/fr/speech/functionWords';
import type { Steps } from '../../../util/steps';
import { countryOfWord } from './countryWords';

/** A role as the article words it, reduced to what can be compared. */
export interface Role {
  /** Canonical offices it may name: "chef de la diplomatie" → foreign-minister. */
  readonly offices: readonly string[];
  /** Its first noun, masculine where that is regular. */
  readonly head: string;
  /** Other words that tell one bearer from another, without function words and demonyms. */
  readonly words: ReadonlySet<string>;
  /** Countries that it names or whose adjective it bears, ISO 3166-1 alpha-2. */
  readonly countries: ReadonlySet<string>;
}

/** Reads a noun phrase without its determiner, in lower case with straight apostrophes, one token an entry. */
export function readRole(tokens: readonly string[]): Role {
  const text = tokens.join(' ');
  const content = tokens.filter((word) => !isFunctionWord(word) && /\p{L}/u.test(word));
  const countries = new Set<string>();
  const words = new Set<string>();
  for (const [index, word] of content.entries()) {
    const country = countryOfWord(word);
    if (country) countries.add(country);
    else if (index > 0 || content.length === 1) words.add(stem(word));
  }
  return {
    offices: offices.filter(([, pattern]) => pattern.test(text)).map(([office]) => office),
    head: stem(
      content.find((word) => !/^(?:ancien|ancienne|nouveau|nouvelle|futur|future|jeune|ex)$/u.test(word)) ??
        '',
    ),
    words,
    countries,
  };
}

/** Runs what reads roles, so that the first article does not wait for all its patterns to be compiled in one go. */
export function* warmUpRoles(): Steps<void> {
  for (const word of ['ministre', 'ministre’']) {
    for (let use = 0; use < 2; use++) {
      readRole([word, word]);
      yield;
    }
  }
}

function isFunctionWord(word: string): boolean {
  return determiners.has(word) || prepositions.has(word) || conjunctions.has(word) || clitics.has(word);
}

/** Masculine singular of regular nouns and adjectives, near enough to compare two of them. */
export function stem(word: string): string {
  const one = word.replace(/(?<=\p{L}{3})s$/u, '');
  return one
    .replace(/^ex-/u, '')
    .replace(/trice$/u, 'teur')
    .replace(/euse$/u, 'eur')
    .replace(/(?<=[^aeiou])ière$|ère$/u, (ending) => (ending === 'ière' ? 'ier' : 'er'))
    .replace(/(ien|on)ne$/u, '$1')
    .replace(/ive$/u, 'if')
    .replace(/cheffe$/u, 'chef')
    .replace(/eure$/u, 'eur')
    .replace(/(?<=\p{L}{3}(?:ent|ant|aire|ais|ois|ain|in|é|al|at|ud|it))e$/u, '');
}

export interface RoleMatch {
  readonly office: boolean;
  readonly head: boolean;
  /** Distinguishing words of the phrase that the role has, and that it lacks. */
  readonly shared: number;
  readonly missing: number;
  readonly country: 'same' | 'other' | 'unknown';
}

/** How well a phrase fits a role that the article states. */
export function compareRoles(phrase: Role, stated: Role): RoleMatch {
  const special = phrase.offices[0];
  let shared = 0;
  for (const word of phrase.words) if (stated.words.has(word) || stated.head === word) shared++;
  const same = [...phrase.countries].some((country) => stated.countries.has(country));
  const both = phrase.countries.size > 0 && stated.countries.size > 0;
  return {
    office:
      special !== undefined &&
      (stated.offices.includes(special) ||
        (stated.offices[0] !== undefined && phrase.offices.includes(stated.offices[0]))),
    head: phrase.head !== '' && phrase.head === stated.head,
    shared,
    missing: phrase.words.size - shared,
    country: same ? 'same' : both ? 'other' : 'unknown',
  };
}
