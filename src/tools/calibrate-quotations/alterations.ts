import type { Dice } from '../calibrate/random';

/** One way in which a quotation is falsified. */
export interface Alteration {
  readonly name: string;
  /** The words changed in one place; `undefined` where there is nothing of the kind to change. */
  alter(words: string, random: Dice): string | undefined;
}

/** Replaces one match of the pattern, chosen at random, that is not at the very edge. */
function replaceOne(
  words: string,
  pattern: RegExp,
  random: Dice,
  by: (match: string) => string | undefined,
): string | undefined {
  const inner = [...words.matchAll(pattern)].filter(
    ({ index, 0: match }) => index > 0 && index + match.length < words.length,
  );
  if (inner.length === 0) return undefined;
  const { index, 0: match } = random.pick(inner);
  const other = by(match);
  return other === undefined || other === match
    ? undefined
    : words.slice(0, index) + other + words.slice(index + match.length);
}

const word = (form: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}’'-])(?:${form})(?![\\p{L}\\p{N}’'-])`, 'giu');

/** Pairs of words that an accent alone tells apart. */
const accents: Readonly<Record<string, string>> = {
  a: 'à',
  à: 'a',
  ou: 'où',
  où: 'ou',
  la: 'là',
  là: 'la',
  du: 'dû',
  sur: 'sûr',
  des: 'dès',
  dès: 'des',
  mais: 'maïs',
  prés: 'près',
  près: 'prés',
};

const tenses: Readonly<Record<string, string>> = {
  est: 'était',
  était: 'est',
  sont: 'étaient',
  étaient: 'sont',
  a: 'avait',
  avait: 'a',
  ont: 'auront',
  avaient: 'ont',
  sera: 'serait',
  seront: 'sont',
  fait: 'faisait',
  va: 'allait',
  peut: 'pouvait',
  doit: 'devait',
  doivent: 'devront',
  peuvent: 'pourront',
  soit: 'est',
  aura: 'a',
};

const numbers = ['trois', 'sept', 'douze', 'vingt-cinq', 'cent', 'mille', '14', '230', '7,5'];

const names = ['Dupont', 'Marseille', 'Karim', 'Bruxelles', 'Lefèvre', 'Orange', 'Aminata', 'Bordeaux'];

/** What falsifies a quotation in small ways that an eye passes over. */
export const alterations: readonly Alteration[] = [
  {
    name: 'negation left out',
    alter: (words, random) =>
      replaceOne(words, /\b(?:ne |n[’'])|\s(?:pas|plus|jamais|rien|aucune?)(?= )/giu, random, () => ''),
  },
  {
    name: 'negation put in',
    alter: (words, random) =>
      replaceOne(words, word('est|sont|a|ont|sera|était|avait'), random, (verb) => `${verb} pas`),
  },
  {
    name: 'number',
    alter: (words, random) =>
      replaceOne(
        words,
        /(?<![\p{L}\p{N}])\d+(?:[,.]\d+)?(?![\p{L}\p{N}])|(?<![\p{L}-])(?:deux|trois|quatre|cinq|six|dix|vingt|trente|cent|mille)(?![\p{L}-])/giu,
        random,
        (number) =>
          random.chance(0.5) && /^\d+$/u.test(number) ? String(Number(number) + 1) : random.pick(numbers),
      ),
  },
  {
    name: 'accent',
    alter: (words, random) =>
      replaceOne(words, word(`${Object.keys(accents).join('|')}|\\p{L}{3,}(?:é|ée|és|e)`), random, (each) => {
        const other = accents[each.toLowerCase()];
        if (other !== undefined) return other;
        if (/é(?:e|s)?$/u.test(each)) return each.replace(/é(?=e?s?$)/u, 'e');
        return each.replace(/e$/u, 'é');
      }),
  },
  {
    name: 'name',
    alter: (words, random) =>
      replaceOne(words, /(?<=\p{L} )\p{Lu}\p{Ll}{2,}/gu, random, () => random.pick(names)),
  },
  {
    name: 'tense',
    alter: (words, random) =>
      replaceOne(
        words,
        word(`${Object.keys(tenses).join('|')}|\\p{L}{3,}(?:ons|ait|era)`),
        random,
        (verb) =>
          tenses[verb.toLowerCase()] ??
          verb.replace(/ons$/u, 'ions').replace(/ait$/u, 'a').replace(/era$/u, 'erait'),
      ),
  },
  {
    name: 'word left out',
    alter: (words, random) => replaceOne(words, /(?<= )[\p{L}’'-]+ (?=\p{L})/gu, random, () => ''),
  },
  {
    name: 'word put in',
    alter: (words, random) =>
      replaceOne(
        words,
        /(?<=\p{L}) (?=\p{L})/gu,
        random,
        () => ` ${random.pick(['très', 'toujours', 'peut-être', 'déjà', 'grand'])} `,
      ),
  },
  {
    name: 'two words changed over',
    alter: (words, random) =>
      replaceOne(words, /(?<= )(\p{L}+) (\p{L}+)(?= )/gu, random, (pair) =>
        pair.split(' ').reverse().join(' '),
      ),
  },
  {
    name: 'one for many',
    alter: (words, random) =>
      replaceOne(words, word('(?!cents?\\b|vingts?\\b|mill)\\p{Ll}{4,}'), random, (each) =>
        each.endsWith('s') ? each.slice(0, -1) : `${each}s`,
      ),
  },
];
