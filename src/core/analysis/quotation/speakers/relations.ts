import { wordAt } from '../passage';
import type { Appearance, Cast } from './cast';
import { firstFrom } from './nearest';
import type { SpeakerQuestion, SpokenBefore } from './question';

/** The entity that the phrase means by its relation to another: "le premier … le second", "son homologue russe". */
export function speakerByRelation(
  question: SpeakerQuestion,
  cast: Cast,
  history: readonly SpokenBefore[],
): string | undefined {
  const { phrase, passage } = question;
  if (!phrase || phrase.kind !== 'noun' || phrase.plural || question.apposed !== undefined) return undefined;
  const head = wordAt(passage, phrase.head);
  if (/^(?:premi(?:er|ère)|second|seconde)$/u.test(head) && phrase.end - phrase.start === 2)
    return ofPair(question, cast, head.startsWith('premi') ? 0 : 1);
  return head === 'homologue' ? counterpart(question, cast, history) : undefined;
}

/** Names looked back over. */
const farthest = 40;

function namedBefore({ appearances }: Cast, at: number): readonly Appearance[] {
  const end = firstFrom(appearances, at);
  return appearances.slice(Math.max(0, end - farthest), end);
}

/** The first or second of two whom one of the last sentences names; nobody where it names more or fewer. */
function ofPair({ at, sentence }: SpeakerQuestion, cast: Cast, which: 0 | 1): string | undefined {
  const before = namedBefore(cast, at);
  for (let back = 0; back <= 3; back++)
    for (const type of ['person', 'organization']) {
      const keys = new Set<string>();
      for (const { entity, sentence: own } of before)
        if (own === sentence - back && cast.entities.get(entity)?.type === type) keys.add(entity);
      if (keys.size === 2) return [...keys][which];
    }
  return undefined;
}

/** Whoever holds a role for the country that the phrase names; only where one alone does, and not who spoke last. */
function counterpart(
  { role, at }: SpeakerQuestion,
  cast: Cast,
  history: readonly SpokenBefore[],
): string | undefined {
  if (!role || role.countries.size === 0) return undefined;
  const fitting = new Set<string>();
  for (const { entity } of namedBefore(cast, at)) {
    if (cast.entities.get(entity)?.type !== 'person' || entity === history.at(-1)?.entity) continue;
    const isOfCountry = (cast.roles.get(entity) ?? []).some(({ role: own }) =>
      [...own.countries].some((country) => role.countries.has(country)),
    );
    if (isOfCountry) fitting.add(entity);
  }
  return fitting.size === 1 ? [...fitting][0] : undefined;
}
