import { isPlainList, isPlainMap, type PlainMap, type PlainValue } from '../annotation/plain';
import type { AnnotationRecord, EntityRecord } from '../annotation/record';

/** The keys of a sidecar's records, in the order in which they are written. */
export const keyOrder: readonly string[] = [
  ...['id', 'kind', 'type', 'form', 'name', 'aliases', 'wikidata', 'register', 'notRegister'],
  ...['exact', 'prefix', 'suffix', 'content', 'cue', 'entity', 'value', 'source', 'speakers', 'candidates'],
  ...[
    'replaces',
    'was',
    'status',
    'scope',
    'by',
    'confidence',
    'why',
    'note',
    'formerIds',
    'suppress',
    'check',
  ],
];

/** The keys of a register's records, where they belong among the others. */
const registerKeys: Readonly<Record<string, readonly string[]>> = {
  aliases: ['acronyms', 'roles', 'role', 'of', 'since', 'until'],
  wikidata: ['orcid', 'isni', 'viaf', 'bnf', 'ror', 'siren', 'lei', 'geonames'],
  notRegister: ['description', 'image'],
};

/** The order of the keys of all records; keys that are not named here come last. */
export const writtenOrder: readonly string[] = keyOrder.flatMap((key) => [key, ...(registerKeys[key] ?? [])]);

/** The record as its keys and values in the file, in the order in which they are written; empty lists are left out. */
export function fieldsOf(record: AnnotationRecord | EntityRecord): PlainMap {
  const flat: Record<string, unknown> = { ...record };
  if ('selector' in record) {
    delete flat.selector;
    Object.assign(flat, record.selector);
  }
  return inOrder(compact(flat as PlainMap));
}

/** Known keys in their order, then the others as they are. */
export function inOrder(fields: PlainMap): PlainMap {
  const keys = Object.keys(fields);
  const known = writtenOrder.filter((key) => Object.hasOwn(fields, key));
  const order = [...known, ...keys.filter((key) => !writtenOrder.includes(key))];
  return Object.fromEntries(order.map((key) => [key, fields[key] as PlainValue]));
}

function compact(fields: PlainMap): PlainMap {
  const kept = Object.entries(fields).filter(
    ([, value]) => (value as unknown) !== undefined && !isEmpty(value),
  );
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutUndefined(value)]));
}

function isEmpty(value: PlainValue): boolean {
  return isPlainList(value) && value.length === 0;
}

function withoutUndefined(value: PlainValue): PlainValue {
  if (isPlainList(value)) return value.map(withoutUndefined);
  if (!isPlainMap(value)) return value;
  const kept = Object.entries(value).filter(([, item]) => (item as unknown) !== undefined);
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutUndefined(item)]));
}
