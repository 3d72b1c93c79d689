import type { EntitySuggestion } from '../../../annotation/suggestion';
import { countryByName, countryOfCity } from '../../../language/fr/countries';
import { foldName } from '../../../language/fr/foldName';
import { knownCountry } from './aliases';
import type { Group } from './groups';
import { isAcronym, type NameForm } from './nameForm';
import type { Gender } from './persons';

/** Gender that a given name tells, where it tells one. */
export type GenderOf = (givenName: string) => Gender | undefined;

/** The entity without its roles, which need the other entities. */
export function describeEntity(group: Group, key: string, genderOf: GenderOf): EntitySuggestion {
  const spellings = spellingsOf(group);
  const name = fullestName(group.type, spellings);
  const forms = distinctForms(spellings);
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

/** A way to write the name, however often it stands in the article. */
interface Spelling {
  /** With single spaces. */
  readonly text: string;
  readonly words: number;
  count: number;
}

/** In order of first appearance: work on a name follows its spellings, not its mentions. */
function spellingsOf({ members }: Group): readonly Spelling[] {
  const firsts = new Map<NameForm, { start: number; count: number }>();
  for (const { form, mention } of members) {
    const first = firsts.get(form);
    if (!first) firsts.set(form, { start: mention.span.start, count: 1 });
    else {
      first.start = Math.min(first.start, mention.span.start);
      first.count++;
    }
  }
  const spellings = new Map<string, Spelling>();
  for (const [form, { count }] of [...firsts].sort(([, a], [, b]) => a.start - b.start)) {
    const text = form.text.replace(/\s+/gu, ' ');
    const known = spellings.get(text);
    if (known) known.count += count;
    else spellings.set(text, { text, words: form.words.length, count });
  }
  return [...spellings.values()];
}

/** Most words first, then the spelling in mixed case, the more frequent, the earlier. A person's name goes without its title. */
function fullestName(type: Group['type'], spellings: readonly Spelling[]): string {
  const ranked = spellings.map(({ text, words, count }) => {
    const length = type === 'person' ? 0 : text.length;
    return { text, rank: [words, isShouted(text) ? 0 : 1, isAcronym(text) ? 0 : 1, length, count] };
  });
  const { text } = ranked.reduce((a, b) => (compareRanks(b.rank, a.rank) > 0 ? b : a));
  return type === 'person' ? text.replace(/^(?:M\.|MM\.|Mme|Mlle|Me|Dr|Pr)\s+/u, '') : text;
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) if (value !== b[i]) return value - (b[i] ?? 0);
  return 0;
}

/** "Abdoulaye DIOP" as well as "ABDOULAYE DIOP". */
function isShouted(text: string): boolean {
  return text.split(' ').some((word) => /^\p{Lu}[\p{Lu}’'-]+$/u.test(word));
}

/** Those that differ in case, accents, apostrophes and spaces alone are one, acronyms aside. */
function distinctForms(spellings: readonly Spelling[]): string[] {
  const forms = new Map<string, string>();
  for (const { text } of spellings) {
    const key = `${isAcronym(text)} ${foldName(text)}`;
    if (!forms.has(key)) forms.set(key, text);
  }
  return [...forms.values()];
}

function countryOf(group: Group, name: string): string | undefined {
  if (group.type === 'location') return knownCountry(name) ?? countryOfCity(name);
  if (group.type === 'person') return group.members.find((member) => member.country !== undefined)?.country;
  if (group.type !== 'organization') return undefined;
  const last = /(?:\bde la |\bdu |\bdes |\bde |\bd['’]|\bde l['’])(\p{Lu}[\p{L}’' -]+)$/u.exec(name)?.[1];
  return last === undefined ? undefined : countryByName(last);
}
