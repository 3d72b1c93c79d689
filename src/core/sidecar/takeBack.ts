import { isPlainList, type PlainMap, type PlainValue, samePlain } from '../annotation/plain';
import type { SidecarChange } from './editSidecar';
import { fieldsOfRaw, type RecordStep } from './recordSteps';
import type { Sidecar } from './sidecar';

/** What undoing or redoing a decision comes to in a sidecar that may have changed since. */
export interface TakenBack {
  readonly changes: readonly SidecarChange[];
  /** The steps that were gone. */
  readonly done: readonly RecordStep[];
  /** Steps whose record is not as the decision left it: somebody else's word, which stays. */
  readonly left: readonly RecordStep[];
}

/**
 * The changes that take a decision back. A record that is no longer as the decision left it is not touched, nor is one removed
 * that another record refers to by now.
 */
export function takeBack(sidecar: Sidecar, steps: readonly RecordStep[]): TakenBack {
  const records = new Map<string, PlainMap>();
  for (const { records: list } of sidecar.sections)
    for (const record of list) if (record.id !== undefined) records.set(record.id, fieldsOfRaw(record));
  const left = steps.filter((step) => !isAsLeft(step, records.get(step.id)));
  const possible = steps.filter((step) => !left.includes(step));
  const needed = stillNeeded(records, possible);
  const done = possible.filter(({ id, before }) => before !== undefined || !needed.has(id));
  const there = new Set(records.keys());
  const changes = done.toSorted((a, b) => a.index - b.index).flatMap((step) => changeFor(step, there));
  return { changes, done, left };
}

/** The same step the other way round: what takes it back makes it again. */
export function reversed({ before, after, ...step }: RecordStep): RecordStep {
  return { ...step, ...(after && { before: after }), ...(before && { after: before }) };
}

/** Only the fields that the decision changed count, where the record was there before. */
function isAsLeft({ before, after }: RecordStep, now: PlainMap | undefined): boolean {
  if (!before || !after || !now) return samePlain(after, now) || (before === undefined && now === undefined);
  return changedKeys(before, after).every((key) => samePlain(after[key], now[key]));
}

function changedKeys(before: PlainMap, after: PlainMap): readonly string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => !samePlain(before[key], after[key]));
}

/** `there`: ids of the records that the file has by then. */
function changeFor(step: RecordStep, there: Set<string>): readonly SidecarChange[] {
  const { id, section, before, after, behind } = step;
  if (!before) return there.has(id) ? [{ kind: 'remove', id }] : [];
  if (after) {
    const fields = Object.fromEntries(changedKeys(before, after).map((key) => [key, before[key]]));
    return [{ kind: 'set', id, fields }];
  }
  const place = behind.find((each) => there.has(each));
  there.add(id);
  return [{ kind: 'restore', section, fields: before, ...(place !== undefined && { after: place }) }];
}

/** Ids among those to be removed that a record which stays refers to, directly or by one of these. */
function stillNeeded(
  records: ReadonlyMap<string, PlainMap>,
  steps: readonly RecordStep[],
): ReadonlySet<string> {
  const going = new Set(steps.filter(({ before }) => before === undefined).map(({ id }) => id));
  const after = new Map(records);
  for (const { id, before } of steps) if (before) after.set(id, before);
  const needed = new Set<string>();
  const look = (fields: PlainMap): void => {
    for (const id of referencesOf(fields)) {
      if (!going.delete(id)) continue;
      needed.add(id);
      look(after.get(id) ?? {});
    }
  };
  if (going.size > 0) for (const [id, fields] of after) if (!going.has(id)) look(fields);
  return needed;
}

const referring = ['entity', 'source', 'speakers', 'candidates'];

function referencesOf(fields: PlainMap): readonly string[] {
  return referring.flatMap((key) => {
    const value: PlainValue | undefined = fields[key];
    const values = isPlainList(value) ? value : [value];
    return values.filter((each) => typeof each === 'string');
  });
}
