import type { EntitySuggestion } from '../../../annotation/suggestion';
import { organizationNouns } from '../../../language/fr/speech/nouns';
import { wordAt } from '../passage';
import { classOf, singular } from '../phrases';
import { SentenceSign, type Appearance, type Cast } from './cast';
import type { Nearest } from './nearest';
import type { SpeakerQuestion, SpokenBefore } from './question';
import { roleFeatures } from './roleFeatures';

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
  if (question.draft.level >= 0) features.push(`nested:${kind}:${entity.type}`);
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
  { kind, phrase, passage }: SpeakerQuestion,
  entity: EntitySuggestion,
  { typeRank, fitRank }: Nearest,
): string[] {
  return [
    `${kind}:type-rank:${entity.type}:${Math.min(typeRank, 3)}`,
    ...(fitRank === undefined ? [] : [`${kind}:fit-rank:${Math.min(fitRank, 3)}`]),
    ...(isLatter(phrase, passage) ? [`latter:${entity.type}:${Math.min(fitRank ?? typeRank, 3)}`] : []),
  ];
}

/** "ce dernier", "cette dernière", "celui-ci": the one named last. */
function isLatter(phrase: SpeakerQuestion['phrase'], passage: SpeakerQuestion['passage']): boolean {
  if (!phrase || phrase.plural) return false;
  return /^(?:derni(?:er|ère)|celui-ci|celle-ci)$/u.test(wordAt(passage, phrase.head));
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
