import { isPlainList, isPlainMap, type PlainMap, type PlainValue, samePlain } from '../annotation/plain';
import { keyedLists, mergeKeyedList } from './keyedList';
import type { Side } from './types';
import { checkedUnits, indifferentUnits, pick, setKeys, type Unit, unitsOf } from './units';

/** One record in the three versions; absent where a version does not have it. */
export interface Versions {
  readonly base?: PlainMap;
  readonly ours: PlainMap;
  readonly theirs: PlainMap;
}

/** Both sides changed a unit, each in its own way. The maps hold the unit's keys only. */
export interface UnitConflict {
  readonly unit: string;
  readonly base: PlainMap;
  readonly ours: PlainMap;
  readonly theirs: PlainMap;
}

export interface MergedFields {
  /** With our version of each unit in conflict, unless a side was chosen for it. */
  readonly fields: PlainMap;
  readonly conflicts: readonly UnitConflict[];
  /** Units that come from their side. */
  readonly fromTheirs: readonly string[];
}

/** `chosen` tells the side that a person took for a unit in conflict. `same` compares values, knowing which ids mean the same. */
export function mergeFields(
  versions: Versions,
  chosen: (unit: string) => Side | undefined,
  same: (a: PlainValue, b: PlainValue) => boolean = samePlain,
): MergedFields {
  const units = unitsOf(versions.ours, versions.theirs, versions.base);
  const changes = units.map((unit) => changeOf(versions, unit, same));
  const conflicts: UnitConflict[] = [];
  const fromTheirs: string[] = [];
  const fields: Record<string, PlainValue> = versions.ours.id === undefined ? {} : { id: versions.ours.id };
  for (const change of changes) {
    const conflict = isConflict(change) || breaksCheck(change, changes);
    const side = conflict ? chosen(change.unit.name) : undefined;
    if (conflict && !side) conflicts.push({ ...change, unit: change.unit.name });
    const value = conflict ? change[side ?? 'ours'] : settled(change);
    if (samePlain(value, change.theirs) && !samePlain(value, change.ours)) fromTheirs.push(change.unit.name);
    Object.assign(fields, value);
  }
  return { fields, conflicts, fromTheirs };
}

interface Change {
  readonly unit: Unit;
  readonly base: PlainMap;
  readonly ours: PlainMap;
  readonly theirs: PlainMap;
  readonly byUs: boolean;
  readonly byThem: boolean;
  readonly alike: boolean;
}

function changeOf(
  { base, ours, theirs }: Versions,
  unit: Unit,
  same: (a: PlainValue, b: PlainValue) => boolean,
): Change {
  const parts = { base: pick(base, unit), ours: pick(ours, unit), theirs: pick(theirs, unit) };
  return {
    unit,
    ...parts,
    byUs: !same(parts.base, parts.ours),
    byThem: !same(parts.base, parts.theirs),
    alike: same(parts.ours, parts.theirs) || sameWords(unit, parts.ours, parts.theirs),
  };
}

function isConflict({ unit, byUs, byThem, alike, base, ours, theirs }: Change): boolean {
  if (unit.name in keyedLists) return mergeKeyedList(unit.name, base, ours, theirs).conflict;
  const free = indifferentUnits.has(unit.name) || unit.keys.some((key) => setKeys.has(key));
  return byUs && byThem && !alike && !free;
}

/** One side checked, the other changed what was checked: the change is fine, the check is not. */
function breaksCheck(change: Change, changes: readonly Change[]): boolean {
  if (change.unit.name !== 'check' || change.alike) return false;
  const checked = changes.filter(({ unit }) => checkedUnits.includes(unit.name));
  return (
    (change.byUs && checked.some(({ byThem, alike }) => byThem && !alike)) ||
    (change.byThem && checked.some(({ byUs, alike }) => byUs && !alike))
  );
}

/** The merged part where there is no conflict. Symmetric: which side is called ours makes no difference. */
function settled({ unit, base, ours, theirs, byUs, byThem }: Change): PlainMap {
  const set = unit.keys.find((key) => setKeys.has(key));
  if (set !== undefined) return mergedSet(set, base, ours, theirs);
  if (unit.name in keyedLists) {
    const { list } = mergeKeyedList(unit.name, base, ours, theirs);
    return list.length > 0 ? { [unit.name]: list } : {};
  }
  if (!byThem) return ours;
  if (!byUs) return theirs;
  return JSON.stringify(ours) <= JSON.stringify(theirs) ? ours : theirs;
}

/** The same words with other context are the same decision: the context was written anew because the text around it changed. */
function sameWords(unit: Unit, a: PlainMap, b: PlainMap): boolean {
  return unit.name === 'words' && samePlain(wordsOnly(a), wordsOnly(b));
}

function wordsOnly(value: PlainValue): PlainValue {
  if (isPlainList(value)) return value.map(wordsOnly);
  if (!isPlainMap(value)) return value;
  const kept = Object.entries(value).filter(([key]) => key !== 'prefix' && key !== 'suffix');
  return Object.fromEntries(kept.map(([key, item]) => [key, wordsOnly(item)]));
}

/** What both have, without what one of them removed, then what either added. */
function mergedSet(key: string, base: PlainMap, ours: PlainMap, theirs: PlainMap): PlainMap {
  const list = (map: PlainMap) => (isPlainList(map[key]) ? (map[key] as readonly PlainValue[]) : []);
  const has = (items: readonly PlainValue[], item: PlainValue) =>
    items.some((other) => samePlain(other, item));
  const [old, a, b] = [list(base), list(ours), list(theirs)];
  const kept = old.filter((item) => has(a, item) && has(b, item));
  const added = [...a, ...b].filter((item) => !has(old, item));
  const unique = added.filter((item, i) => !has(added.slice(0, i), item));
  const sorted = unique.toSorted((x, y) => (String(x) < String(y) ? -1 : 1));
  const merged = [...kept, ...sorted];
  return merged.length > 0 ? { [key]: merged } : {};
}
