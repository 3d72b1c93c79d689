import type { AnnotationRecord, EntityRecord } from '../annotation/record';
import type { RecordFile } from './recordFile';

/** Major version of the sidecar format that this program writes. */
export const formatVersion = 1;

/** Lists of records in a sidecar, in the order in which they are written. */
export const sidecarSections = ['entities', 'annotations'] as const;
export type SidecarSection = (typeof sidecarSections)[number];

/**
 * An article's sidecar as read. `problems` tell whatever could not be understood, with spans into `source`; `readOnly` says why
 * the file must not be written without a person's word.
 */
export interface Sidecar extends RecordFile {
  readonly version: number;
  /** File name of the article, for people; never followed. */
  readonly article?: string;
  readonly language?: string;
  /** Records that were understood, in file order; of two with one id the first. */
  readonly entities: readonly EntityRecord[];
  readonly annotations: readonly AnnotationRecord[];
}
