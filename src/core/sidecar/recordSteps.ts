import { type PlainMap, samePlain } from '../annotation/plain';
import type { SidecarChange } from './editSidecar';
import type { RawRecord } from './recordFile';
import type { Sidecar } from './sidecar';

/** What one decision did to one record: its fields as the file has them, unknown ones too; `undefined` where it is not there. */
export interface RecordStep {
  readonly id: string;
  readonly section: string;
  readonly before?: PlainMap;
  readonly after?: PlainMap;
  /** Its place among the records of its section. */
  readonly index: number;
  /** Ids of the records that stand before it in its section, the nearest first: where it goes when it comes back. */
  readonly behind: readonly string[];
}

/** When the nearest is gone, one of these still tells about where a record stood. */
const mostNeighbours = 8;

/** What the changes did, by comparing the records they name in the sidecar before and after. Those that came to nothing are left out. */
export function recordSteps(
  before: Sidecar,
  after: Sidecar,
  changes: readonly SidecarChange[],
): readonly RecordStep[] {
  const [old, now] = [recordsOf(before), recordsOf(after)];
  const ids = new Set(changes.map(idOf));
  return [...ids].flatMap((id) => {
    const [was, is] = [old.get(id), now.get(id)];
    const there = is ?? was;
    if (!there || samePlain(was && fieldsOfRaw(was.record), is && fieldsOfRaw(is.record))) return [];
    return {
      id,
      section: there.record.section,
      index: there.index,
      behind: there.behind(),
      ...(was && { before: fieldsOfRaw(was.record) }),
      ...(is && { after: fieldsOfRaw(is.record) }),
    };
  });
}

export function idOf(change: SidecarChange): string {
  if (change.kind === 'set' || change.kind === 'remove') return change.id;
  return change.kind === 'restore' ? String(change.fields.id) : change.record.id;
}

/** The fields as they stand in the file, in its order. */
export function fieldsOfRaw({ fields }: RawRecord): PlainMap {
  return Object.fromEntries(fields.map(({ key, value }) => [key, value]));
}

interface Found {
  readonly record: RawRecord;
  readonly index: number;
  behind(): readonly string[];
}

/** Records by id, of two with one id the first. */
function recordsOf({ sections }: Sidecar): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  for (const { records } of sections) {
    for (const [index, record] of records.entries()) {
      if (record.id === undefined || found.has(record.id)) continue;
      const behind = () =>
        records
          .slice(Math.max(0, index - mostNeighbours), index)
          .flatMap(({ id }) => id ?? [])
          .reverse();
      found.set(record.id, { record, index, behind });
    }
  }
  return found;
}
