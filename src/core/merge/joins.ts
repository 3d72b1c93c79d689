import { isPlainList, isPlainMap, type PlainMap, type PlainValue, samePlain } from '../annotation/plain';
import type { Chunk } from './chunks';
import { type Identities, resolved } from './identities';

/** Two new records, one of each side, that are one and the same: `keep` is the smaller id. */
export interface Join {
  readonly keep: string;
  readonly drop: string;
}

/**
 * New records of both sides that say the same under two ids: the same decision on the same words, or entities with the same
 * identifier. Entities of the same name are not the same, only a person can tell.
 */
export function joinsOf(
  section: string,
  ours: readonly Chunk[],
  theirs: readonly Chunk[],
  identities: Identities,
): readonly Join[] {
  const free = new Set(theirs);
  return ours.flatMap((mine) => {
    const twin = [...free].find((other) => isSame(section, mine.fields, other.fields, identities));
    if (!twin || twin.id === mine.id) return [];
    free.delete(twin);
    const [keep, drop] = mine.id < twin.id ? [mine.id, twin.id] : [twin.id, mine.id];
    return [{ keep, drop }];
  });
}

const identifiers = [
  'wikidata',
  'register',
  'orcid',
  'isni',
  'viaf',
  'bnf',
  'ror',
  'siren',
  'lei',
  'geonames',
];

/** Fields that may differ between two people who decide the same. */
const incidental = new Set(['id', 'by', 'confidence', 'why', 'formerIds', 'prefix', 'suffix']);

function isSame(section: string, a: PlainMap, b: PlainMap, identities: Identities): boolean {
  if (section === 'entities')
    return identifiers.some((key) => typeof a[key] === 'string' && a[key] === b[key] && a.type === b.type);
  const [mine, other] = [a, b].map((fields) => essential(resolved(fields, identities) as PlainMap));
  return samePlain(mine, other) && contextsAgree(a, b);
}

function essential(value: PlainValue): PlainValue {
  if (isPlainList(value)) return value.map(essential);
  if (!isPlainMap(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !incidental.has(key));
  return Object.fromEntries(kept.map(([key, item]) => [key, essential(item)]));
}

/** The same place: as far as both describe it, the words before and after are the same. */
function contextsAgree(a: PlainValue | undefined, b: PlainValue | undefined): boolean {
  if (isPlainList(a) && isPlainList(b)) return a.every((item, i) => contextsAgree(item, b[i]));
  if (!isPlainMap(a) || !isPlainMap(b)) return true;
  if (!fits(a.prefix, b.prefix, (long, short) => long.endsWith(short))) return false;
  if (!fits(a.suffix, b.suffix, (long, short) => long.startsWith(short))) return false;
  return contextsAgree(a.content, b.content);
}

function fits(
  a: PlainValue | undefined,
  b: PlainValue | undefined,
  holds: (long: string, short: string) => boolean,
): boolean {
  const [x, y] = [a, b].map((value) => (typeof value === 'string' ? value : ''));
  return x !== undefined && y !== undefined && (holds(x, y) || holds(y, x));
}
