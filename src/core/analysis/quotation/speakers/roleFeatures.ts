import type { EntitySuggestion } from '../../../annotation/suggestion';
import { possessives } from '../../../language/fr/speech/functionWords';
import { organizationNouns } from '../../../language/fr/speech/nouns';
import { anaphoricHeads } from '../../../language/fr/speech/roles';
import { wordAt } from '../passage';
import type { Cast } from './cast';
import type { SpeakerQuestion } from './question';
import { compareRoles, type Role, type RoleMatch } from './roles';

/** How well the entity's roles fit a source that is a noun phrase. */
export function roleFeatures(
  question: SpeakerQuestion,
  role: Role,
  entity: EntitySuggestion,
  cast: Cast,
): string[] {
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
