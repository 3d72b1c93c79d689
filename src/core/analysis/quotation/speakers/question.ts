import { documentNouns } from '../../../language/fr/speech/nouns';
import type { Draft } from '../drafts';
import type { Gender } from '../gender';
import { wordAt, type Passage } from '../passage';
import { classOf, singular, type Phrase } from '../phrases';
import type { Cast } from './cast';
import { readRole, type Role } from './roles';

/** How the source names its speaker. */
export type SourceKind = 'name' | 'role' | 'pronoun' | 'document' | 'none';

export interface SpeakerQuestion {
  readonly kind: SourceKind;
  readonly phrase?: Phrase;
  readonly passage: Passage;
  /** Article offset before which the speaker was named. */
  readonly at: number;
  readonly sentence: number;
  readonly role?: Role;
  readonly gender?: Gender;
  readonly plural: boolean;
  /** Entity keys named by the phrase itself or in apposition to it. */
  readonly named: readonly string[];
  readonly complements: readonly string[];
  /** Name that stands behind the phrase between commas. */
  readonly apposed?: string;
  readonly draft: Draft;
}

/** What earlier quotations left behind. */
export interface SpokenBefore {
  readonly entity: string | undefined;
  /** All of them where several spoke with one voice. */
  readonly group?: readonly string[];
  readonly sentence: number;
  readonly block: number;
  readonly kind: SourceKind;
  readonly head: string;
  readonly draft: Draft;
}

export function questionOf(draft: Draft, cast: Cast, phrase: Phrase | undefined): SpeakerQuestion {
  const { passage } = draft;
  const token = phrase?.start ?? draft.token;
  const at = phrase
    ? passage.offset + (passage.tokens.starts[phrase.start] as number)
    : (draft.content[0] as { start: number }).start;
  const base = {
    passage,
    at,
    sentence: cast.sentenceOf(passage, token),
    draft,
    plural: phrase?.plural ?? false,
  };
  if (!phrase) return { ...base, kind: 'none', named: [], complements: [] };
  const key = (mention: number) => passage.mentions[mention]?.entity;
  const complements = phrase.complements.map(key).filter((entity) => entity !== undefined);
  const named =
    phrase.mention === undefined || namesAnother(passage, phrase) ? undefined : key(phrase.mention);
  const apposed = apposedName(passage, phrase);
  const role =
    phrase.kind === 'noun' || (phrase.kind === 'name' && named === undefined)
      ? readRole(roleWords(passage, phrase))
      : undefined;
  return {
    ...base,
    kind: kindOf(passage, phrase, named),
    phrase,
    ...(role && { role: withCountries(role, complements, cast) }),
    ...(phrase.gender && { gender: phrase.gender }),
    named: named === undefined ? [] : [named],
    complements,
    ...(apposed !== undefined && { apposed }),
  };
}

/** "le gouvernement Assad", "la députée Horizons": one of another kind is named, and it is somebody else who speaks. */
function namesAnother(passage: Passage, phrase: Phrase): boolean {
  if (phrase.mention === undefined || passage.mentionAt[phrase.head] === phrase.mention) return false;
  const isPerson = passage.mentions[phrase.mention]?.type === 'person';
  return classOf(wordAt(passage, phrase.head)) === (isPerson ? 'organization' : 'person');
}

function kindOf(passage: Passage, phrase: Phrase, named: string | undefined): SourceKind {
  if (phrase.kind === 'pronoun') return 'pronoun';
  if (named !== undefined) return 'name';
  return phrase.nounClass === 'document' ||
    (phrase.kind === 'noun' && documentNouns.has(singular(wordAt(passage, phrase.head))))
    ? 'document'
    : 'role';
}

function roleWords(passage: Passage, phrase: Phrase): string[] {
  return passage.words.slice(phrase.determiner === undefined ? phrase.start : phrase.start + 1, phrase.end);
}

function withCountries(role: Role, complements: readonly string[], cast: Cast): Role {
  const countries = new Set(role.countries);
  for (const entity of complements) {
    const known = cast.entities.get(entity);
    if (known?.type === 'location' && known.country) countries.add(known.country);
  }
  return { ...role, countries };
}

/** "la première ministre, Theresa May," or "le directeur (Jean Dupin)": the entity of the name right behind. */
function apposedName(passage: Passage, phrase: Phrase): string | undefined {
  if (!/^[,(]$/u.test(wordAt(passage, phrase.end))) return undefined;
  let i = phrase.end + 1;
  if (
    /^(?:m\.|mme|me|mgr|le|la|l'|docteur|dr|pr|professeur|maître|général|colonel|commandant|capitaine|cheikh|sir)$/u.test(
      wordAt(passage, i),
    )
  )
    i++;
  if (/^(?:docteur|dr|pr|professeur|maître|général|colonel|commandant|capitaine)$/u.test(wordAt(passage, i)))
    i++;
  const mention = passage.mentions[passage.mentionAt[i] as number];
  if (!mention || passage.mentionAt[i - 1] === passage.mentionAt[i]) return undefined;
  if (!closesApposition(passage, i)) return undefined;
  if (mention.type === 'person')
    return /^(?:person|other)$/u.test(phrase.nounClass) ? mention.entity : undefined;
  return mention.type === 'organization' && phrase.nounClass === 'organization' ? mention.entity : undefined;
}

/** An apposition ends with a comma, a bracket or the sentence; "Selon le parquet, X aurait…" goes on. */
function closesApposition(passage: Passage, at: number): boolean {
  let i = at;
  while (i < passage.tokens.count && passage.mentionAt[i] === passage.mentionAt[at]) i++;
  return (
    i >= passage.tokens.count ||
    /^[,).;:«"“(–—]$/u.test(wordAt(passage, i)) ||
    passage.inside[i] !== passage.inside[at]
  );
}
