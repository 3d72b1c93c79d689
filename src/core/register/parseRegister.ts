import { readRecordFile } from '../sidecar/parseRecordFile';
import { recordsOf, versionOf } from '../sidecar/recordsOf';
import { runSteps, type Steps } from '../util/steps';
import { readRegisterEntity } from './readRegisterEntity';
import { type Register, registerSections, registerVersion } from './register';

/** Reads a register. Never throws and never hangs, whatever the text; see `Register`. */
export function parseRegister(source: string): Register {
  return runSteps(readRegister(source));
}

/** `parseRegister` in slices, for a host that must not be held up by a large file. */
export function* readRegister(source: string): Steps<Register> {
  const file = yield* readRecordFile(source, registerSections);
  const { version, problems } = versionOf(file, registerVersion);
  const entities = recordsOf(file, 'entities', readRegisterEntity);
  const readOnly = file.readOnly ?? (version > registerVersion ? 'newerVersion' : undefined);
  return {
    ...file,
    version,
    problems: [...file.problems, ...problems, ...entities.problems],
    entities: entities.records,
    ...(readOnly && { readOnly }),
  };
}
