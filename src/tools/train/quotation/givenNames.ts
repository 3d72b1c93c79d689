import { allLocales } from '@faker-js/faker';
import type { Gender } from '../../../core/analysis/quotation/gender';

/** Gender that a given name tells, by the name lists of a development package; `undefined` where they disagree or lack it. */
export function genderOfGivenName(name: string): Gender | undefined {
  return (table ??= readLists()).get(name.toLowerCase());
}

let table: ReadonlyMap<string, Gender | undefined> | undefined;

function readLists(): ReadonlyMap<string, Gender | undefined> {
  const found = new Map<string, Gender | undefined>();
  for (const [locale, definition] of Object.entries(allLocales)) {
    if (!/^(?:fr|en|es|it|de|pt|nl|pl|tr|sv|cs)/u.test(locale)) continue;
    const names = definition.person?.first_name;
    for (const gender of ['feminine', 'masculine'] as const)
      for (const name of names?.[gender === 'feminine' ? 'female' : 'male'] ?? []) {
        const key = name.toLowerCase();
        if (!found.has(key)) found.set(key, gender);
        else if (found.get(key) !== gender && !locale.startsWith('fr'))
          found.set(key, locale.startsWith('fr') ? gender : found.get(key));
      }
  }
  return found;
}
