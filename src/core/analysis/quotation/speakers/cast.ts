import type { EntitySuggestion, MentionSuggestion } from '../../../annotation/suggestion';
import { feminineTitles, masculineTitles } from '../../../language/fr/speech/roles';
import { prepositions } from '../../../language/fr/speech/functionWords';
import type { Steps } from '../../../util/steps';
import type { EntityLayer } from '../../types';
import type { Gender } from '../gender';
import { wordAt, type Passage } from '../passage';
import { tokenAt } from '../../../text/tokens';
import { readRole, type Role } from './roles';

/** Where an entity is named, in article order. */
export interface Appearance {
  readonly entity: string;
  /** UTF-16 offset in the article. */
  readonly at: number;
  /** Running number of the reporter's sentence in the article. */
  readonly sentence: number;
  readonly block: number;
  /** Named inside quotation marks: talked about rather than talking. */
  readonly quoted: boolean;
  /** Not behind a preposition. */
  readonly free: boolean;
  /** The first free name of its sentence. */
  readonly first: boolean;
}

/** A role that the entity layer found stated of somebody, read for comparison. */
export interface KnownRole {
  readonly role: Role;
  readonly text: string;
  readonly gender?: Gender;
}

/** Everybody the article names who could speak, with what it tells about them. */
export interface Cast {
  readonly entities: ReadonlyMap<string, EntitySuggestion>;
  readonly appearances: readonly Appearance[];
  readonly roles: ReadonlyMap<string, readonly KnownRole[]>;
  /** Entities by the office or head noun of their roles. */
  readonly byRole: ReadonlyMap<string, readonly string[]>;
  /** What the reporter's sentences hold, by running number: the pronouns il and elle, and free names of persons. */
  readonly sentences: Uint8Array;
  /** The first person named: whom an interview is with. */
  readonly firstPerson: string | undefined;
  genderOf(entity: string): Gender | undefined;
  /** The entity's own name read like a role: "Association des riverains" for "l’association". */
  nameAsRole(entity: EntitySuggestion): Role;
  /** Running number of the sentence that holds the token. */
  sentenceOf(passage: Passage, token: number): number;
}

export function* createCast(passages: readonly Passage[], layer: EntityLayer): Steps<Cast> {
  const firstSentence = new Map<Passage, number>();
  let count = 0;
  for (const passage of passages) {
    firstSentence.set(passage, count);
    count += passage.sentences.length;
  }
  const entities = new Map(layer.entities.map((entity) => [entity.key, entity]));
  const sentences = new Uint8Array(count);
  const roles = yield* readRoles(layer.entities);
  const genders = gendersOf(passages, entities, roles);
  const sentenceOf: Cast['sentenceOf'] = (passage, token) =>
    (firstSentence.get(passage) ?? 0) + sentenceIndex(passage, token);
  const appearances: Appearance[] = [];
  for (const passage of passages) {
    for (const appearance of appearancesIn(passage, entities, sentenceOf)) appearances.push(appearance);
    yield;
  }
  notePronouns(passages, sentences, sentenceOf);
  for (const { entity, sentence, free } of appearances)
    if (free && entities.get(entity)?.type === 'person')
      sentences[sentence] = (sentences[sentence] as number) | SentenceSign.Person;
  return {
    entities,
    sentences,
    roles,
    byRole: roleIndex(roles),
    appearances,
    firstPerson: firstPersonOf(passages),
    genderOf: (entity) => entities.get(entity)?.gender ?? genders.get(entity),
    nameAsRole: namesAsRoles(),
    sentenceOf,
  };
}

/** Roles looked at of one entity: more than any article gives anybody. */
const mostRoles = 16;

function* readRoles(entities: readonly EntitySuggestion[]): Steps<ReadonlyMap<string, readonly KnownRole[]>> {
  const known = new Map<string, readonly KnownRole[]>();
  for (const { key, roles } of entities) {
    if (roles.length === 0) continue;
    const read = roles
      .slice(0, mostRoles)
      .map(({ text, gender }) => ({ role: readRole(wordsOf(text)), text, ...(gender && { gender }) }));
    known.set(key, read);
    yield;
  }
  return known;
}

/** Each name is read once, when first asked for. */
function namesAsRoles(): Cast['nameAsRole'] {
  const read = new Map<string, Role>();
  return ({ key, name }) => {
    const role = read.get(key) ?? readRole(wordsOf(name));
    read.set(key, role);
    return role;
  };
}

/** In lower case, an elided article by itself, as tokens have it. */
function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replace(/[’ʼ]/gu, "'")
    .replace(/'(?! )/gu, "' ")
    .split(/\s+/u);
}

/** Bits of `Cast.sentences`. */
export const enum SentenceSign {
  Masculine = 1,
  Feminine = 2,
  Person = 4,
}

function notePronouns(
  passages: readonly Passage[],
  sentences: Uint8Array,
  sentenceOf: Cast['sentenceOf'],
): void {
  for (const passage of passages)
    for (const [token, word] of passage.words.entries()) {
      const sign = word === 'il' ? SentenceSign.Masculine : word === 'elle' ? SentenceSign.Feminine : 0;
      if (sign === 0 || passage.inside[token] !== -1) continue;
      const sentence = sentenceOf(passage, token);
      sentences[sentence] = (sentences[sentence] as number) | sign;
    }
}

function firstPersonOf(passages: readonly Passage[]): string | undefined {
  for (const { mentions } of passages) {
    const person = mentions.find((mention) => mention.type === 'person' && mention.entity !== undefined);
    if (person) return person.entity;
  }
  return undefined;
}

function sentenceIndex(passage: Passage, token: number): number {
  let low = 0;
  let high = passage.sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((passage.sentences[middle] as { start: number }).start <= token) low = middle;
    else high = middle - 1;
  }
  return low;
}

function appearancesIn(
  passage: Passage,
  entities: ReadonlyMap<string, EntitySuggestion>,
  sentenceOf: Cast['sentenceOf'],
): Appearance[] {
  const found: Appearance[] = [];
  let seen = -1;
  for (const mention of passage.mentions) {
    const entity = mention.entity;
    if (entity === undefined || !entities.has(entity)) continue;
    const token = tokenAt(passage.tokens, mention.span.start - passage.offset);
    const sentence = sentenceOf(passage, token);
    const quoted = passage.inside[token] !== -1;
    const free = !quoted && !isGoverned(passage, token);
    found.push({
      entity,
      at: mention.span.start,
      sentence,
      block: passage.index,
      quoted,
      free,
      first: free && seen !== sentence,
    });
    if (free) seen = sentence;
  }
  return found;
}

/** Behind a preposition, an article or title between them at most. */
function isGoverned(passage: Passage, token: number): boolean {
  for (let i = token - 1; i >= Math.max(0, token - 2); i--)
    if (prepositions.has(wordAt(passage, i))) return true;
  return false;
}

/** Genders that titles and the article's own words tell; a contradiction tells nothing. */
function gendersOf(
  passages: readonly Passage[],
  entities: ReadonlyMap<string, EntitySuggestion>,
  roles: ReadonlyMap<string, readonly KnownRole[]>,
): ReadonlyMap<string, Gender> {
  const votes = new Map<string, number>();
  const vote = (entity: string, gender: Gender | undefined) => {
    if (gender) votes.set(entity, (votes.get(entity) ?? 0) + (gender === 'feminine' ? 1 : -1));
  };
  for (const passage of passages)
    for (const mention of passage.mentions)
      if (mention.type === 'person' && mention.entity) vote(mention.entity, genderByTitle(passage, mention));
  for (const [entity, stated] of roles)
    for (const role of stated) if (entities.get(entity)?.type === 'person') vote(entity, role.gender);
  return new Map(
    [...votes].flatMap(([entity, sum]): [string, Gender][] =>
      sum === 0 ? [] : [[entity, sum > 0 ? 'feminine' : 'masculine']],
    ),
  );
}

function genderByTitle(passage: Passage, mention: MentionSuggestion): Gender | undefined {
  const token = tokenAt(passage.tokens, mention.span.start - passage.offset);
  const before = wordAt(passage, token - 1);
  const own = wordAt(passage, token);
  if (masculineTitles.test(before) || masculineTitles.test(own)) return 'masculine';
  return feminineTitles.test(before) || feminineTitles.test(own) ? 'feminine' : undefined;
}

function roleIndex(roles: ReadonlyMap<string, readonly KnownRole[]>): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const [entity, stated] of roles)
    for (const { role } of stated)
      for (const key of new Set([...role.offices, role.head])) {
        const known = index.get(key);
        if (!known) index.set(key, [entity]);
        else if (!known.includes(entity) && known.length < 12) known.push(entity);
      }
  return index;
}
