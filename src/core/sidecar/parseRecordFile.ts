import { problem, type Problem } from '../problem/problem';
import { runSteps, type Steps } from '../util/steps';
import { span, type Span } from '../util/span';
import { mostProblems } from './limits';
import { outlineOf, type OutlineEntry } from './outline';
import type { RawField, RawRecord, ReadOnlyReason, RecordFile, RecordSection } from './recordFile';
import { refusalOf } from './refusal';
import { readYaml } from './yamlEntry';
import type { YamlField, YamlNode } from './yamlNode';

/** What the entries read so far come to. */
interface Draft {
  readonly source: string;
  readonly fields: RawField[];
  readonly sections: RecordSection[];
  readonly problems: Problem[];
  readOnly?: ReadOnlyReason;
}

/** Indentation of new records' dashes where the file has none to follow. */
const usualIndent = 2;
const recordsPerStep = 4;

/** Reads a file of records. Never throws; whatever is wrong is a coded problem with a span. `sections` are its lists of records. */
export function parseRecordFile(source: string, sections: readonly string[]): RecordFile {
  return runSteps(readRecordFile(source, sections));
}

export function* readRecordFile(source: string, sections: readonly string[]): Steps<RecordFile> {
  const refusal = refusalOf(source);
  if (refusal) {
    const readOnly = refusal.code === 'sidecar-conflict' ? 'conflict' : 'refused';
    return { source, fields: [], sections: [], problems: [refusal], readOnly };
  }
  const draft: Draft = { source, fields: [], sections: [], problems: [] };
  const outline = outlineOf(source, sections);
  if (!outline) readWhole(draft, sections);
  else if (outline.problem) addProblems(draft, [outline.problem]);
  for (const entry of outline?.entries ?? []) {
    if (draft.problems.length > mostProblems) break;
    if (entry.items) yield* readItems(draft, entry, entry.items);
    else readEntry(draft, entry.span, sections);
    yield;
  }
  reportDuplicates(draft);
  return draft;
}

function addProblems(draft: Draft, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  draft.readOnly = 'syntax';
  draft.problems.push(...problems);
}

function readWhole(draft: Draft, sections: readonly string[]): void {
  readEntry(draft, span(0, draft.source.length), sections);
}

function readEntry(draft: Draft, within: Span, sections: readonly string[]): void {
  const { root, problems } = readYaml(draft.source, within);
  addProblems(draft, problems);
  if (!root || problems.length > 0) return;
  if (root.kind !== 'map') return addProblems(draft, [problem('sidecar-not-a-map', 'error', [], root.span)]);
  for (const field of root.fields) {
    if (sections.includes(field.raw.key)) addSection(draft, field);
    else draft.fields.push(field.raw);
  }
}

/** A section that is not a block list of its own: empty, a flow list, or something that it should not be. */
function addSection(draft: Draft, { raw, node }: YamlField): void {
  const { key, keySpan, valueSpan, value } = raw;
  const section = { key, keySpan, valueSpan, indent: usualIndent, records: [] };
  const empty = value === null || (Array.isArray(value) && value.length === 0);
  if (empty) draft.sections.push({ ...section, layout: 'empty' });
  else if (node.kind !== 'list')
    addProblems(draft, [problem('sidecar-not-a-list', 'error', [key], node.span)]);
  else {
    const records = node.items.flatMap((item) => recordOf(draft, key, item) ?? []);
    draft.sections.push({ ...section, layout: node.flow ? 'flow' : 'block', records });
  }
}

function* readItems(draft: Draft, entry: OutlineEntry, items: readonly Span[]): Steps<void> {
  const records: RawRecord[] = [];
  const { source } = draft;
  for (const [index, item] of items.entries()) {
    if (draft.problems.length > mostProblems) break;
    const { root, problems } = readYaml(source, item);
    addProblems(draft, problems);
    const only = root?.kind === 'list' && problems.length === 0 ? root.items[0] : undefined;
    const record = only && recordOf(draft, entry.key, only, source.indexOf('-', item.start));
    if (record) records.push(record);
    if (index % recordsPerStep === recordsPerStep - 1) yield;
  }
  const keyEnd = entry.span.start + source.slice(entry.span.start, entry.span.end).search(/[ \t]*:/);
  const [first, last] = [items[0] as Span, items.at(-1) as Span];
  draft.sections.push({
    key: entry.key,
    keySpan: span(entry.span.start, keyEnd),
    valueSpan: span(first.start, last.end),
    layout: 'block',
    indent: entry.indent,
    records,
  });
}

/** `start` is the offset of the dash of an item in a block list. */
function recordOf(draft: Draft, section: string, node: YamlNode, start?: number): RawRecord | undefined {
  if (node.kind !== 'map') {
    draft.problems.push(problem('sidecar-not-a-record', 'error', [section], node.span));
    return undefined;
  }
  const fields = node.fields.map(({ raw }) => raw);
  const id = fields.find(({ key }) => key === 'id')?.value;
  const first = fields[0]?.span.start ?? node.span.start;
  const indent = first - (draft.source.lastIndexOf('\n', first - 1) + 1);
  const whole = span(start ?? node.span.start, node.span.end);
  const record = { section, span: whole, indent, flow: node.flow, fields };
  return typeof id === 'string' && id !== '' ? { ...record, id } : record;
}

/** Two records of one id, and two top-level entries of one key, cannot be told apart by an edit. */
function reportDuplicates(draft: Draft): void {
  const keys = [...draft.fields, ...draft.sections].toSorted((a, b) => a.keySpan.start - b.keySpan.start);
  const repeated = duplicatesOf(keys, ({ key }) => key);
  addProblems(
    draft,
    repeated.map(({ key, keySpan }) => problem('sidecar-duplicate-key', 'error', [key], keySpan)),
  );
  const records = draft.sections.flatMap((section) => section.records).filter(({ id }) => id !== undefined);
  for (const { id, span: at } of duplicatesOf(records, ({ id }) => id as string))
    draft.problems.push(problem('sidecar-duplicate-id', 'error', [id as string], at));
}

function duplicatesOf<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const seen = new Set<string>();
  return items.filter((item) => seen.size === seen.add(keyOf(item)).size);
}
