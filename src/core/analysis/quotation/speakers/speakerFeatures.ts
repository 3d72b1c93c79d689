import type { EntitySuggestion } from '../../../annotation/suggestion';
import { documentNouns, organizationNouns } from '../../../language/fr/speech/nouns';
import { anaphoricHeads } from '../../../language/fr/speech/roles';
import { possessives } from '../../../language/fr/speech/functionWords';
import type { Draft } from '../drafts';
import type { Gender } from '../gender';
import { wordAt, type Passage } from '../passage';
import { classOf, singular, type Phrase } from '../phrases';
import { SentenceSign, type Appearance, type Cast } from './cast';
import { compareRoles, readRole, type Role, type RoleMatch } from './roles';

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
    phrase.mention === undefined || isGovernmentOf(passage, phrase) ? undefined : key(phrase.mention);
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

/** "le gouvernement Assad", "le clan Bouteflika": the person is named, and somebody else speaks. */
function isGovernmentOf(passage: Passage, phrase: Phrase): boolean {
  const person = phrase.mention !== undefined && passage.mentions[phrase.mention]?.type === 'person';
  return (
    person &&
    passage.mentionAt[phrase.head] !== phrase.mention &&
    classOf(wordAt(passage, phrase.head)) === 'organization'
  );
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

/** What tells whether the entity is the one who speaks. */
export function speakerFeatures(
  question: SpeakerQuestion,
  entity: EntitySuggestion,
  cast: Cast,
  history: readonly SpokenBefore[],
  nearest: Nearest,
): readonly string[] {
  const { kind } = question;
  const features = [`${kind}`, `${kind}:type:${entity.type}`];
  if (question.named.includes(entity.key)) features.push(...namedFeatures(question, entity));
  if (kind === 'name') return features;
  if (question.apposed === entity.key)
    features.push('apposed', `apposed:${entity.type}:${question.phrase?.nounClass}`);
  if (question.complements.includes(entity.key)) features.push(...complementFeatures(question, entity));
  features.push(...distanceFeatures(question, nearest), ...rankFeatures(question, entity, nearest));
  if (kind === 'pronoun' && nearest.before) features.push(...chainFeatures(question, nearest.before, cast));
  features.push(...historyFeatures(question, entity, history));
  if (question.draft.byLayout)
    features.push('layout', `layout:${cast.firstPerson === entity.key ? 'first-person' : 'other'}`);
  if (kind === 'pronoun' || kind === 'role') features.push(...agreement(question, entity, cast));
  if (question.role) features.push(...roleFeatures(question, question.role, entity, cast));
  return features;
}

/** A name in the phrase: its own head ("Gérard Collomb"), or an apposition to another noun ("le gouvernement Assad"). */
function namedFeatures({ phrase, passage }: SpeakerQuestion, entity: EntitySuggestion): string[] {
  const features = ['named', `named:${entity.type}`];
  if (phrase)
    features.push(
      `named:${entity.type}:${passage.mentionAt[phrase.head] === phrase.mention ? 'head' : classOf(wordAt(passage, phrase.head))}`,
    );
  if (entity.type !== 'person' && organizationNouns.has(entity.name.toLowerCase()))
    features.push('generic-name');
  return features;
}

function complementFeatures({ kind, phrase, passage }: SpeakerQuestion, entity: EntitySuggestion): string[] {
  const head = phrase ? wordAt(passage, phrase.head) : '';
  return [
    `${kind}:complement:${entity.type}`,
    `${kind}:complement:${phrase?.nounClass}:${entity.type}`,
    `complement-of:${singular(head)}:${entity.type}`,
  ];
}

/** Where the entity was last named before the question, and first behind it. */
export interface Nearest {
  readonly before?: Appearance;
  /** Rank among all named before, 0 for the last named. */
  readonly rank: number;
  /** The same among entities of its type, and among persons of the gender in question. */
  readonly typeRank: number;
  readonly fitRank?: number;
  readonly after?: Appearance;
  readonly count: number;
}

/**
 * Sentences in which nobody but the same pronoun is the subject carry the person on: the distance is counted from the first of
 * them.
 */
function chainFeatures(
  { phrase, sentence, passage }: SpeakerQuestion,
  before: Appearance,
  cast: Cast,
): string[] {
  const word = phrase ? wordAt(passage, phrase.head) : '';
  const sign = word === 'il' ? SentenceSign.Masculine : word === 'elle' ? SentenceSign.Feminine : 0;
  let first = sentence;
  while (first > 0 && cast.sentences[first - 1] === sign && sign !== 0 && sentence - first < 8) first--;
  const far = Math.max(0, Math.min(first - before.sentence, 4));
  return [`chain:${far}`, `chain:${far}:${before.first ? 'first' : before.free ? 'free' : 'governed'}`];
}

/** The last named of those whom the phrase can mean by type and gender. */
function rankFeatures(
  { kind }: SpeakerQuestion,
  entity: EntitySuggestion,
  { typeRank, fitRank }: Nearest,
): string[] {
  return [
    `${kind}:type-rank:${entity.type}:${Math.min(typeRank, 3)}`,
    ...(fitRank === undefined ? [] : [`${kind}:fit-rank:${Math.min(fitRank, 3)}`]),
  ];
}

function distanceFeatures(
  { kind, sentence, passage }: SpeakerQuestion,
  { before, rank, after, count }: Nearest,
): string[] {
  const features = [
    `${kind}:rank:${Math.min(rank, 4)}`,
    `${kind}:count:${count > 4 ? 'many' : count > 1 ? 'some' : 'once'}`,
  ];
  if (before) {
    const far = Math.min(sentence - before.sentence, 5);
    features.push(
      `${kind}:far:${far}`,
      `${kind}:far:${far}:${before.first ? 'first' : before.free ? 'free' : 'governed'}`,
    );
    if (before.quoted) features.push(`${kind}:quoted`);
    features.push(
      `${kind}:${before.block === passage.index ? 'same-paragraph' : before.block >= passage.index - 1 ? 'last-paragraph' : 'earlier-paragraph'}`,
    );
  } else features.push(`${kind}:never-before`);
  if (after && after.sentence - sentence <= 1)
    features.push(`${kind}:next:${after.sentence - sentence}:${after.first ? 'first' : 'other'}`);
  return features;
}

function historyFeatures(
  question: SpeakerQuestion,
  entity: EntitySuggestion,
  history: readonly SpokenBefore[],
): string[] {
  const last = history.at(-1);
  const { kind } = question;
  const features: string[] = [];
  if (last && last.entity === entity.key) {
    const far = Math.min(question.sentence - last.sentence, 4);
    features.push(
      `${kind}:last-speaker`,
      `${kind}:last-speaker:${far}`,
      `${kind}:last-speaker:${last.block === question.passage.index ? 'here' : 'earlier'}`,
    );
    if (question.draft.continues) features.push('continues-speaker');
  } else if (history.some((spoken) => spoken.entity === entity.key)) features.push(`${kind}:spoke-before`);
  if (last && last.entity !== undefined && last.entity !== entity.key)
    features.push(`${kind}:other-spoke-last`);
  return features;
}

function agreement(question: SpeakerQuestion, entity: EntitySuggestion, cast: Cast): string[] {
  const { kind, gender, plural } = question;
  const own = cast.genderOf(entity.key);
  const features: string[] = [];
  if (entity.type === 'person' && gender)
    features.push(`${kind}:gender:${own === undefined ? 'unknown' : own === gender ? 'same' : 'other'}`);
  if (entity.type === 'person') features.push(`${kind}:${plural ? 'plural-for-one' : 'one-for-one'}`);
  else features.push(`${kind}:${plural ? 'plural' : 'singular'}:${entity.type}:${gender ?? 'any'}`);
  return features;
}

function roleFeatures(question: SpeakerQuestion, role: Role, entity: EntitySuggestion, cast: Cast): string[] {
  const { kind, phrase, passage } = question;
  const features: string[] = [];
  const determiner = phrase?.determiner ?? 'bare';
  const definite = /^(?:le|la|l'|les|ce|cet|cette|ces)$/u.test(determiner)
    ? 'definite'
    : possessives.has(determiner)
      ? 'possessive'
      : determiner === 'bare'
        ? 'bare'
        : 'indefinite';
  features.push(
    `${kind}:${definite}`,
    `${kind}:${definite}:${entity.type}`,
    `${kind}:class:${phrase?.nounClass}:${entity.type}`,
  );
  if (phrase && anaphoricHeads.test(wordAt(passage, phrase.head)))
    features.push('anaphoric-head', `anaphoric-head:${entity.type}`);
  const match = bestMatch(role, entity, cast);
  if (!match) return [...features, `${kind}:no-role`, `${kind}:no-role:${definite}`];
  if (match.office) features.push(`${kind}:office`, `${kind}:office:${definite}`);
  if (match.head) features.push(`${kind}:head`, `${kind}:head:${definite}`);
  if (!match.office && !match.head)
    features.push(
      `${kind}:other-role`,
      `${kind}:other-role:${role.words.size + role.countries.size > 0 ? 'specific' : 'plain'}`,
    );
  features.push(
    `${kind}:country:${match.country}`,
    `${kind}:shared:${Math.min(match.shared, 2)}`,
    `${kind}:missing:${Math.min(match.missing, 2)}`,
  );
  features.push(
    `match:${match.office ? 'office' : match.head ? 'head' : 'other'}:${match.country}:${match.missing === 0 ? 'full' : 'part'}`,
  );
  if ((match.office || match.head) && match.missing === 0 && match.country !== 'other')
    features.push(`${kind}:full-match`, `${kind}:full-match:${definite}`);
  return features;
}

function bestMatch(role: Role, entity: EntitySuggestion, cast: Cast): RoleMatch | undefined {
  let best: RoleMatch | undefined;
  for (const stated of cast.roles.get(entity.key) ?? []) {
    const match = withEntityCountry(compareRoles(role, stated.role), role, entity);
    if (!best || strength(match) > strength(best)) best = match;
  }
  return best ?? (entity.type === 'organization' ? ownName(role, entity, cast) : undefined);
}

function withEntityCountry(match: RoleMatch, role: Role, entity: EntitySuggestion): RoleMatch {
  if (match.country !== 'unknown' || !entity.country || role.countries.size === 0) return match;
  return { ...match, country: role.countries.has(entity.country) ? 'same' : 'other' };
}

function strength(match: RoleMatch): number {
  return (
    (match.office ? 3 : 0) +
    (match.head ? 2 : 0) +
    match.shared -
    match.missing +
    (match.country === 'same' ? 2 : match.country === 'other' ? -3 : 0)
  );
}

/** "l’association" for an organisation whose own name begins with the noun. */
function ownName(role: Role, entity: EntitySuggestion, cast: Cast): RoleMatch | undefined {
  if (!organizationNouns.has(role.head)) return undefined;
  const own = cast.nameAsRole(entity);
  let shared = 0;
  for (const word of role.words) if (own.words.has(word)) shared++;
  return {
    office: false,
    head: own.head === role.head,
    shared,
    missing: role.words.size - shared,
    country: 'unknown',
  };
}

/** The last appearances before an offset, by entity, nearest first, and the first ones behind it; a bounded look both ways. */
export function nearestAppearances(
  cast: Cast,
  at: number,
  gender: Gender | undefined,
): ReadonlyMap<string, Nearest> {
  const { appearances } = cast;
  const middle = firstFrom(appearances, at);
  const found = new Map<string, Found>();
  for (let i = middle - 1; i >= 0 && i >= middle - longestLook; i--) {
    const appearance = appearances[i] as Appearance;
    const known = found.get(appearance.entity);
    if (known) known.count++;
    else found.set(appearance.entity, { before: appearance, rank: found.size, typeRank: 9, count: 1 });
  }
  for (let i = middle; i < appearances.length && i < middle + 6; i++) {
    const appearance = appearances[i] as Appearance;
    const known = found.get(appearance.entity);
    if (!known) found.set(appearance.entity, { after: appearance, rank: 9, typeRank: 9, count: 1 });
    else known.after ??= appearance;
  }
  return ranked(found, cast, gender);
}

type Found = {
  before?: Appearance;
  rank: number;
  typeRank: number;
  fitRank?: number;
  after?: Appearance;
  count: number;
};

/** Ranks within the type and the gender, in the order of the last naming. */
function ranked(found: Map<string, Found>, cast: Cast, gender: Gender | undefined): Map<string, Found> {
  const seen = new Map<string, number>();
  let fitting = 0;
  for (const [key, item] of found) {
    if (!item.before) continue;
    const type = cast.entities.get(key)?.type ?? '';
    item.typeRank = seen.get(type) ?? 0;
    seen.set(type, item.typeRank + 1);
    const own = cast.genderOf(key);
    if (type === 'person' && (gender === undefined || own === undefined || own === gender))
      item.fitRank = fitting++;
  }
  return found;
}

/** Names looked back over: more than any article holds between a person's name and her role. */
const longestLook = 80;

function firstFrom(appearances: readonly Appearance[], at: number): number {
  let low = 0;
  let high = appearances.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((appearances[middle] as Appearance).at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
