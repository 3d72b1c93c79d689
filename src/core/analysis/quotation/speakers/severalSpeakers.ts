import type { MentionSuggestion } from '../../../annotation/suggestion';
import { determiners } from '../../../language/fr/speech/functionWords';
import { organizationNouns } from '../../../language/fr/speech/nouns';
import { tokenAt } from '../../../text/tokens';
import { wordAt, type Passage } from '../passage';
import { classOf, singular, type Phrase } from '../phrases';
import type { Appearance, Cast } from './cast';
import { firstFrom } from './nearest';
import { stem } from './roles';
import type { SpeakerQuestion, SpokenBefore } from './question';

/** Several entities that speak with one voice, and what shows it. */
export interface SeveralSpeakers {
  readonly entities: readonly string[];
  readonly how: 'joined' | 'counted' | 'again';
}

/** "Le Drian et Cazeneuve ont dit", "selon les deux ministres", "ils ont ajouté" behind such; `undefined` for one speaker. */
export function severalSpeakers(
  question: SpeakerQuestion,
  cast: Cast,
  history: readonly SpokenBefore[],
): SeveralSpeakers | undefined {
  const { phrase, draft } = question;
  if (!phrase || !draft.cue || (draft.cue.form === 'finite' && draft.cue.plural !== true)) return undefined;
  if (phrase.kind === 'name') return joined(question);
  if (phrase.count !== undefined)
    return again(question, history, phrase.count) ?? counted(question, phrase, cast);
  return phrase.kind === 'pronoun' && phrase.plural ? again(question, history) : undefined;
}

/** Names joined by "et" around the phrase's own, all persons or all organisations; a comma joins only before the "et". */
function joined({ passage, phrase }: SpeakerQuestion): SeveralSpeakers | undefined {
  const own = phrase?.mention;
  if (own === undefined) return undefined;
  const last = jointBehind(passage, own) === 'et' ? own + 1 : own;
  let first = own;
  if (last > own || jointBehind(passage, own - 1) === 'et') {
    if (last === own) first--;
    while (jointBehind(passage, first - 1) === ',') first--;
  }
  const entities = passage.mentions.slice(first, last + 1).map(({ entity }) => entity);
  const known = [...new Set(entities)].filter((entity) => entity !== undefined);
  return known.length > 1 && !entities.includes(undefined) ? { entities: known, how: 'joined' } : undefined;
}

/** What joins a mention to the next one of its type: "et" or a comma, an article, a title or a common noun between at most. */
function jointBehind(passage: Passage, mention: number): 'et' | ',' | undefined {
  const [one, other] = [passage.mentions[mention], passage.mentions[mention + 1]];
  if (!one || !other || one.type !== other.type || !/^(?:person|organization)$/u.test(one.type))
    return undefined;
  const from = endToken(passage, one);
  const to = tokenAt(passage.tokens, other.span.start - passage.offset);
  const joint = wordAt(passage, from);
  if ((joint !== 'et' && joint !== ',') || to - from > 4 || to <= from) return undefined;
  for (let i = from + 1; i < to; i++) {
    const word = wordAt(passage, i);
    if (
      !determiners.has(word) &&
      !isTitle(word) &&
      classOf(word) !== 'person' &&
      classOf(word) !== 'organization'
    )
      return undefined;
  }
  return joint;
}

function isTitle(word: string): boolean {
  return /^(?:m|mm|mme|mmes|me|dr|pr|mgr)\.?$/u.test(word);
}

function endToken({ tokens, offset }: Passage, { span }: MentionSuggestion): number {
  return tokenAt(tokens, span.end - offset - 1) + 1;
}

/** The same several as spoke last, not long before. */
function again(
  { sentence }: SpeakerQuestion,
  history: readonly SpokenBefore[],
  count?: number,
): SeveralSpeakers | undefined {
  const last = history.at(-1);
  if (!last?.group || sentence - last.sentence > 3) return undefined;
  return count === undefined || last.group.length === count
    ? { entities: last.group, how: 'again' }
    : undefined;
}

/** "les deux ministres": all who bear the role so far, else all of the kind in the sentences just before, if they are so many. */
function counted(question: SpeakerQuestion, phrase: Phrase, cast: Cast): SeveralSpeakers | undefined {
  const noun = wordAt(question.passage, phrase.head);
  const type = organizationNouns.has(singular(noun)) ? 'organization' : 'person';
  if (type === 'person' && !/^(?:person|group)$/u.test(phrase.nounClass)) return undefined;
  const before = namedBefore(question, cast, type, singular(noun));
  const bearers = (cast.byRole.get(stem(noun)) ?? []).filter((key) =>
    before.some(({ entity }) => entity === key),
  );
  if (bearers.length === phrase.count) return { entities: bearers, how: 'counted' };
  if (bearers.length > (phrase.count as number)) return undefined;
  return nearestSo(before, phrase.count as number);
}

/** Names looked back over, and sentences. */
const farthestNames = 60;
const farthestSentences = 6;

/** Who was named before, nearest first. */
function namedBefore(
  { at, sentence }: SpeakerQuestion,
  { appearances, entities, genderOf }: Cast,
  type: string,
  noun: string,
): readonly Appearance[] {
  const gender = /^femme$/u.test(noun) ? 'feminine' : /^homme$/u.test(noun) ? 'masculine' : undefined;
  const found: Appearance[] = [];
  for (let i = firstFrom(appearances, at) - 1, looked = 0; i >= 0 && looked < farthestNames; i--, looked++) {
    const appearance = appearances[i] as Appearance;
    if (appearance.quoted || entities.get(appearance.entity)?.type !== type) continue;
    if (sentence - appearance.sentence > farthestSentences) break;
    if (gender !== undefined && genderOf(appearance.entity) !== gender) continue;
    found.push(appearance);
  }
  return found;
}

/** Whole sentences back until there are as many; more at once cannot be told apart. */
function nearestSo(before: readonly Appearance[], count: number): SeveralSpeakers | undefined {
  const seen = new Set<string>();
  for (const [i, { entity, sentence }] of before.entries()) {
    seen.add(entity);
    const next = before[i + 1];
    if (next && next.sentence === sentence) continue;
    if (seen.size === count) return { entities: [...seen].reverse(), how: 'counted' };
    if (seen.size > count) return undefined;
  }
  return undefined;
}
