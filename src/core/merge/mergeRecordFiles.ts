import { samePlain } from '../annotation/plain';
import { problem } from '../problem/problem';
import { editRecordText } from '../sidecar/editRecord';
import { lineEndOf } from '../sidecar/lines';
import { chunksIn, chunksOf, type FileChunks, type SectionChunks } from './chunks';
import { mergeFields } from './mergeFields';
import { type Files, type MergedSection, mergeSection } from './mergeSection';
import {
  type Choices,
  keyOf,
  type MergeConflict,
  type MergedPiece,
  type MergeInput,
  type MergeResult,
} from './types';

/**
 * Merges two versions of a file of records, record by record and field by field, given the version that both come from. What
 * only one side did is done; what both did alike is done once; the rest are conflicts, and nothing is left out. Comments,
 * unknown keys and the order of records are kept as well as they can be without looking at the article. Pure; never throws.
 * `sections` in the order in which they refer to each other, those referred to first.
 */
export function mergeRecordFiles(
  input: MergeInput,
  sections: readonly string[],
  choices: Choices = new Map(),
): MergeResult {
  const [ours, theirs] = [chunksOf(input.ours, sections), chunksOf(input.theirs, sections)];
  const base = input.base === undefined ? undefined : chunksOf(input.base, sections);
  if (!ours) return notMerged('ours');
  if (!theirs) return notMerged('theirs');
  if (input.base !== undefined && !base) return notMerged('base');
  const files = { ours, theirs, base: base ?? common(ours, theirs) };
  return assembled(files, sections, choices, lineEndOf(input.ours));
}

function notMerged(version: string): MergeResult {
  return {
    conflicts: [],
    decisions: [],
    pieces: [],
    problem: problem('merge-not-understood', 'error', [version]),
  };
}

/** What both sides have alike, where nobody knows the version that they come from. */
function common(ours: FileChunks, theirs: FileChunks): FileChunks {
  const shared = (section: SectionChunks): SectionChunks => {
    const other = new Map(chunksIn(theirs, section.key).map((chunk) => [chunk.id, chunk]));
    const same = section.chunks.filter(({ id, fields }) => samePlain(other.get(id)?.fields, fields));
    return { ...section, chunks: same };
  };
  const fields = Object.entries(ours.fields).filter(([key, value]) => samePlain(value, theirs.fields[key]));
  return { head: '', fields: Object.fromEntries(fields), sections: ours.sections.map(shared) };
}

function assembled(
  files: Files,
  sections: readonly string[],
  choices: Choices,
  lineEnd: '\n' | '\r\n',
): MergeResult {
  const head = mergeHead(files, choices);
  const lists = sections.map((key) => [chunksIn(files.ours, key), chunksIn(files.theirs, key)]);
  const merged = sections.map((key, i) => mergeSection(files, key, lists.slice(0, i).flat(), choices));
  const order = sectionOrder(files, sections);
  const body = order.flatMap((key) =>
    sectionPieces(files, key, merged[sections.indexOf(key)] as MergedSection),
  );
  const all = joined([...head.pieces, ...body]);
  const pieces = lineEnd === '\n' ? all : all.map(withCrLf);
  return {
    source: pieces.map(shown).join(''),
    conflicts: [...head.conflicts, ...merged.flatMap(({ conflicts }) => conflicts)],
    decisions: merged.flatMap(({ decisions }) => decisions),
    pieces,
  };
}

/** Of a record that one side deleted and the other edited, the edited one: nothing is lost before somebody chose. */
function shown(piece: MergedPiece): string {
  if ('text' in piece) return piece.text;
  return piece.ours === '' ? piece.theirs : piece.ours;
}

interface MergedHead {
  readonly pieces: readonly MergedPiece[];
  readonly conflicts: readonly MergeConflict[];
}

/** Everything before the sections: whoever changed it, or field by field in our text where both did. */
function mergeHead({ base, ours, theirs }: Files, choices: Choices): MergedHead {
  if (ours.head === theirs.head || theirs.head === base.head)
    return { pieces: [{ text: ours.head }], conflicts: [] };
  if (ours.head === base.head) return { pieces: [{ text: theirs.head }], conflicts: [] };
  const versions = { base: base.fields, ours: ours.fields, theirs: theirs.fields };
  const merged = mergeFields(versions, (unit) => choices.get(keyOf('', '', unit)));
  const conflicts = merged.conflicts.map((conflict) => ({ kind: 'unit' as const, ...conflict }));
  if (conflicts.length > 0)
    return { pieces: [{ base: base.head, ours: ours.head, theirs: theirs.head }], conflicts };
  const gone = Object.keys(ours.fields).filter((key) => !Object.hasOwn(merged.fields, key));
  const changes = { ...merged.fields, ...Object.fromEntries(gone.map((key) => [key, undefined])) };
  return { pieces: [{ text: editRecordText(ours.head, changes, '\n') ?? ours.head }], conflicts };
}

/** Sections as our file has them, then those that only theirs has. */
function sectionOrder({ ours, theirs }: Files, sections: readonly string[]): readonly string[] {
  const present = (file: FileChunks) => file.sections.map(({ key }) => key);
  const all = [...new Set([...present(ours), ...present(theirs)])];
  const inOurs = new Set(present(ours));
  const more = all.filter((key) => !inOurs.has(key));
  if (more.length === 0) return all;
  const isOrdered = present(ours).every(
    (key, i, keys) => i === 0 || sections.indexOf(keys[i - 1] as string) < sections.indexOf(key),
  );
  return isOrdered ? sections.filter((key) => all.includes(key)) : all;
}

function sectionPieces(files: Files, key: string, merged: MergedSection): readonly MergedPiece[] {
  const [base, ours, theirs] = [files.base, files.ours, files.theirs].map((file) =>
    file.sections.find((section) => section.key === key),
  );
  const open = (ours ?? theirs)?.open ?? `${key}:\n`;
  const tail =
    ours && theirs ? (ours.tail === base?.tail ? theirs.tail : ours.tail) : ((ours ?? theirs)?.tail ?? '');
  return [{ text: open }, ...merged.pieces, { text: tail }];
}

/** Puts a blank line before a section that follows text without one, and leaves out what is empty. */
function joined(pieces: readonly MergedPiece[]): readonly MergedPiece[] {
  const kept: MergedPiece[] = [];
  let end = '\n\n';
  for (const piece of pieces) {
    const text = 'text' in piece ? piece.text : piece.ours;
    if ('text' in piece && text === '') continue;
    if (/^[A-Za-z]\w*:/.test(text) && kept.length > 0 && !/\n[ \t]*\n$/.test(end))
      kept.push({ text: end.endsWith('\n') ? '\n' : '\n\n' });
    kept.push(piece);
    end = (end + text).slice(-200);
  }
  return kept;
}

function withCrLf(piece: MergedPiece): MergedPiece {
  const crlf = (text: string) => text.replace(/\n/g, '\r\n');
  if ('text' in piece) return { text: crlf(piece.text) };
  return { base: crlf(piece.base), ours: crlf(piece.ours), theirs: crlf(piece.theirs) };
}
