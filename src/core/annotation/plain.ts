/** A value as YAML or JSON holds it, without anchors, tags or classes. */
export type PlainValue = string | number | boolean | null | readonly PlainValue[] | PlainMap;

export interface PlainMap {
  readonly [key: string]: PlainValue;
}

export function isPlainMap(value: PlainValue | undefined): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isPlainList(value: PlainValue | undefined): value is readonly PlainValue[] {
  return Array.isArray(value);
}

/** Deep equality; the order of a map's keys does not count, that of a list does. */
export function samePlain(a: PlainValue | undefined, b: PlainValue | undefined): boolean {
  if (a === b) return true;
  if (isPlainList(a)) return isPlainList(b) && sameLists(a, b);
  return isPlainMap(a) && isPlainMap(b) && sameMaps(a, b);
}

function sameLists(a: readonly PlainValue[], b: readonly PlainValue[]): boolean {
  return a.length === b.length && a.every((item, i) => samePlain(item, b[i]));
}

function sameMaps(a: PlainMap, b: PlainMap): boolean {
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && samePlain(a[key], b[key]))
  );
}
