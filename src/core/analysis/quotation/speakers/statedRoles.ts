import type { EntitySuggestion } from '../../../annotation/suggestion';
import type { Span } from '../../../util/span';
import { feminineDeterminers, masculineDeterminers } from '../../../language/fr/speech/functionWords';
import { feminineEndings, personNouns } from '../../../language/fr/speech/nouns';
import type { Gender } from '../gender';
import { spanOf, wordAt, type Passage } from '../passage';
import { classOf, findPhrases, type Phrase } from '../phrases';

/** A role that the article gives somebody, and where. */
export interface StatedRole {
  readonly span: Span;
  readonly text: string;
  readonly gender?: Gender;
}

/**
 * Roles by entity that a passage states: in close apposition ("le ministre Gérard Collomb"), between commas
 * ("Abdoulaye Diop, ministre malien…", "la première ministre, Theresa May,") or in brackets ("Anne Dupin (CGT)").
 */
export function collectRoles(
  passage: Passage,
  entities: ReadonlyMap<string, EntitySuggestion>,
): ReadonlyMap<string, readonly StatedRole[]> {
  const found = new Map<string, StatedRole[]>();
  const add: Add = (entity, role) => {
    if (entity === undefined || !entities.has(entity)) return;
    const known = found.get(entity);
    if (known) known.push(role);
    else found.set(entity, [role]);
  };
  for (const sentence of passage.sentences) inSentence(passage, sentence, add);
  return found;
}

type Add = (entity: string | undefined, role: StatedRole) => void;

function inSentence(passage: Passage, sentence: Span, add: Add): void {
  const phrases = findPhrases(passage, sentence, () => false);
  /** Who bears the role that the phrase before stated: "X, ministre … et président …" states two. */
  let bearer: string | undefined;
  for (const [index, phrase] of phrases.entries()) {
    const entity = personOf(passage, phrase);
    if (entity) close(passage, phrase, entity, add);
    const next = phrases[index + 1];
    if (bearer && next && isJoined(passage, phrase, next) && roleLike(next) && !personOf(passage, next)) {
      add(bearer, statedBy(passage, next));
      continue;
    }
    // The role that ends an enumeration behind a name is not the next name's: "X, ministre et président, Y".
    const taken = bearer !== undefined;
    bearer = undefined;
    if (next && !taken && isApposed(passage, phrase, next)) bearer = apposed(passage, phrase, next, add);
  }
}

function isJoined(passage: Passage, first: Phrase, second: Phrase): boolean {
  return (
    second.start === first.end + 1 && wordAt(passage, first.end) === 'et' && second.preposition === undefined
  );
}

function personOf(passage: Passage, phrase: Phrase): string | undefined {
  const mention = phrase.mention === undefined ? undefined : passage.mentions[phrase.mention];
  return mention?.type === 'person' ? mention.entity : undefined;
}

function organizationOf(passage: Passage, phrase: Phrase): string | undefined {
  const mention = phrase.mention === undefined ? undefined : passage.mentions[phrase.mention];
  return mention?.type === 'organization' ? mention.entity : undefined;
}

/** "le Premier ministre israélien Benyamin Netanyahou": the words before the name. */
function close(passage: Passage, phrase: Phrase, entity: string, add: Add): void {
  let end = phrase.start;
  while (end < phrase.end && passage.mentionAt[end] !== phrase.mention) end++;
  const start = phrase.determiner === undefined ? phrase.start : phrase.start + 1;
  if (end > start && isRole(passage, start, end))
    add(entity, statedIn(passage, start, end, phrase.determiner));
}

/** "X, role": a comma or a bracket between, nothing else. */
function isApposed(passage: Passage, first: Phrase, second: Phrase): boolean {
  return (
    second.start === first.end + 1 &&
    /^[,(]$/u.test(wordAt(passage, first.end)) &&
    second.preposition === undefined
  );
}

/** Gives the role to its bearer; returns the bearer when the name came first. */
function apposed(passage: Passage, first: Phrase, second: Phrase, add: Add): string | undefined {
  const bearer = personOf(passage, first) ?? organizationOf(passage, first);
  const later = personOf(passage, second) ?? organizationOf(passage, second);
  if (bearer && !personOf(passage, second) && roleLike(second)) {
    add(bearer, statedBy(passage, second));
    return bearer;
  }
  if (later && !bearer && roleLike(first) && isBareName(passage, second))
    add(later, statedBy(passage, first));
  return undefined;
}

function roleLike(phrase: Phrase): boolean {
  return phrase.kind === 'noun' && (phrase.nounClass === 'person' || phrase.nounClass === 'organization');
}

/** A name with nothing but a title before it. */
function isBareName(passage: Passage, phrase: Phrase): boolean {
  return (
    phrase.mention !== undefined &&
    (passage.mentionAt[phrase.head] === phrase.mention || phrase.end - phrase.start <= 4)
  );
}

function isRole(passage: Passage, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const kind = classOf(wordAt(passage, i));
    if (kind === 'person' || kind === 'organization') return true;
  }
  return false;
}

function statedBy(passage: Passage, phrase: Phrase): StatedRole {
  return statedIn(
    passage,
    phrase.determiner === undefined ? phrase.start : phrase.start + 1,
    phrase.end,
    phrase.determiner,
  );
}

function statedIn(passage: Passage, start: number, end: number, determiner: string | undefined): StatedRole {
  const words = passage.words.slice(start, end);
  const gender = genderOf(determiner, words[0] ?? '');
  const span = spanOf(passage, start, end);
  return {
    span,
    text: passage.tokens.text.slice(span.start - passage.offset, span.end - passage.offset),
    ...(gender && { gender }),
  };
}

function genderOf(determiner: string | undefined, head: string): Gender | undefined {
  if (determiner !== undefined && feminineDeterminers.has(determiner)) return 'feminine';
  if (determiner !== undefined && masculineDeterminers.has(determiner)) return 'masculine';
  if (!personNouns.has(head)) return undefined;
  if (feminineEndings.test(head)) return 'feminine';
  return /(?:teur|eur|ien|ier|er|ain|ois|ais|ant|ent|é|if|chef)$/u.test(head) &&
    !/professeur|auteur|docteur/u.test(head)
    ? 'masculine'
    : undefined;
}
