import type { EntitySuggestion } from '../../../annotation/suggestion';
import { countryByName, countryOfCity } from '../../../language/fr/countries';
import { knownCountry } from './aliases';
import type { Group, NamedMention } from './groups';
import { foldName, isAcronym } from './nameForm';
import type { Gender } from './persons';

/** Gender that a given name tells, where it tells one. */
export type GenderOf = (givenName: string) => Gender | undefined;

/** The entity without its roles, which need the other entities. */
export function describeEntity(group: Group, key: string, genderOf: GenderOf): EntitySuggestion {
  const name = fullestName(group);
  const forms = distinctForms(group);
  const acronym = group.type === 'person' ? undefined : forms.find(isAcronym);
  const gender = group.type === 'person' ? (group.gender ?? genderOf(name.split(/\s/u)[0] ?? '')) : undefined;
  const country = countryOf(group, name);
  return {
    key,
    type: group.type,
    name,
    aliases: forms.filter((form) => form !== name && (isAcronym(form) || foldName(form) !== foldName(name))),
    ...(acronym !== undefined && { acronym }),
    ...(gender && { gender }),
    roles: [],
    ...(country !== undefined && { country }),
  };
}

/** Most words first, then the spelling in mixed case, the more frequent, the earlier. A person's name goes without its title. */
function fullestName(group: Group): string {
  const counts = new Map<string, number>();
  for (const { form } of group.members) counts.set(shown(form.text), (counts.get(shown(form.text)) ?? 0) + 1);
  const rank = (member: NamedMention) => {
    const text = shown(member.form.text);
    const words = member.form.words.length;
    return [
      words,
      isShouted(text) ? 0 : 1,
      isAcronym(text) ? 0 : 1,
      group.type === 'person' ? 0 : text.length,
      counts.get(text) ?? 0,
    ];
  };
  const best = group.members.reduce((a, b) => (compareRanks(rank(b), rank(a)) > 0 ? b : a));
  const text = shown(best.form.text);
  return group.type === 'person' ? text.replace(/^(?:M\.|MM\.|Mme|Mlle|Me|Dr|Pr)\s+/u, '') : text;
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) if (value !== b[i]) return value - (b[i] ?? 0);
  return 0;
}

function shown(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

/** "Abdoulaye DIOP" as well as "ABDOULAYE DIOP". */
function isShouted(text: string): boolean {
  return text.split(' ').some((word) => /^\p{Lu}[\p{Lu}’'-]+$/u.test(word));
}

/** Spellings in order of appearance; those that differ in case, accents, apostrophes and spaces alone are one, acronyms aside. */
function distinctForms(group: Group): string[] {
  const forms = new Map<string, string>();
  for (const { form } of group.members.toSorted((a, b) => a.mention.span.start - b.mention.span.start)) {
    const text = shown(form.text);
    const key = `${isAcronym(text)} ${foldName(text)}`;
    if (!forms.has(key)) forms.set(key, text);
  }
  return [...forms.values()];
}

function countryOf(group: Group, name: string): string | undefined {
  if (group.type === 'location') return knownCountry(name) ?? countryOfCity(name);
  if (group.type !== 'organization') return undefined;
  const last = /(?:\bde la |\bdu |\bdes |\bde |\bd['’]|\bde l['’])(\p{Lu}[\p{L}’' -]+)$/u.exec(name)?.[1];
  return last === undefined ? undefined : countryByName(last);
}
