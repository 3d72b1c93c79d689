import type { PlainMap, PlainValue } from '../annotation/plain';
import { problem, type Problem } from '../problem/problem';
import { applyEdits, type TextEdit } from '../text/textEdit';
import { span, type Span } from '../util/span';
import { editRecordText, type FieldChanges } from './editRecord';
import { lineAt, lineEndOf, lineStart } from './lines';
import type { RawRecord, RecordFile, RecordSection } from './recordFile';
import { inOrder } from './writeRecord';
import { flowFields, mapText } from './yamlWriter';

/** What to change in a file of records. Values are plain; ids are those of the records. */
export type RecordChange =
  /**
   * A new record of a section, after the record `after` (one of the file, or one added by an earlier change) or at the
   * section's start. Several after the same one keep the order of the changes.
   */
  | { readonly kind: 'add'; readonly section: string; readonly fields: PlainMap; readonly after?: string }
  /** Sets fields; `undefined` removes one. Only what differs is written. */
  | { readonly kind: 'set'; readonly id: string; readonly fields: FieldChanges }
  | { readonly kind: 'remove'; readonly id: string };

/** The new text and how it came about, or why nothing was changed. */
export type EditResult =
  { readonly source: string; readonly edits: readonly TextEdit[] } | { readonly problem: Problem };

export interface EditOptions {
  /** A person's word to write into a file that is read-only; conflict markers and refused files stay as they are. */
  readonly evenReadOnly?: boolean;
  /** All sections in the order in which missing ones are created. */
  readonly sections: readonly string[];
}

interface Addition {
  readonly section: string;
  readonly after?: string;
  fields: PlainMap;
}

interface Plan {
  readonly changes: Map<string, FieldChanges>;
  readonly removed: Set<string>;
  /** In the order in which they stand behind the record that they follow. */
  readonly added: Addition[];
}

/**
 * Applies the changes to the source text, at the places of what changed: every other byte stays. All or nothing; the result
 * for a file without change is its own text.
 */
export function editRecordFile(
  file: RecordFile,
  changes: readonly RecordChange[],
  options: EditOptions,
): EditResult {
  const locked = lockOf(file, options);
  if (locked) return { problem: locked };
  const records = new Map(
    file.sections
      .flatMap((section) => section.records.map((record) => [record.id ?? '', record] as const))
      .reverse(),
  );
  records.delete('');
  const plan = planOf(records, changes);
  if ('problem' in plan) return plan;
  const edits: TextEdit[] = [];
  for (const [id, fields] of plan.changes) {
    const edit = recordEdit(file, records.get(id) as RawRecord, fields);
    if (!edit) return failed('sidecar-cannot-edit', id);
    if (edit.text !== file.source.slice(edit.span.start, edit.span.end)) edits.push(edit);
  }
  edits.push(...removals(file, plan.removed), ...additions(file, plan, options.sections));
  return { source: applyEdits(file.source, edits), edits };
}

function lockOf(file: RecordFile, options: EditOptions): Problem | undefined {
  if (file.readOnly === undefined) return undefined;
  const never = file.readOnly === 'refused' || file.readOnly === 'conflict';
  return never || !options.evenReadOnly ? problem('sidecar-read-only', 'error', [file.readOnly]) : undefined;
}

function failed(code: string, ...args: string[]): { readonly problem: Problem } {
  return { problem: problem(code, 'error', args) };
}

function planOf(
  records: ReadonlyMap<string, RawRecord>,
  changes: readonly RecordChange[],
): Plan | { readonly problem: Problem } {
  const plan: Plan = { changes: new Map(), removed: new Set(), added: [] };
  for (const change of changes) {
    const id = change.kind === 'add' ? change.fields.id : change.id;
    if (typeof id !== 'string' || id === '') return failed('sidecar-missing', 'id');
    const fresh = plan.added.find(({ fields }) => fields.id === id);
    const known = fresh !== undefined || (records.has(id) && !plan.removed.has(id));
    if (change.kind === 'add') {
      if (known) return failed('sidecar-duplicate-id', id);
      addTo(plan, change);
    } else if (!known) return failed('sidecar-no-record', id);
    else if (change.kind === 'set') setIn(plan, id, fresh, change.fields);
    else if (fresh) plan.added.splice(plan.added.indexOf(fresh), 1);
    else removeIn(plan, id);
  }
  return plan;
}

/** After one that is new itself: directly behind it and those that were put behind it before. */
function addTo(plan: Plan, change: Extract<RecordChange, { kind: 'add' }>): void {
  const { section, fields, after } = change;
  const leader = plan.added.find((addition) => addition.fields.id === after && addition.section === section);
  const anchor = leader ? leader.after : after;
  const addition: Addition = {
    section,
    fields: inOrder(fields),
    ...(anchor !== undefined && { after: anchor }),
  };
  plan.added.splice(leader ? plan.added.indexOf(leader) + 1 : plan.added.length, 0, addition);
}

function setIn(plan: Plan, id: string, fresh: Addition | undefined, fields: FieldChanges): void {
  if (fresh) {
    const merged = Object.entries({ ...fresh.fields, ...fields }).filter(([, value]) => value !== undefined);
    fresh.fields = inOrder(Object.fromEntries(merged as [string, PlainValue][]));
  } else plan.changes.set(id, { ...plan.changes.get(id), ...fields });
}

function removeIn(plan: Plan, id: string): void {
  plan.changes.delete(id);
  plan.removed.add(id);
}

/** Whole lines of a block record, so that what is written into it keeps its indentation. */
function recordEdit(file: RecordFile, record: RawRecord, fields: FieldChanges): TextEdit | undefined {
  const { source } = file;
  const where = record.flow ? record.span : linesOfRecord(source, record.span);
  const text = editRecordText(source.slice(where.start, where.end), fields, lineEndOf(source));
  return text === undefined ? undefined : { span: where, text };
}

function linesOfRecord(source: string, record: Span): Span {
  return span(lineStart(source, record.start), lineAt(source, record.end).end);
}

function removals(file: RecordFile, removed: ReadonlySet<string>): readonly TextEdit[] {
  if (removed.size === 0) return [];
  return file.sections.flatMap((section) =>
    section.records.flatMap((record, index) =>
      record.id !== undefined && removed.has(record.id) ? removalOf(file.source, section, record, index) : [],
    ),
  );
}

function removalOf(source: string, section: RecordSection, record: RawRecord, index: number): TextEdit {
  if (section.layout === 'flow') return flowRemoval(section, record, index);
  const lines = linesOfRecord(source, record.span);
  let end = lineAt(source, lines.end).next;
  while (end < source.length && lineAt(source, end).blank) end = lineAt(source, end).next;
  const last = index === section.records.length - 1;
  // The blank line before the last record parts it from what follows the section, and stays with that.
  return { span: span(lines.start, last ? lineAt(source, lines.end).next : end), text: '' };
}

function flowRemoval(section: RecordSection, record: RawRecord, index: number): TextEdit {
  const next = section.records[index + 1];
  if (next) return { span: span(record.span.start, next.span.start), text: '' };
  const before = section.records[index - 1];
  return { span: span(before?.span.end ?? record.span.start, record.span.end), text: '' };
}

function additions(file: RecordFile, plan: Plan, order: readonly string[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const name of order) {
    const added = plan.added.filter(({ section }) => section === name);
    if (added.length === 0) continue;
    const section = file.sections.find(({ key }) => key === name);
    if (!section) edits.push(newSection(file, name, added, order));
    else if (section.layout === 'empty') edits.push(filledSection(file, section, added));
    else edits.push(...groups(section, plan, added).map((group) => insertion(file, section, group)));
  }
  return edits;
}

interface Group {
  /** Index of the record to stand behind; -1 for the section's start. */
  readonly index: number;
  readonly added: readonly Addition[];
}

/** Additions by the record that they follow; one that is removed, or of another section, gives way to the one before it. */
function groups(section: RecordSection, plan: Plan, added: readonly Addition[]): readonly Group[] {
  const byIndex = new Map<number, Addition[]>();
  const positions = new Map(section.records.map(({ id }, index) => [id, index]));
  for (const addition of added) {
    let index =
      addition.after === undefined ? -1 : (positions.get(addition.after) ?? section.records.length - 1);
    while (index >= 0 && plan.removed.has(section.records[index]?.id ?? '')) index--;
    byIndex.set(index, [...(byIndex.get(index) ?? []), addition]);
  }
  return [...byIndex].map(([index, list]) => ({ index, added: list }));
}

function insertion(file: RecordFile, section: RecordSection, { index, added }: Group): TextEdit {
  if (section.layout === 'flow') return flowInsertion(section, index, added);
  const { source } = file;
  const lineEnd = lineEndOf(source);
  const before = section.records[index];
  const place = before ? lineAt(source, before.span.end).end : lineAt(source, section.keySpan.end).end;
  const next = lineAt(source, lineAt(source, place).next);
  const gap = next.start >= source.length || next.blank ? '' : lineEnd;
  const text = added
    .map((addition) => lineEnd + lineEnd + blockRecord(addition, section.indent, lineEnd))
    .join('');
  return { span: span(place, place), text: text + gap };
}

function flowInsertion(section: RecordSection, index: number, added: readonly Addition[]): TextEdit {
  const texts = added.map(({ fields }) => `{${flowFields(fields)}}`).join(', ');
  const before = section.records[index];
  const place = before?.span.end ?? section.valueSpan.start + 1;
  return { span: span(place, place), text: before ? `, ${texts}` : `${texts}, ` };
}

function filledSection(file: RecordFile, section: RecordSection, added: readonly Addition[]): TextEdit {
  const { source } = file;
  const lineEnd = lineEndOf(source);
  const colon = source.indexOf(':', section.keySpan.end) + 1;
  const records = added
    .map((addition) => lineEnd + lineEnd + blockRecord(addition, section.indent, lineEnd))
    .join('');
  // A comment on the line of the key stays there, so the records go behind it.
  const rest = source.slice(section.valueSpan.end, lineAt(source, section.valueSpan.end).end);
  const end = section.valueSpan.end + rest.length;
  const next = lineAt(source, lineAt(source, end).next);
  const gap = next.start >= source.length || next.blank ? '' : lineEnd;
  return { span: span(colon, end), text: rest.trimEnd() + records + gap };
}

/** A section that the file lacks goes before the next one in the order, or to the end. */
function newSection(
  file: RecordFile,
  name: string,
  added: readonly Addition[],
  order: readonly string[],
): TextEdit {
  const { source } = file;
  const lineEnd = lineEndOf(source);
  const body = added.map((addition) => blockRecord(addition, 2, lineEnd)).join(lineEnd + lineEnd);
  const text = `${name}:${lineEnd}${lineEnd}${body}${lineEnd}`;
  const later = order.slice(order.indexOf(name) + 1);
  const next = file.sections.find(({ key }) => later.includes(key));
  if (next) {
    const place = lineStart(source, next.keySpan.start);
    return { span: span(place, place), text: text + lineEnd };
  }
  const end = source.length;
  const open = end > 0 && !/[\r\n]$/.test(source);
  const parted = /(?:^|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(source) || end === 0;
  return { span: span(end, end), text: (open ? lineEnd : '') + (parted ? '' : lineEnd) + text };
}

function blockRecord({ fields }: Addition, indent: number, lineEnd: string): string {
  return `${' '.repeat(indent)}- ${mapText(fields, indent + 2, lineEnd)}`;
}
