import { problem, type Problem } from '../problem/problem';
import { runSteps, type Steps } from '../util/steps';
import { readRecordFile } from './parseRecordFile';
import { readAnnotation, type ReadRecord } from './readAnnotation';
import { readEntity } from './readEntity';
import { fieldOf, type RawRecord, type RecordFile } from './recordFile';
import { formatVersion, type Sidecar, type SidecarSection, sidecarSections } from './sidecar';

/** Reads a sidecar. Never throws and never hangs, whatever the text; see `Sidecar`. */
export function parseSidecar(source: string): Sidecar {
  return runSteps(readSidecar(source));
}

/** `parseSidecar` in slices, for a host that must not be held up by a large file. */
export function* readSidecar(source: string): Steps<Sidecar> {
  return sidecarOf(yield* readRecordFile(source, sidecarSections));
}

/** The records of a file that was read by `parseRecordFile`. */
export function sidecarOf(file: RecordFile): Sidecar {
  const head = headOf(file);
  const entities = readAll(file, 'entities', readEntity);
  const annotations = readAll(file, 'annotations', readAnnotation);
  const problems = [...file.problems, ...head.problems, ...entities.problems, ...annotations.problems];
  const readOnly = file.readOnly ?? (head.version > formatVersion ? 'newerVersion' : undefined);
  return {
    ...file,
    ...head,
    problems,
    entities: entities.records,
    annotations: annotations.records,
    ...(readOnly && { readOnly }),
  };
}

type Head = Pick<Sidecar, 'version' | 'article' | 'language' | 'problems'>;

function headOf(file: RecordFile): Head {
  const field = fieldOf(file, 'version');
  const version = typeof field?.value === 'number' ? Math.floor(field.value) : formatVersion;
  const problems: Problem[] = [];
  if (version > formatVersion)
    problems.push(problem('sidecar-newer-version', 'warning', [version, formatVersion], field?.span));
  else if (file.readOnly === undefined && (typeof field?.value !== 'number' || version < 1))
    problems.push(problem('sidecar-version', field ? 'error' : 'warning', [], field?.span));
  const [article, language] = [textOf(file, 'article'), textOf(file, 'language')];
  return { version, problems, ...(article && { article }), ...(language && { language }) };
}

function textOf(file: RecordFile, key: string): string | undefined {
  const value = fieldOf(file, key)?.value;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function readAll<T extends { readonly id: string }>(
  file: RecordFile,
  key: SidecarSection,
  read: (raw: RawRecord) => ReadRecord<T>,
): { readonly records: readonly T[]; readonly problems: readonly Problem[] } {
  const raw = file.sections.filter((section) => section.key === key).flatMap(({ records }) => records);
  const all = raw.map(read);
  const known = new Map<string, T>();
  for (const { record } of all) if (record && !known.has(record.id)) known.set(record.id, record);
  return { records: [...known.values()], problems: all.flatMap(({ problems }) => problems) };
}
