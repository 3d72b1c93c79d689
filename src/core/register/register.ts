import type { RecordFile } from '../sidecar/recordFile';
import type { RegisterEntity } from './registerEntity';

/** What a register is called where `verbatim.yaml` names none, and by which editors and git know one. */
export const registerFileName = 'verbatim.entities.yaml';

/** Major version of the register's format that this program writes. */
export const registerVersion = 1;

/** Lists of records in a register. */
export const registerSections = ['entities'] as const;

/**
 * An entity register as read. `problems` tell whatever could not be understood, with spans into `source`; `readOnly` says why the
 * file must not be written without a person's word.
 */
export interface Register extends RecordFile {
  readonly version: number;
  /** Entries that were understood, in file order; of two with one id the first. */
  readonly entities: readonly RegisterEntity[];
}
