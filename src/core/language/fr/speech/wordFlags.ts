import {
  auxiliaries,
  clitics,
  commonFiniteVerbs,
  conjunctions,
  determiners,
  impersonalPronouns,
  insertedWords,
  prepositions,
  subjectPronouns,
} from './functionWords';

/** What a word or sign can be by the closed classes of French; bits of one number. */
export const enum WordFlag {
  Determiner = 1,
  Preposition = 1 << 1,
  Conjunction = 1 << 2,
  SubjectPronoun = 1 << 3,
  ImpersonalPronoun = 1 << 4,
  Clitic = 1 << 5,
  Auxiliary = 1 << 6,
  CommonFinite = 1 << 7,
  /** May stand between an auxiliary and its participle; every adverb in -ment too. */
  Inserted = 1 << 8,
  /** Opens another clause: "qui", "car", "lorsque". */
  ClauseOpener = 1 << 9,
  /** "que", "dont", "où", "si". */
  That = 1 << 10,
  Who = 1 << 11,
  /** Never part of a noun phrase, in none of the classes above: "je", "ce", "pas", "très". */
  NoNoun = 1 << 12,
  Comma = 1 << 13,
  Dash = 1 << 14,
  Hyphen = 1 << 15,
  Bracket = 1 << 16,
  Colon = 1 << 17,
  /** Semicolon, full stop, suspension points, exclamation and question mark. */
  Stop = 1 << 18,
}

/** Flags of a token in lower case with straight apostrophes; one look-up. */
export function flagsOf(word: string): number {
  const known = (table ??= build()).get(word) ?? 0;
  if (known !== 0) return word.endsWith('ment') ? known | WordFlag.Inserted : known;
  if (word.endsWith('ment')) return WordFlag.Inserted;
  return word.startsWith('..') ? WordFlag.Stop : 0;
}

// Made when first asked for and never changed.
let table: ReadonlyMap<string, number> | undefined;

function build(): ReadonlyMap<string, number> {
  const made = new Map<string, number>();
  for (const [flag, words] of classes) for (const word of words) made.set(word, (made.get(word) ?? 0) | flag);
  return made;
}

const classes: readonly (readonly [WordFlag, Iterable<string>])[] = [
  [WordFlag.Determiner, determiners],
  [WordFlag.Preposition, prepositions],
  [WordFlag.Conjunction, conjunctions],
  [WordFlag.SubjectPronoun, subjectPronouns.keys()],
  [WordFlag.ImpersonalPronoun, impersonalPronouns],
  [WordFlag.Clitic, clitics],
  [WordFlag.Auxiliary, auxiliaries.keys()],
  [WordFlag.CommonFinite, commonFiniteVerbs],
  [WordFlag.Inserted, insertedWords],
  [WordFlag.ClauseOpener, [...conjunctions, 'qui', 'dont', 'où', 'car', 'mais', 'et', 'lorsque', 'quand']],
  [WordFlag.That, ['que', "qu'", 'dont', 'où', 'si']],
  [WordFlag.Who, ['qui']],
  [WordFlag.NoNoun, "on je j' ce c' cela ça pas plus été avoir être très aussi ainsi notamment".split(' ')],
  [WordFlag.Comma, [',']],
  [WordFlag.Dash, ['–', '—']],
  [WordFlag.Hyphen, ['-']],
  [WordFlag.Bracket, ['(', ')']],
  [WordFlag.Colon, [':']],
  [WordFlag.Stop, [';', '.', '!', '?', '…']],
];
