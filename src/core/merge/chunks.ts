import { type PlainMap, samePlain } from '../annotation/plain';
import { editRecordText } from '../sidecar/editRecord';
import { lineAt, lineStart } from '../sidecar/lines';
import { parseRecordFile } from '../sidecar/parseRecordFile';
import type { RecordFile, RecordSection } from '../sidecar/recordFile';
import { mapText } from '../sidecar/yamlWriter';

/** A record with the text that belongs to it. Lines end with `\n`, the last one without. */
export interface Chunk {
  readonly id: string;
  readonly fields: PlainMap;
  /** Blank lines and comments between the record before (or the section's key) and this one. */
  readonly lead: string;
  readonly text: string;
  /** Column of the dash. */
  readonly indent: number;
}

export interface SectionChunks {
  readonly key: string;
  /** The line of the key, with its line end. */
  readonly open: string;
  readonly chunks: readonly Chunk[];
  /** What follows the last record, up to the next section or the end. */
  readonly tail: string;
}

/** A file of records cut into what a merge can move: concatenated in order it is the file again. */
export interface FileChunks {
  /** Everything before the first section, with the last line end. */
  readonly head: string;
  readonly fields: PlainMap;
  readonly sections: readonly SectionChunks[];
}

/** Undefined when the file is not laid out as a list of records each with an id of its own, so that it can't be cut. */
export function chunksOf(source: string, sections: readonly string[]): FileChunks | undefined {
  const text = source.replace(/\r\n?/g, '\n');
  const file = parseRecordFile(text, sections);
  if (file.readOnly || file.problems.length > 0) return undefined;
  const ordered = file.sections.toSorted((a, b) => a.keySpan.start - b.keySpan.start);
  if (ordered.some((section) => !isPlainSection(section)) || !fieldsComeFirst(file, ordered))
    return undefined;
  const starts = ordered.map(({ keySpan }) => lineStart(text, keySpan.start));
  const parts = ordered.map((section, i) => sectionChunks(text, section, starts[i + 1] ?? text.length));
  const fields = Object.fromEntries(file.fields.map(({ key, value }) => [key, value]));
  return { head: text.slice(0, starts[0] ?? text.length), fields, sections: parts };
}

function isPlainSection({ layout, records }: RecordSection): boolean {
  return layout !== 'flow' && records.every(({ id, flow }) => id !== undefined && !flow);
}

function fieldsComeFirst(file: RecordFile, sections: readonly RecordSection[]): boolean {
  const first = sections[0]?.keySpan.start ?? Infinity;
  return file.fields.every(({ keySpan }) => keySpan.start < first);
}

function sectionChunks(text: string, section: RecordSection, end: number): SectionChunks {
  const start = lineStart(text, section.keySpan.start);
  let at = Math.min(end, lineAt(text, section.keySpan.end).next);
  const open = text.slice(start, at);
  const chunks: Chunk[] = [];
  for (const record of section.records) {
    const from = lineStart(text, record.span.start);
    const stop = lineAt(text, record.span.end).end;
    chunks.push({
      id: record.id as string,
      fields: Object.fromEntries(record.fields.map(({ key, value }) => [key, value])),
      lead: text.slice(at, from),
      text: text.slice(from, stop),
      indent: record.span.start - from,
    });
    at = Math.min(end, lineAt(text, stop).next);
  }
  return { key: section.key, open: openText(open), chunks, tail: text.slice(at, end) };
}

/** `annotations: []` is an empty section that must take records. */
function openText(line: string): string {
  const bare = line.replace(/:[ \t]*(?:\[[ \t]*\]|null|~)/, ':');
  return bare.endsWith('\n') ? bare : `${bare}\n`;
}

/** The section's records; none when the file lacks it. */
export function chunksIn(file: FileChunks, key: string): readonly Chunk[] {
  return file.sections.filter((section) => section.key === key).flatMap(({ chunks }) => chunks);
}

/** The chunk with other fields, written into its text at their places. */
export function withFields(chunk: Chunk, fields: PlainMap): Chunk {
  const gone = Object.keys(chunk.fields).filter((key) => !Object.hasOwn(fields, key));
  const changed = Object.entries(fields).filter(([key, value]) => !samePlain(chunk.fields[key], value));
  const changes = Object.fromEntries([...changed, ...gone.map((key) => [key, undefined] as const)]);
  const text = editRecordText(chunk.text, changes, '\n') ?? freshText(fields, chunk.indent);
  const id = typeof fields.id === 'string' ? fields.id : chunk.id;
  return { ...chunk, id, fields, text };
}

/** The chunk with its dash at another column. */
export function atColumn(chunk: Chunk, indent: number): Chunk {
  const by = indent - chunk.indent;
  if (by === 0) return chunk;
  const shift = (line: string) =>
    line.trim() === '' ? line : by > 0 ? ' '.repeat(by) + line : line.slice(-by);
  return { ...chunk, indent, text: chunk.text.split('\n').map(shift).join('\n') };
}

function freshText(fields: PlainMap, indent: number): string {
  return `${' '.repeat(indent)}- ${mapText(fields, indent + 2, '\n')}`;
}
