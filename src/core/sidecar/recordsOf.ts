import { problem, type Problem } from '../problem/problem';
import type { ReadRecord } from './readAnnotation';
import { fieldOf, type RawRecord, type RecordFile } from './recordFile';

/** The records of a section that were understood, in file order; of two with one id the first. And what was wrong with the others. */
export function recordsOf<T extends { readonly id: string }>(
  file: RecordFile,
  section: string,
  read: (raw: RawRecord) => ReadRecord<T>,
): { readonly records: readonly T[]; readonly problems: readonly Problem[] } {
  const all = file.sections.flatMap(({ key, records }) => (key === section ? records.map(read) : []));
  const known = new Map<string, T>();
  for (const { record } of all) if (record && !known.has(record.id)) known.set(record.id, record);
  return { records: [...known.values()], problems: all.flatMap(({ problems }) => problems) };
}

/** The file's major version, that of this program where none can be read, and what is wrong with it. */
export function versionOf(
  file: RecordFile,
  known: number,
): { readonly version: number; readonly problems: readonly Problem[] } {
  const field = fieldOf(file, 'version');
  const version = typeof field?.value === 'number' ? Math.floor(field.value) : known;
  const problems: Problem[] = [];
  if (version > known)
    problems.push(problem('sidecar-newer-version', 'warning', [version, known], field?.span));
  else if (file.readOnly === undefined && (typeof field?.value !== 'number' || version < 1))
    problems.push(problem('sidecar-version', field ? 'error' : 'warning', [], field?.span));
  return { version, problems };
}
