import { collectNames, type KnownName, type NamePrefixes } from '../../../core/index/namePrefixes';
import type { RegisterIndex } from '../../../core/register/registerIndex';
import { rolesAt } from '../../../core/register/rolesAt';
import { runWhole } from '../../schedule';

/** By the registers and the day of the article, on which roles depend. */
const known = new WeakMap<RegisterIndex, Map<string, NamePrefixes>>();

/**
 * Names that registers list, and a name with the role that its bearer has on the day, by their beginnings. They are collected in the
 * background when first wanted: until then there are none.
 */
export function registerNames(
  register: RegisterIndex,
  day: string | undefined,
  letters: string,
): readonly KnownName[] {
  const byDay = known.get(register) ?? new Map<string, NamePrefixes>();
  known.set(register, byDay);
  const found = byDay.get(day ?? '');
  if (found) return found.find(letters);
  byDay.set(day ?? '', nothing);
  void runWhole(collectNames(namesIn(register, day))).then((names) => byDay.set(day ?? '', names));
  return [];
}

const nothing: NamePrefixes = { find: () => [] };

function* namesIn({ entities }: RegisterIndex, day: string | undefined): Iterable<KnownName> {
  for (const { type, name, aliases, acronyms, roles } of entities) {
    for (const form of [name, ...aliases, ...acronyms]) yield { form, type };
    const now = rolesAt(roles, day).find(({ standing }) => standing === 'held');
    if (now?.role.role !== undefined) yield { form: `${name}, ${now.role.role}`, type };
  }
}
