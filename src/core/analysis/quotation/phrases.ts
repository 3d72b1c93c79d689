import {
  auxiliaries,
  conjunctions,
  determiners,
  feminineDeterminers,
  masculineDeterminers,
  ofPrepositions,
  pluralDeterminers,
  prepositions,
  subjectPronouns,
  type PronounFeatures,
} from '../../language/fr/speech/functionWords';
import { WordFlag } from '../../language/fr/speech/wordFlags';
import {
  documentNouns,
  feminineEndings,
  groupNouns,
  organizationNouns,
  personNouns,
} from '../../language/fr/speech/nouns';
import { tokenAt } from '../../text/tokens';
import type { Gender } from './gender';
import { isCapitalised, isOneOf, isPunctuation, wordAt, type Passage } from './passage';

export type NounClass = 'person' | 'group' | 'organization' | 'document' | 'other';

/** A noun phrase or pronoun that may name a source; token indices of its passage, end exclusive. */
export interface Phrase {
  readonly start: number;
  readonly end: number;
  /** The noun, or the first token of the name. */
  readonly head: number;
  readonly kind: 'name' | 'noun' | 'pronoun';
  readonly determiner?: string;
  /** The preposition that governs it: such a phrase is hardly ever a subject. */
  readonly preposition?: string;
  /** Index of the mention that is its head or its close apposition ("le ministre Gérard Collomb"). */
  readonly mention?: number;
  /** Mentions inside its complements: "un communiqué de l’Entsoe". */
  readonly complements: readonly number[];
  readonly nounClass: NounClass;
  readonly plural: boolean;
  /** "les deux ministres": how many, where the phrase says that it means all of them. */
  readonly count?: number;
  readonly gender?: Gender;
}

/** The noun phrases of a range of tokens, left to right, not overlapping. `isVerb` tells the tokens of words of saying. */
export function findPhrases(
  passage: Passage,
  range: { start: number; end: number },
  isVerb: (i: number) => boolean,
): readonly Phrase[] {
  const phrases: Phrase[] = [];
  let i = range.start;
  while (i < range.end) {
    const phrase = phraseAt(passage, i, range.end, isVerb);
    if (phrase) phrases.push(phrase);
    i = phrase ? phrase.end : i + 1;
  }
  return phrases;
}

function phraseAt(
  passage: Passage,
  i: number,
  limit: number,
  isVerb: (i: number) => boolean,
): Phrase | undefined {
  const word = wordAt(passage, i);
  if (isOneOf(passage, i, WordFlag.SubjectPronoun) && !isStressed(passage, i)) {
    const { plural, gender } = subjectPronouns.get(word) as PronounFeatures;
    return pronounAt(i, plural, gender);
  }
  if (word === 'on') return pronounAt(i, false);
  if (isVerb(i)) return undefined;
  if (isOneOf(passage, i, WordFlag.Determiner) || contracted.has(word))
    return nounPhrase(passage, i, countAt(passage, i) === undefined ? i + 1 : i + 2, limit, isVerb);
  if (passage.mentionAt[i] !== -1 || startsBare(passage, i)) return nounPhrase(passage, i, i, limit, isVerb);
  return undefined;
}

const cardinals: ReadonlyMap<string, number> = new Map([
  ['deux', 2],
  ['trois', 3],
  ['quatre', 4],
  ['cinq', 5],
  ['six', 6],
]);

/** The number behind a definite article: "les deux ministres" means two whom the reader knows. */
function countAt(passage: Passage, determiner: number): number | undefined {
  if (!/^(?:les|ces|ses|des|aux|leurs)$/u.test(wordAt(passage, determiner))) return undefined;
  return cardinals.get(wordAt(passage, determiner + 1));
}

/** "elle" behind a preposition is no subject: "selon elle", "pour elle". */
function isStressed(passage: Passage, i: number): boolean {
  return i > 0 && prepositions.has(wordAt(passage, i - 1));
}

function pronounAt(i: number, plural: boolean, gender?: Gender): Phrase {
  return {
    start: i,
    end: i + 1,
    head: i,
    kind: 'pronoun',
    complements: [],
    nounClass: 'person',
    plural,
    ...(gender && { gender }),
  };
}

/** Prepositions that carry their article. */
const contracted = new Set(['du', 'des', 'au', 'aux']);
const titles = /^(?:m|mm|mme|mmes|mlle|mgr|me|dr|pr|maître|docteur|professeur|sir|lord)\.?$/u;

function startsBare(passage: Passage, i: number): boolean {
  const word = wordAt(passage, i);
  if (titles.test(word) && isCapitalised(passage, i + 1)) return true;
  if (personNouns.has(word) || organizationNouns.has(word) || documentNouns.has(singular(word))) return true;
  const before = wordAt(passage, i - 1);
  return (
    isCapitalised(passage, i) && i > 0 && !/^[.!?…:»”"«“]$/u.test(before) && isContent(passage, i, noVerb)
  );
}

const noVerb = () => false;

function nounPhrase(
  passage: Passage,
  start: number,
  from: number,
  limit: number,
  isVerb: (i: number) => boolean,
): Phrase | undefined {
  const zoneEnd = contentEnd(passage, from, limit, isVerb);
  if (zoneEnd === from) return undefined;
  const first = wordAt(passage, start);
  const determiner = from > start && !contracted.has(first) ? first : undefined;
  const preposition =
    contracted.has(first) && (first !== 'des' || isGenitive(passage, start))
      ? first
      : governing(passage, start);
  const head = headOf(passage, from, zoneEnd);
  const complements: number[] = [];
  const end = withComplements(passage, zoneEnd, limit, isVerb, complements);
  const own = headMention(passage, from, zoneEnd) ?? closeApposition(passage, zoneEnd, end, complements);
  const nounClass =
    own !== undefined && head === firstOf(passage, own) ? 'other' : classOf(wordAt(passage, head));
  const plural = isPlural(passage, first, determiner, head);
  const gender = genderOf(determiner ?? first, wordAt(passage, head));
  const count = from === start + 2 ? countAt(passage, start) : undefined;
  return {
    start: preposition === first ? from : start,
    end,
    head,
    kind: own !== undefined || isUnknownName(passage, head) ? 'name' : 'noun',
    ...(determiner !== undefined && { determiner }),
    ...(preposition !== undefined && { preposition }),
    ...(own !== undefined && { mention: own }),
    complements: complements.filter((mention) => mention !== own),
    nounClass,
    plural,
    ...(count !== undefined && { count }),
    ...(gender && { gender }),
  };
}

/** "des" opens a subject at a sentence's start or behind a mark or a verb, and is "de les" behind a noun. */
function isGenitive(passage: Passage, i: number): boolean {
  if (i === 0 || isPunctuation(passage, i - 1)) return false;
  const before = wordAt(passage, i - 1);
  return !(conjunctions.has(before) || prepositions.has(before) || auxiliaries.has(before));
}

function governing(passage: Passage, start: number): string | undefined {
  const before = wordAt(passage, start - 1);
  if (prepositions.has(before)) return before;
  return undefined;
}

/** End of the run of nouns, adjectives and names. */
function contentEnd(passage: Passage, from: number, limit: number, isVerb: (i: number) => boolean): number {
  let i = from;
  while (i < limit && i - from < 14 && isContent(passage, i, isVerb)) i++;
  return i;
}

function isContent(passage: Passage, i: number, isVerb: (i: number) => boolean): boolean {
  if (passage.mentionAt[i] !== -1) return true;
  const word = wordAt(passage, i);
  if (isPunctuation(passage, i)) return false;
  if (passage.inside[i] !== passage.inside[Math.max(0, i - 1)] && passage.inside[i] !== -1) return false;
  if (isVerb(i)) return false;
  if (isOneOf(passage, i, WordFlag.CommonFinite)) return personNouns.has(word);
  return !isOneOf(passage, i, outsidePhrases);
}

const outsidePhrases =
  WordFlag.Determiner |
  WordFlag.Preposition |
  WordFlag.Conjunction |
  WordFlag.SubjectPronoun |
  WordFlag.Clitic |
  WordFlag.Auxiliary |
  WordFlag.NoNoun;

/** Extends over "de" phrases, and over "à", "chez", "pour", "en" behind them, collecting the mentions on the way. */
function withComplements(
  passage: Passage,
  from: number,
  limit: number,
  isVerb: (i: number) => boolean,
  complements: number[],
): number {
  let end = from;
  for (let count = 0; count < 5; count++) {
    const opener = wordAt(passage, end);
    if (!ofPrepositions.has(opener) && !/^(?:à|au|aux|chez|en|pour)$/u.test(opener)) break;
    let at = end + 1;
    while (at < limit && determiners.has(wordAt(passage, at)) && at - end < 3) at++;
    const next = contentEnd(passage, at, limit, isVerb);
    if (next === at || isVerbal(passage, at)) break;
    for (let k = at; k < next; k++) {
      const mention = passage.mentionAt[k] as number;
      if (mention >= 0 && complements.at(-1) !== mention) complements.push(mention);
    }
    end = next;
  }
  return end;
}

/** An infinitive opens a clause, not a complement. */
function isVerbal(passage: Passage, i: number): boolean {
  return (
    /(?:er|ir|oir|dre|tre)$/u.test(wordAt(passage, i)) &&
    !isCapitalised(passage, i) &&
    !personNouns.has(wordAt(passage, i)) &&
    wordAt(passage, i).length > 3
  );
}

function headOf(passage: Passage, from: number, end: number): number {
  for (let i = from; i < end; i++) {
    if (passage.mentionAt[i] !== -1) return i;
    const word = wordAt(passage, i);
    if (titles.test(word) || isPrenominal(word)) continue;
    return i;
  }
  return end - 1;
}

/** Adjectives that stand before their noun: "l’ancien président", "la nouvelle ministre". */
function isPrenominal(word: string): boolean {
  return /^(?:ancien|ancienne|anciens|anciennes|nouveau|nouvel|nouvelle|nouveaux|futur|future|jeune|jeunes|vieux|vieil|vieille|grand|grande|petit|petite|même|autre|autres|feu|dernier|derniers|dernière|dernières|récent|récente|première?|second|seconde|vice|célèbre|propre|seul|seule|\d+)$/u.test(
    word,
  );
}

/** A name in the run itself; of several the last person, else the first. */
function headMention(passage: Passage, from: number, end: number): number | undefined {
  let found: number | undefined;
  for (let i = from; i < end; i++) {
    const mention = passage.mentionAt[i] as number;
    if (mention < 0 || mention === found) continue;
    const type = passage.mentions[mention]?.type;
    if (
      type === 'person' ||
      (found === undefined && (type === 'organization' || type === 'location' || type === 'product'))
    )
      found = mention;
  }
  return found;
}

/** "le ministre de l’Intérieur Thomas de Maizière": a person behind a complement, not governed by its "de". */
function closeApposition(
  passage: Passage,
  from: number,
  end: number,
  complements: readonly number[],
): number | undefined {
  for (let i = from; i < end; i++) {
    const mention = passage.mentionAt[i] as number;
    if (mention < 0 || passage.mentionAt[i - 1] === mention || !complements.includes(mention)) continue;
    const before = wordAt(passage, i - 1);
    if (
      passage.mentions[mention]?.type === 'person' &&
      !prepositions.has(before) &&
      !determiners.has(before) &&
      !titled(passage, i)
    )
      return mention;
  }
  return undefined;
}

/** "de M. Diop", "de l’avocat Diop": the name still belongs to the complement when only a title stands before it. */
function titled(passage: Passage, i: number): boolean {
  return titles.test(wordAt(passage, i - 1)) && prepositions.has(wordAt(passage, i - 2));
}

function firstOf(passage: Passage, mention: number): number {
  const { span } = passage.mentions[mention] as { span: { start: number } };
  return tokenAt(passage.tokens, span.start - passage.offset);
}

export function classOf(noun: string): NounClass {
  const one = singular(noun);
  if (personNouns.has(noun)) return 'person';
  if (groupNouns.has(one) && one !== noun) return 'group';
  if (organizationNouns.has(one)) return 'organization';
  if (documentNouns.has(one)) return 'document';
  return personNouns.has(one) || groupNouns.has(one) || /^(?:ex|vice|sous|haut)-/u.test(noun)
    ? one === noun
      ? 'person'
      : 'group'
    : 'other';
}

export function singular(noun: string): string {
  if (/[^s]s$/u.test(noun)) return noun.slice(0, -1);
  return noun.endsWith('aux') ? `${noun.slice(0, -3)}al` : noun;
}

function isPlural(passage: Passage, first: string, determiner: string | undefined, head: number): boolean {
  if (pluralDeterminers.has(determiner ?? first) || first === 'aux') return true;
  return determiner === undefined && /^(?:mm\.?|mmes)$/u.test(wordAt(passage, head));
}

function genderOf(determiner: string, noun: string): Gender | undefined {
  if (feminineDeterminers.has(determiner) || /^(?:mme|mlle)\.?$/u.test(determiner)) return 'feminine';
  if (masculineDeterminers.has(determiner) || /^m\.?$/u.test(determiner)) return 'masculine';
  if (!personNouns.has(noun)) return undefined;
  return feminineEndings.test(noun) ? 'feminine' : undefined;
}

function isUnknownName(passage: Passage, head: number): boolean {
  return isCapitalised(passage, head) && head > 0 && classOf(wordAt(passage, head)) === 'other';
}
