import { isPlainList, isPlainMap, type PlainMap, type PlainValue, samePlain } from '../annotation/plain';
import { editRecordText, type FieldChanges } from '../sidecar/editRecord';
import { editRecordFile, type RecordChange } from '../sidecar/editRecordFile';
import { lineEndOf } from '../sidecar/lines';
import { parseRecordFile } from '../sidecar/parseRecordFile';
import type { RawRecord, RecordFile } from '../sidecar/recordFile';
import { sidecarSections } from '../sidecar/sidecar';
import { type MarkerOptions, withMarkers } from './conflictMarkers';
import type { ConflictedSidecar } from './conflictedSidecar';
import { mergeSidecars } from './mergeSidecars';
import { conflictKey, type MergeConflict, type MergeDecision, type MergeInput, type Side } from './types';
import { checkedUnits } from './units';

/** What a person takes of two versions; `both` where they can stand together, see `canTakeBoth`. */
export type Resolution = Side | 'both';

type UnitConflict = Extract<MergeConflict, { kind: 'unit' }>;

/**
 * The file with one conflict settled: what the person took stands in both versions from then on, so that merging them again has one
 * conflict less. The others stay between markers, record by record; after the last one there are none. Undefined when there is no
 * such conflict (any more), or its records are not found. `makeId` gives the id of a record that becomes two.
 */
export function resolveConflict(
  { input, labels, result }: ConflictedSidecar,
  key: string,
  resolution: Resolution,
  makeId: () => string,
): string | undefined {
  const conflict = result.conflicts.find((each) => conflictKey(each) === key);
  if (!conflict || (resolution === 'both' && !canTakeBoth(conflict))) return undefined;
  const settled =
    conflict.kind === 'deleted'
      ? settleDeletion(input, conflict, resolution === conflict.by ? 'delete' : 'keep')
      : settleUnit(input, conflict, resolution, result.decisions, makeId);
  return settled && marked(settled, labels);
}

/** The file with its conflicts between markers, record by record; without markers where there are none. */
export function marked(input: MergeInput, labels: MarkerOptions): string | undefined {
  const merged = mergeSidecars(input);
  if (merged.source === undefined) return undefined;
  return merged.conflicts.length > 0 ? withMarkers(merged, labels) : merged.source;
}

/**
 * Whether both versions can stand: notes one after the other, speakers beside each other, two names of one entity, and two readings
 * of the words as two records.
 */
export function canTakeBoth(conflict: MergeConflict): conflict is UnitConflict {
  if (conflict.kind === 'deleted' || conflict.section === undefined) return false;
  if (conflict.unit === 'name') return conflict.section === 'entities';
  return ['note', 'attribution', 'words', 'suppress'].includes(conflict.unit);
}

/** Absent in every version, or never there in the version that both come from, so that one side has added it. */
function settleDeletion(
  input: MergeInput,
  { id, by }: Extract<MergeConflict, { kind: 'deleted' }>,
  what: 'delete' | 'keep',
): MergeInput | undefined {
  const edited: Side = by === 'ours' ? 'theirs' : 'ours';
  const version = what === 'delete' ? edited : 'base';
  const source = input[version];
  const changed = source === undefined ? undefined : edit(source, [{ kind: 'remove', id }]);
  return changed === undefined ? undefined : { ...input, [version]: changed };
}

function settleUnit(
  input: MergeInput,
  conflict: UnitConflict,
  resolution: Resolution,
  decisions: readonly MergeDecision[],
  makeId: () => string,
): MergeInput | undefined {
  const value = resolution === 'both' ? bothOf(conflict) : withOrigin(input, conflict, resolution);
  const keys = new Set([...Object.keys(conflict.ours), ...Object.keys(conflict.theirs)]);
  const fields = Object.fromEntries([...keys].map((key) => [key, value[key]]));
  const { section, id } = conflict;
  if (section === undefined || id === undefined) return inBoth(input, (source) => editHead(source, fields));
  const copy =
    resolution === 'both' && conflict.unit === 'words' ? secondReading(input, conflict, makeId()) : undefined;
  return inBoth(input, (source) => {
    const file = parseRecordFile(source, sidecarSections);
    const own = ownId(file, id, decisions);
    const check = signedCheck(recordOf(file, own), conflict.unit, fields);
    const changes: RecordChange[] = [{ kind: 'set', id: own, fields: { ...fields, ...check } }];
    if (resolution === 'both' && conflict.unit === 'name')
      changes.push({ kind: 'set', id: own, fields: withAlias(recordOf(file, own), conflict.theirs.name) });
    if (copy) changes.push({ kind: 'add', section, fields: copy, after: own });
    return edit(source, changes);
  });
}

/** The record's id in one version: that of a record that was joined with another one is what it was called there. */
function ownId(file: RecordFile, id: string, decisions: readonly MergeDecision[]): string {
  if (recordOf(file, id)) return id;
  const former = decisions.find((each) => each.action === 'joined' && each.id === id)?.formerId;
  return former ?? id;
}

function inBoth(input: MergeInput, change: (source: string) => string | undefined): MergeInput | undefined {
  const [ours, theirs] = [change(input.ours), change(input.theirs)];
  return ours === undefined || theirs === undefined ? undefined : { ...input, ours, theirs };
}

function edit(source: string, changes: readonly RecordChange[]): string | undefined {
  const result = editRecordFile(parseRecordFile(source, sidecarSections), changes, {
    sections: sidecarSections,
  });
  return 'source' in result ? result.source : undefined;
}

/** The file's own fields stand before its sections. */
function editHead(source: string, fields: FieldChanges): string | undefined {
  const file = parseRecordFile(source, sidecarSections);
  const end = Math.min(source.length, ...file.sections.map(({ keySpan }) => keySpan.start));
  const head = editRecordText(source.slice(0, end), fields, lineEndOf(source));
  return head === undefined ? undefined : head + source.slice(end);
}

/** The side's version. A check says from then on what it was made on: the other side may bring other words. */
function withOrigin(input: MergeInput, conflict: UnitConflict, side: Side): PlainMap {
  const value = conflict[side];
  const record = recordOf(parseRecordFile(input[side], sidecarSections), conflict.id ?? '');
  if (conflict.unit !== 'check' || !isPlainMap(value.check) || !record) return value;
  return { check: signed(value.check, fieldsOf(record)) };
}

/** The version's check, when what it was made on is about to change in it. */
function signedCheck(record: RawRecord | undefined, unit: string, taken: FieldChanges): FieldChanges {
  const fields = record && fieldsOf(record);
  if (!fields || !isPlainMap(fields.check) || !checkedUnits.includes(unit)) return {};
  const changes = Object.keys(taken).some((key) => !samePlain(fields[key], taken[key]));
  return changes ? { check: signed(fields.check, fields) } : {};
}

/** The check with what it was made on, as far as it does not say so itself. */
function signed(check: PlainMap, fields: PlainMap): PlainMap {
  const { of, ...rest } = check;
  const cue = isPlainMap(fields.cue) ? fields.cue.exact : undefined;
  const origin = {
    words: wordsOf(fields),
    ...(isPlainList(fields.speakers) && fields.speakers.length > 0 && { speakers: fields.speakers }),
    ...(isText(cue) && { cue }),
  };
  return { of: { ...origin, ...(isPlainMap(of) ? of : {}) }, ...rest };
}

function wordsOf({ exact, content }: PlainMap): string {
  if (typeof exact === 'string') return exact;
  const parts = isPlainList(content) ? content : [];
  return parts.map((part) => (isPlainMap(part) && isText(part.exact) ? part.exact : '')).join(' ');
}

function bothOf({ unit, ours, theirs }: UnitConflict): PlainMap {
  if (unit === 'note') return { note: [ours.note, theirs.note].filter(isText).join('\n') };
  if (unit === 'attribution')
    return { ...theirs, ...ours, ...union('speakers', ours, theirs), ...union('candidates', ours, theirs) };
  if (unit === 'suppress') return union('suppress', ours, theirs);
  // The second name becomes an alias, the second reading of the words a record of its own: see `settleUnit`.
  return ours;
}

function union(key: string, ours: PlainMap, theirs: PlainMap): PlainMap {
  const all = [ours[key], theirs[key]].flatMap((list) => (isPlainList(list) ? list : []));
  const texts = all.map((item) => JSON.stringify(item));
  const kept = all.filter((_, i) => texts.indexOf(texts[i] as string) === i);
  return kept.length > 0 ? { [key]: kept } : {};
}

function withAlias(record: RawRecord | undefined, name: PlainValue | undefined): FieldChanges {
  const known = record && fieldsOf(record).aliases;
  const aliases = isPlainList(known) ? known : [];
  return isText(name) && !aliases.includes(name) ? { aliases: [...aliases, name] } : {};
}

/** Their record under an id of its own. A check stays with the reading that it was made on. */
function secondReading(input: MergeInput, { id }: UnitConflict, fresh: string): PlainMap | undefined {
  const record = recordOf(parseRecordFile(input.theirs, sidecarSections), id ?? '');
  if (!record) return undefined;
  const { formerIds: _formerIds, ...fields } = fieldsOf(record);
  return { ...fields, id: fresh };
}

function recordOf(file: RecordFile, id: string): RawRecord | undefined {
  return file.sections.flatMap(({ records }) => records).find((record) => record.id === id);
}

function fieldsOf(record: RawRecord): Record<string, PlainValue> {
  return Object.fromEntries(record.fields.map(({ key, value }) => [key, value]));
}

function isText(value: PlainValue | undefined): value is string {
  return typeof value === 'string' && value !== '';
}
