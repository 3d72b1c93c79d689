import { auxiliaries, commonFiniteVerbs } from '../../language/fr/speech/functionWords';
import { reportingReadings } from '../../language/fr/speech/lexicon';
import { wordAt, type Passage } from './passage';

/** Whether a lower-case word is or looks like a finite verb; an informed guess, since no part-of-speech tagger stands behind it. */
export function looksFinite(word: string): boolean {
  return (
    auxiliaries.has(word) ||
    commonFiniteVerbs.has(word) ||
    (word.length > 4 && /(?:ons|ez|aient|[^lnf]ait|èrent|era|[dtvi]ra|[eidtv]ront|irait)$/u.test(word)) ||
    (word.length > 4 && reportingReadings(word).some((reading) => reading.mood === 'finite'))
  );
}

/** Whether the tokens hold a finite verb outside quotation marks. */
export function holdsClause(passage: Passage, start: number, end: number): boolean {
  for (let i = start; i < end; i++)
    if (
      passage.mentionAt[i] === -1 &&
      (looksFinite(wordAt(passage, i)) || isNegated(passage, i)) &&
      !isNominal(passage, i)
    )
      return true;
  return false;
}

/** "ne circulent": a finite verb of any kind, unless an infinitive follows. */
function isNegated(passage: Passage, i: number): boolean {
  return (
    /^(?:ne|n')$/u.test(wordAt(passage, i - 1)) &&
    !/^(?:pas|plus|jamais)$|(?:er|ir|re)$/u.test(wordAt(passage, i))
  );
}

/** Behind a determiner or preposition a verb-like word is a noun. */
function isNominal(passage: Passage, i: number): boolean {
  return (
    /^(?:le|la|les|l'|un|une|des|de|du|d'|ce|cette|ces|son|sa|ses|au|aux|en)$/u.test(
      wordAt(passage, i - 1),
    ) && !/^(?:est|sont|a|ont|était)$/u.test(wordAt(passage, i))
  );
}
