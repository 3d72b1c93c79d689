import { isPlainList, isPlainMap, type PlainMap, type PlainValue, samePlain } from '../annotation/plain';
import type { Chunk } from './chunks';

/** Which ids mean the same thing. */
export interface Identities {
  /** The id under which a record goes on; itself when it was never joined with another. */
  survivorOf(id: string): string;
}

/** Reads the records' `formerIds`; `joined` are ids given up besides, with those that they became. */
export function identitiesOf(
  files: readonly (readonly Chunk[])[],
  joined: ReadonlyMap<string, string> = new Map(),
): Identities {
  const survivors = new Map<string, string>(joined);
  for (const chunks of files)
    for (const { id, fields } of chunks)
      if (isPlainList(fields.formerIds))
        for (const former of fields.formerIds) if (typeof former === 'string') survivors.set(former, id);
  return {
    survivorOf: (id) => {
      let at = id;
      for (const seen = new Set([id]); survivors.has(at); seen.add(at)) {
        const next = survivors.get(at) as string;
        if (seen.has(next)) break;
        at = next;
      }
      return at;
    },
  };
}

const references = new Set(['entity', 'source', 'speakers', 'candidates']);

/** The same values, where ids that were joined are the same. */
export function sameByIdentity(identities: Identities): (a: PlainValue, b: PlainValue) => boolean {
  return (a, b) => samePlain(a, b) || samePlain(resolved(a, identities), resolved(b, identities));
}

export function resolved(value: PlainValue, identities: Identities): PlainValue {
  if (!isPlainMap(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [
    key,
    references.has(key) ? followed(item, identities) : item,
  ]);
  return Object.fromEntries(entries) as PlainMap;
}

function followed(value: PlainValue, identities: Identities): PlainValue {
  if (isPlainList(value)) return value.map((item) => followed(item, identities));
  return typeof value === 'string' ? identities.survivorOf(value) : value;
}
