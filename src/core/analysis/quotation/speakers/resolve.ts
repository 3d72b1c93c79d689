import type { EntitySuggestion, SpeakerCandidate } from '../../../annotation/suggestion';
import { why, type Why } from '../../../annotation/why';
import type { Draft } from '../drafts';
import { score, softmax } from '../linear';
import type { QuotationModel } from '../model';
import type { Phrase } from '../phrases';
import type { Cast } from './cast';
import { nearestAppearances } from './nearest';
import { questionOf, type SpeakerQuestion, type SpokenBefore } from './question';
import { speakerByRelation } from './relations';
import { severalSpeakers } from './severalSpeakers';
import { speakerFeatures } from './speakerFeatures';

export interface Resolution {
  readonly question: SpeakerQuestion;
  /** Entity keys, empty for an abstention. */
  readonly speakers: readonly string[];
  readonly candidates: readonly SpeakerCandidate[];
  readonly confidence: number;
  readonly why: readonly Why[];
}

/** One possible speaker with its features, `undefined` for nobody the article names. */
export interface SpeakerOption {
  readonly entity: string | undefined;
  readonly features: readonly string[];
}

/** Most candidates weighed for one quotation: a bound on the cost, wide enough for any article. */
const mostOptions = 14;

export function speakerOptions(
  question: SpeakerQuestion,
  cast: Cast,
  history: readonly SpokenBefore[],
): readonly SpeakerOption[] {
  const nearest = question.kind === 'name' ? nowhere : nearestAppearances(cast, question.at, question.gender);
  const keys = new Set([
    ...question.named,
    ...(question.apposed === undefined ? [] : [question.apposed]),
    ...question.complements,
    ...(question.kind === 'name' ? [] : remembered(question, cast, history)),
  ]);
  for (const key of nearest.keys()) {
    if (keys.size >= mostOptions || question.kind === 'name') break;
    const entity = cast.entities.get(key);
    if (entity?.type === 'person' || entity?.type === 'organization') keys.add(key);
  }
  const options = [...keys].flatMap((key): SpeakerOption[] => {
    const entity = cast.entities.get(key);
    if (!entity || !canSpeak(question, entity, cast)) return [];
    return [
      {
        entity: key,
        features: speakerFeatures(
          question,
          entity,
          cast,
          history,
          nearest.get(key) ?? { rank: 9, typeRank: 9, count: 0 },
        ),
      },
    ];
  });
  return [
    ...options,
    { entity: undefined, features: [...nobody(question), ...anonymousBefore(question, history)] },
  ];
}

/** Where somebody was last named does not matter when the source names its speaker. */
const nowhere: ReturnType<typeof nearestAppearances> = new Map();

function canSpeak(question: SpeakerQuestion, entity: EntitySuggestion, cast: Cast): boolean {
  if (entity.type !== 'person' && nameless.has(entity.name.toLowerCase())) return false;
  // "la préfecture de l’Ain": a place speaks only where its own name is the subject of words of saying.
  if (entity.type === 'location' && !(question.named.includes(entity.key) && question.draft.cue))
    return false;
  if (entity.type === 'person' && isCollective(question, entity.key)) return false;
  if (isOnlyOfSpeaker(question, entity)) return false;
  return !isOfOtherGender(question, entity, cast);
}

/** "la mère de Maëlys", "le PDG de la SNCF": one close to them speaks, not they. */
function isOnlyOfSpeaker(
  { kind, phrase, complements, named, apposed }: SpeakerQuestion,
  { key, type }: EntitySuggestion,
): boolean {
  if (kind !== 'role' || named.includes(key) || apposed === key) return false;
  if (type === 'person') return complements.includes(key);
  return type === 'organization' && phrase?.nounClass === 'person' && !phrase.plural;
}

/** "le parquet", "les enquêteurs", "ils": never one person, unless it is named there. */
function isCollective({ kind, phrase, plural, named, apposed }: SpeakerQuestion, key: string): boolean {
  if (!phrase || named.includes(key) || apposed === key) return false;
  if (kind === 'pronoun') return plural;
  return kind === 'role' && (plural || phrase.nounClass === 'organization' || phrase.nounClass === 'group');
}

/** Authorities that a capital makes no name of: which town hall, which police? */
const nameless: ReadonlySet<string> = new Set(
  'mairie préfecture police gendarmerie parquet gouvernement tribunal cour armée ministère état justice exécutif direction région département ville commune union république'.split(
    ' ',
  ),
);

/** "elle" is no man: excluded rather than weighed, since a wrong name is worse than none. */
function isOfOtherGender(
  { kind, gender, plural }: SpeakerQuestion,
  entity: EntitySuggestion,
  cast: Cast,
): boolean {
  if (kind !== 'pronoun' || plural || entity.type !== 'person') return false;
  const own = cast.genderOf(entity.key);
  return gender !== undefined && own !== undefined && own !== gender;
}

/** Who spoke last, and who holds the role in question. */
function remembered(
  question: SpeakerQuestion,
  cast: Cast,
  history: readonly SpokenBefore[],
): readonly string[] {
  const last = history.slice(-1).flatMap((spoken) => spoken.entity ?? []);
  const { role } = question;
  return role
    ? [...last, ...[...role.offices, role.head].flatMap((key) => cast.byRole.get(key) ?? [])]
    : last;
}

/** A pronoun behind somebody who spoke without a name may well mean that one. */
function anonymousBefore({ kind, sentence }: SpeakerQuestion, history: readonly SpokenBefore[]): string[] {
  const last = history.at(-1);
  if (!last || last.entity !== undefined || last.kind !== 'role') return [];
  return [
    `nobody:${kind}:after-anonymous:${Math.min(sentence - last.sentence, 3)}`,
    `nobody:${kind}:after-anonymous`,
  ];
}

/** What speaks for a source that the article never names. */
function nobody({ kind, phrase, role, named, apposed, plural, passage, draft }: SpeakerQuestion): string[] {
  const features = [
    'nobody',
    `nobody:${kind}`,
    `nobody:${kind}:${phrase?.nounClass ?? 'none'}`,
    `nobody:${kind}:${phrase?.determiner ?? 'bare'}`,
  ];
  if (plural) features.push(`nobody:${kind}:plural`);
  if (named.length > 0) features.push('nobody:named');
  if (apposed !== undefined) features.push('nobody:apposed');
  if (role && role.offices.length > 0) features.push(`nobody:office:${role.offices[0]}`);
  if (phrase && kind === 'pronoun') features.push(`nobody:pronoun:${passage.words[phrase.head]}`);
  if (draft.continues) features.push('nobody:continues');
  if (draft.byLayout) features.push('nobody:layout');
  if (draft.level >= 0) features.push(`nobody:nested:${kind}`);
  return features;
}

/**
 * The speaker by all likely sources together: a source's chance times the speaker's chance under it. So an uncertain subject makes
 * an uncertain speaker, and two sources that mean the same person strengthen each other.
 */
export function resolveSpeaker(
  draft: Draft,
  cast: Cast,
  history: readonly SpokenBefore[],
  model: QuotationModel,
): Resolution {
  const readings = likelySources(draft).map(({ phrase, chance }) => {
    const question = questionOf(draft, cast, phrase);
    return {
      question,
      chance: chance * model.thresholds.reserve[question.kind],
      options: weigh(speakerOptions(question, cast, history), model),
    };
  });
  const { question, chance } = readings[0] as { question: SpeakerQuestion; chance: number };
  const certain = byRule(question, chance, cast, history, model);
  if (certain) return certain;
  const ranked = summed(readings);
  const best = ranked[0];
  const candidates = ranked.flatMap(({ entity, chance }): SpeakerCandidate[] =>
    entity !== undefined && chance >= leastCandidate ? [{ entity, score: chance }] : [],
  );
  const named = best?.entity !== undefined && best.chance >= model.thresholds.speakerNamed;
  return {
    question,
    speakers: named ? [best.entity as string] : [],
    candidates: candidates.slice(0, 5),
    confidence: named ? best.chance : (candidates[0]?.score ?? 0),
    why: named ? reasons(question, best.entity as string, cast, history) : [why('speaker-open')],
  };
}

/** Speakers whom the construction itself tells, where the source is likely enough. */
function byRule(
  question: SpeakerQuestion,
  chance: number,
  cast: Cast,
  history: readonly SpokenBefore[],
  { thresholds }: QuotationModel,
): Resolution | undefined {
  const several = severalSpeakers(question, cast, history);
  const speakers =
    several?.entities ?? [speakerByRelation(question, cast, history)].filter((key) => key !== undefined);
  if (speakers.length === 0) return undefined;
  const confidence = chance * thresholds.byRule[several?.how ?? 'relation'];
  if (confidence < thresholds.speakerNamed) return undefined;
  const names = speakers.map((key) => cast.entities.get(key)?.name ?? '').join(', ');
  return {
    question,
    speakers,
    candidates: speakers.map((entity) => ({ entity, score: confidence })),
    confidence,
    why: [why(several?.how === 'joined' ? 'speaker-named' : 'speaker-near', sourceWords(question), names)],
  };
}

function sourceWords({ phrase, passage: { tokens } }: SpeakerQuestion): string {
  return phrase ? tokens.text.slice(tokens.starts[phrase.start], tokens.ends[phrase.end - 1]) : '';
}

/** Chance below which a name is not worth a person's look. */
const leastCandidate = 0.05;

/** The best source and up to two rivals that are not much less likely. */
function likelySources({
  sources,
}: Draft): readonly { readonly phrase: Phrase | undefined; readonly chance: number }[] {
  if (sources.length === 0) return [{ phrase: undefined, chance: 1 }];
  const chances = softmax(sources.map((source) => source.score));
  const kept = sources.slice(0, 3).flatMap(({ phrase }, index) => {
    const chance = chances[index] as number;
    return index === 0 || chance > 0.1 ? [{ phrase, chance }] : [];
  });
  return kept;
}

interface Weighed {
  readonly entity: string | undefined;
  readonly chance: number;
}

function weigh(options: readonly SpeakerOption[], model: QuotationModel): readonly Weighed[] {
  const chances = softmax(options.map(({ features }) => score(model.speaker, features)));
  return options.map(({ entity }, index) => ({ entity, chance: chances[index] as number }));
}

function summed(
  readings: readonly { readonly chance: number; readonly options: readonly Weighed[] }[],
): readonly Weighed[] {
  const sums = new Map<string | undefined, number>();
  for (const { chance, options } of readings)
    for (const option of options)
      sums.set(option.entity, (sums.get(option.entity) ?? 0) + chance * option.chance);
  return [...sums].map(([entity, chance]) => ({ entity, chance })).sort((a, b) => b.chance - a.chance);
}

/** One sentence's worth of evidence for the speaker. */
function reasons(
  question: SpeakerQuestion,
  entity: string,
  cast: Cast,
  history: readonly SpokenBefore[],
): Why[] {
  const name = cast.entities.get(entity)?.name ?? '';
  const { kind } = question;
  const words = sourceWords(question);
  if (question.named.includes(entity)) return [why('speaker-named', words, name)];
  if (question.apposed === entity) return [why('speaker-apposed', words, name)];
  if (question.complements.includes(entity)) return [why('speaker-document', words, name)];
  if (kind === 'role') {
    const stated = (cast.roles.get(entity) ?? [])[0];
    return [stated ? why('speaker-role', words, name, stated.text) : why('speaker-near', words, name)];
  }
  if (history.at(-1)?.entity === entity)
    return [why(kind === 'pronoun' ? 'speaker-pronoun-last' : 'speaker-goes-on', words, name)];
  return [kind === 'pronoun' ? why('speaker-pronoun-near', words, name) : why('speaker-near', words, name)];
}
