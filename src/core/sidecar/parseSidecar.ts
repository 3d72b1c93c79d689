import { runSteps, type Steps } from '../util/steps';
import { readRecordFile } from './parseRecordFile';
import { readAnnotation } from './readAnnotation';
import { readEntity } from './readEntity';
import { fieldOf, type RecordFile } from './recordFile';
import { recordsOf, versionOf } from './recordsOf';
import { formatVersion, type Sidecar, sidecarSections } from './sidecar';

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
  const entities = recordsOf(file, 'entities', readEntity);
  const annotations = recordsOf(file, 'annotations', readAnnotation);
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
  const [article, language] = [textOf(file, 'article'), textOf(file, 'language')];
  return { ...versionOf(file, formatVersion), ...(article && { article }), ...(language && { language }) };
}

function textOf(file: RecordFile, key: string): string | undefined {
  const value = fieldOf(file, key)?.value;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
