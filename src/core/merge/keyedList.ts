import { isPlainList, isPlainMap, type PlainMap, type PlainValue, samePlain } from '../annotation/plain';

/** Lists of maps of which each is known by some of its fields, so that a merge goes item by item. */
export const keyedLists: Readonly<Record<string, readonly string[]>> = { roles: ['role', 'of'] };

export interface MergedList {
  readonly list: readonly PlainValue[];
  /** Some item was changed by both sides, each in its own way. */
  readonly conflict: boolean;
}

/** Item by item: what one side changed, added or removed is done; additions come behind what both know, ours or theirs by their text. */
export function mergeKeyedList(key: string, base: PlainMap, ours: PlainMap, theirs: PlainMap): MergedList {
  const [old, a, b] = [base, ours, theirs].map((map) => byKey(key, map[key])) as [Items, Items, Items];
  const known = [...old.keys()];
  const added = [...new Set([...a.keys(), ...b.keys()])].filter((id) => !old.has(id)).sort();
  const merged = [...known, ...added].map((id) => mergeItem(old.get(id), a.get(id), b.get(id)));
  return {
    list: merged.flatMap(({ item }) => (item === undefined ? [] : [item])),
    conflict: merged.some(({ conflict }) => conflict),
  };
}

type Items = ReadonlyMap<string, PlainValue>;

/** A role that somebody had twice is two items. */
function byKey(key: string, value: PlainValue | undefined): Items {
  const items = new Map<string, PlainValue>();
  for (const item of isPlainList(value) ? value : []) {
    const fields = isPlainMap(item) ? (keyedLists[key] ?? []).map((field) => item[field] ?? null) : [item];
    let id = JSON.stringify(fields);
    while (items.has(id)) id += '+';
    items.set(id, item);
  }
  return items;
}

function mergeItem(
  old: PlainValue | undefined,
  a: PlainValue | undefined,
  b: PlainValue | undefined,
): { readonly item: PlainValue | undefined; readonly conflict: boolean } {
  const [same, byUs, byThem] = [samePlain(a, b), !samePlain(old, a), !samePlain(old, b)];
  return { item: byUs ? a : b, conflict: byUs && byThem && !same };
}
