import { type PlainMap, type PlainValue, samePlain } from '../../core/annotation/plain';
import { parseSidecar } from '../../core/sidecar/parseSidecar';

/** The versions of a sidecar in one merge; empty text where there was none. */
export interface MergedFile {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  readonly result: string;
  /** A person settled what was in conflict: where both sides changed or removed a record, either's will do. */
  readonly chosen?: boolean;
}

type Records = ReadonlyMap<string, PlainMap>;

/**
 * Ids of records of which the result lacks what one side alone decided: an addition, a change, a removal. Where both sides changed one
 * field, either of the two will do, since a person or a conflict chose. A result that holds conflict markers is looked at by its text:
 * every value of a decision must stand in it somewhere. Knows nothing of how merging is done.
 */
export function lostDecisions({ base, ours, theirs, result, chosen = false }: MergedFile): readonly string[] {
  const [b, o, t] = [recordsOf(base), recordsOf(ours), recordsOf(theirs)];
  const ids = [...new Set([...o.keys(), ...t.keys(), ...b.keys()])];
  if (/^[<>]{7} /mu.test(result))
    return ids.filter((id) => !standsIn(result, b.get(id), [o.get(id), t.get(id)]));
  const r = recordsOf(result);
  const joined = joinedIds(ids, b, r, [o, t]);
  const free = (id: string) => chosen && isChoice(b.get(id), o.get(id), t.get(id), r.get(id));
  return ids.filter(
    (id) => !free(id) && isLost(b.get(id), o.get(id), t.get(id), r.get(joined.get(id) ?? id), joined),
  );
}

/** Both sides changed a record, and each of its values, or its absence, is that of one of them. */
function isChoice(
  base: PlainMap | undefined,
  ours: PlainMap | undefined,
  theirs: PlainMap | undefined,
  result: PlainMap | undefined,
): boolean {
  if (!base || samePlain(base, ours) || samePlain(base, theirs)) return false;
  if (!result) return !ours || !theirs;
  const keys = new Set([ours, theirs, result].flatMap((record) => Object.keys(record ?? {})));
  return [...keys].every((key) => [ours, theirs].some((side) => side && samePlain(side[key], result[key])));
}

function recordsOf(source: string): Records {
  const records = parseSidecar(source).sections.flatMap((section) => section.records);
  return new Map(
    records.flatMap(({ id, fields }) =>
      id === undefined
        ? []
        : [[id, Object.fromEntries(fields.map(({ key, value }) => [key, value]))] as const],
    ),
  );
}

function standsIn(
  result: string,
  base: PlainMap | undefined,
  sides: readonly (PlainMap | undefined)[],
): boolean {
  return sides.every(
    (side) =>
      side === undefined ||
      Object.entries(side).every(
        ([key, value]) => samePlain(base?.[key], value) || scalarsStand(result, value),
      ),
  );
}

function scalarsStand(result: string, value: PlainValue): boolean {
  if (typeof value === 'object' && value !== null)
    return Object.values(value as PlainMap).every((item) => scalarsStand(result, item));
  return result.includes(typeof value === 'string' ? JSON.stringify(value).slice(1, -1) : String(value));
}

/** Records that both sides added and the result holds once: from the id that is gone to the one that stayed. */
function joinedIds(
  ids: readonly string[],
  b: Records,
  r: Records,
  sides: readonly Records[],
): ReadonlyMap<string, string> {
  const joined = new Map<string, string>();
  for (const id of ids) {
    if (r.has(id) || b.has(id)) continue;
    const record = sides.map((side) => side.get(id)).find(Boolean);
    const twin = [...r].find(([, other]) => record && isTwin(record, other));
    if (twin) joined.set(id, twin[0]);
  }
  return joined;
}

const placeKeys = ['kind', 'type', 'form', 'status', 'exact', 'prefix', 'suffix', 'name', 'wikidata'];

function isTwin(a: PlainMap, b: PlainMap): boolean {
  const content = (record: PlainMap) => JSON.stringify(record.content ?? null);
  return placeKeys.every((key) => samePlain(a[key], b[key])) && content(a) === content(b);
}

function isLost(
  base: PlainMap | undefined,
  ours: PlainMap | undefined,
  theirs: PlainMap | undefined,
  result: PlainMap | undefined,
  joined: ReadonlyMap<string, string>,
): boolean {
  const keys = new Set([base, ours, theirs].flatMap((record) => Object.keys(record ?? {})));
  keys.delete('id');
  const [oursChanged, theirsChanged] = [!samePlain(base, ours), !samePlain(base, theirs)];
  if (!ours && !theirs) return result !== undefined;
  if (!ours || !theirs) {
    // Removed here, changed there: the change must have stayed. Removed alone: it must be gone.
    const kept = (ours ?? theirs) as PlainMap;
    const wasRemoved = base !== undefined && !(ours ? oursChanged : theirsChanged);
    if (wasRemoved) return result !== undefined;
    return !result || [...keys].some((key) => !sameValue(result[key], kept[key], joined));
  }
  if (!result) return true;
  return [...keys].some((key) => {
    const [wasOurs, wasTheirs] = [samePlain(base?.[key], ours[key]), samePlain(base?.[key], theirs[key])];
    const allowed = wasOurs ? [theirs[key]] : wasTheirs ? [ours[key]] : [ours[key], theirs[key]];
    return !allowed.some((value) => sameValue(result[key], value, joined));
  });
}

function sameValue(
  a: PlainValue | undefined,
  b: PlainValue | undefined,
  joined: ReadonlyMap<string, string>,
): boolean {
  return samePlain(a, b) || samePlain(a, renamed(b, joined));
}

function renamed(value: PlainValue | undefined, joined: ReadonlyMap<string, string>): PlainValue | undefined {
  if (typeof value === 'string') return joined.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item: PlainValue) => renamed(item, joined) as PlainValue);
  return value;
}
