import type { PlainMap, PlainValue } from '../annotation/plain';

/** Keys that only make sense together: a merge takes all of them from one side or none. */
export interface Unit {
  readonly name: string;
  readonly keys: readonly string[];
}

/** The units of all kinds of records. A key that is in none is a unit of its own. */
const units: readonly Unit[] = [
  { name: 'decision', keys: ['status', 'scope', 'type', 'replaces'] },
  { name: 'words', keys: ['exact', 'prefix', 'suffix', 'content', 'was'] },
  { name: 'attribution', keys: ['source', 'speakers', 'candidates'] },
  { name: 'suggestion', keys: ['confidence', 'why'] },
];

/**
 * What a check was made on. When one side checked and the other changed one of these, a merge of both would say of words or a
 * speaker what nobody checked.
 */
export const checkedUnits: readonly string[] = ['words', 'attribution', 'cue', 'form'];

/** Lists to which both sides may add without contradicting each other. */
export const setKeys: ReadonlySet<string> = new Set(['aliases', 'acronyms', 'formerIds', 'notRegister']);

/** Units that no person decides on, so that two versions are no conflict: either will do. */
export const indifferentUnits: ReadonlySet<string> = new Set(['suggestion', 'by']);

export function unitOf(key: string): Unit {
  return units.find(({ keys }) => keys.includes(key)) ?? { name: key, keys: [key] };
}

/** All units that some of the maps have keys of, in the order in which they appear. */
export function unitsOf(...maps: readonly (PlainMap | undefined)[]): readonly Unit[] {
  const found = new Map<string, Unit>();
  for (const map of maps)
    for (const key of Object.keys(map ?? {})) {
      const unit = unitOf(key);
      if (key !== 'id') found.set(unit.name, unit);
    }
  return [...found.values()];
}

/** The unit's part of a record; empty when it has none. */
export function pick(map: PlainMap | undefined, unit: Unit): PlainMap {
  const present = unit.keys.filter((key) => map && Object.hasOwn(map, key) && !isNothing(map[key]));
  return Object.fromEntries(present.map((key) => [key, map?.[key] as PlainValue]));
}

/** An empty list or value says no more than an absent one. */
function isNothing(value: PlainValue | undefined): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
