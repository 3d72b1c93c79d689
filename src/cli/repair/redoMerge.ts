import { samePlain, type PlainMap } from '../../core/annotation/plain';
import { editRecordFile, type RecordChange } from '../../core/sidecar/editRecordFile';
import { parseSidecar } from '../../core/sidecar/parseSidecar';
import type { Sidecar } from '../../core/sidecar/sidecar';
import { sidecarSections } from '../../core/sidecar/sidecar';
import { withoutRepeats } from './withoutRepeats';
import { mergeTexts, type MergedTexts, type MergeLabels } from '../git/mergeTexts';

/** The texts of one merge; a side that had no such file is undefined. */
export interface PastMerge {
  readonly base: string | undefined;
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
  /** What the merge came to in history. */
  readonly result: string | undefined;
  /** What a merge of lines comes to where it finds no conflict: as it has a record, nobody chose it. */
  readonly byLines?: readonly string[];
  /** Set when somebody said that what the merge came to is meant, wherever the sides contradict each other. */
  readonly settled?: boolean;
}

export interface Redone {
  /** The file as it is now with what the merge should have brought. */
  readonly source: string;
  /** Ids of records that are not as they were in `current`. */
  readonly changed: readonly string[];
  /** Records in conflict, as people are told of them; `source` then holds markers. */
  readonly conflicts: readonly string[];
}

/**
 * Does a merge again and brings what it lost into the file as it is now, whatever became of that since. What people chose where the sides
 * contradict each other stays (but not what a merge of lines made of it, unasked), and so does the absence of records that were `restored` and removed since. Undefined where there is
 * nothing to do, a side had no such file, or a version is not to be read.
 */
export function redoMerge(
  current: string,
  past: PastMerge,
  path: string,
  labels: MergeLabels,
  restored: ReadonlySet<string> = new Set(),
): Redone | undefined {
  const { base, ours, theirs } = past;
  if (ours === undefined || theirs === undefined || past.result === undefined) return undefined;
  const [result, now] = [withoutRepeats(past.result), withoutRepeats(current)];
  const merged = mergeTexts({ base: base ?? '', ours, theirs }, path, labels);
  if ('reason' in merged) return undefined;
  const readable = isReadable(result);
  if (!readable && now === result) return redone(current, merged.source, merged.conflicts);
  const unasked = readable ? unaskedIds(merged, result, past) : [];
  const asked = merged.ids.filter((id) => !unasked.includes(id));
  const chosen = readable ? withChoices(merged.settled, result, asked) : merged.settled;
  const wanted = without(chosen, restored);
  const again = mergeTexts(
    { base: readable ? result : (base ?? ''), ours: now, theirs: wanted },
    path,
    labels,
  );
  // Where the file as it was merged cannot be cut into records, it is replaced if nobody has touched it since.
  if ('reason' in again) return now === result ? redone(current, wanted, []) : undefined;
  // Who changed the same thing since did so with this file before their eyes.
  const open = unasked.filter((id) => !restored.has(id) && isAlike(id, now, result));
  return withOpenConflicts(current, again.settled, past, open, path, labels);
}

function redone(current: string, source: string, conflicts: readonly string[]): Redone | undefined {
  const changed = changedIds(current, source);
  const same = changed.length === 0 && source.length === current.length;
  return same && conflicts.length === 0 && isReadable(current) ? undefined : { source, changed, conflicts };
}

/** The file with markers around the records that the sides contradict each other in and nobody chose. */
function withOpenConflicts(
  current: string,
  settled: string,
  { base, ours, theirs }: PastMerge,
  open: readonly string[],
  path: string,
  labels: MergeLabels,
): Redone | undefined {
  if (open.length === 0) return redone(current, settled, []);
  const [b, o, t] = [base, ours, theirs].map((side) => withRecords(settled, side ?? '', open)) as [
    string,
    string,
    string,
  ];
  const merged = mergeTexts({ base: b, ours: o, theirs: t }, path, labels);
  if ('reason' in merged || merged.conflicts.length === 0) return redone(current, settled, []);
  const changed = [...new Set([...changedIds(current, settled), ...merged.ids])];
  return { source: merged.source, changed, conflicts: merged.conflicts };
}

/** Whether the file is understood whole. */
export function isReadable(source: string): boolean {
  return parseSidecar(source).readOnly === undefined;
}

function without(source: string, ids: ReadonlySet<string>): string {
  const sidecar = parseSidecar(source);
  const present = recordsOf(sidecar);
  const changes = [...ids].filter((id) => present.has(id)).map((id) => ({ kind: 'remove' as const, id }));
  const edited = editRecordFile(sidecar, changes, { sections: sidecarSections });
  return 'source' in edited ? edited.source : source;
}

/**
 * Records in conflict that became what a merge of lines makes of them without asking, or what one side has, where that was taken
 * whole, with the loss of what nobody contradicted.
 */
function unaskedIds(merged: MergedTexts, result: string, past: PastMerge): readonly string[] {
  if (past.settled) return [];
  const { ours, theirs, byLines = [] } = past;
  const losesMore = changedIds(merged.settled, result).some((id) => !merged.ids.includes(id));
  const whole = [ours, theirs].filter((side) => side !== undefined && losesMore && side === past.result);
  const texts = [...byLines, ...(whole as string[])].filter(isReadable);
  return merged.ids.filter((id) => texts.some((text) => isAlike(id, text, result)));
}

function isAlike(id: string, a: string, b: string): boolean {
  return samePlain(recordsOf(parseSidecar(a)).get(id), recordsOf(parseSidecar(b)).get(id));
}

/** Records in conflict as the history has them: somebody decided. */
function withChoices(source: string, result: string, ids: readonly string[]): string {
  const present = recordsOf(parseSidecar(source));
  return withRecords(
    source,
    result,
    ids.filter((id) => present.has(id)),
  );
}

/** The file with some records as another one has them, or lacks them. */
function withRecords(source: string, other: string, ids: readonly string[]): string {
  const sidecar = parseSidecar(source);
  const from = parseSidecar(other);
  const [present, wanted] = [recordsOf(sidecar), recordsOf(from)];
  const changes = ids.flatMap((id): readonly RecordChange[] => {
    const [now, fields] = [present.get(id), wanted.get(id)];
    if (!fields) return now ? [{ kind: 'remove', id }] : [];
    if (!now) return [{ kind: 'add', section: sectionOf(from, id), fields }];
    const gone = Object.keys(now).filter((key) => !Object.hasOwn(fields, key));
    return [
      { kind: 'set', id, fields: { ...fields, ...Object.fromEntries(gone.map((key) => [key, undefined])) } },
    ];
  });
  const edited = editRecordFile(sidecar, changes, { sections: sidecarSections });
  return 'source' in edited ? edited.source : source;
}

function sectionOf(sidecar: Sidecar, id: string): string {
  const section = sidecar.sections.find(({ records }) => records.some((record) => record.id === id));
  return section?.key ?? 'annotations';
}

/** Ids of records that two versions of a file do not have alike; all of the second one's where the first is not to be read. */
export function changedIds(before: string, after: string): readonly string[] {
  const [a, b] = [recordsOf(parseSidecar(before)), recordsOf(parseSidecar(after))];
  const ids = [...new Set([...a.keys(), ...b.keys()])];
  return ids.filter((id) => !samePlain(a.get(id), b.get(id)));
}

function recordsOf(sidecar: Sidecar): ReadonlyMap<string, PlainMap> {
  return new Map(
    sidecar.sections
      .flatMap(({ records }) => records)
      .flatMap(({ id, fields }) =>
        id === undefined
          ? []
          : [[id, Object.fromEntries(fields.map(({ key, value }) => [key, value]))] as const],
      ),
  );
}
