import type { PlainMap } from '../annotation/plain';
import type { Problem } from '../problem/problem';
import type { UnitConflict } from './mergeFields';

export type Side = 'ours' | 'theirs';

/** The three versions of a file of records. Without a base, what both sides have alike counts as the base. */
export interface MergeInput {
  readonly base?: string;
  readonly ours: string;
  readonly theirs: string;
}

/** What the two sides did that cannot both stand. The file's own fields have neither section nor id. */
export type MergeConflict =
  | ({ readonly kind: 'unit'; readonly section?: string; readonly id?: string } & UnitConflict)
  | {
      readonly kind: 'deleted';
      readonly section: string;
      readonly id: string;
      /** Who deleted what the other edited. */
      readonly by: Side;
      readonly base: PlainMap;
      readonly edited: PlainMap;
    };

/** What the merge did with a record, for people and for tests. */
export interface MergeDecision {
  readonly section: string;
  readonly id: string;
  readonly action: 'added' | 'removed' | 'changed' | 'joined';
  readonly from: Side | 'both';
  readonly units?: readonly string[];
  /** The id that was given up for `id`. */
  readonly formerId?: string;
}

/** Sides that a person chose, by the conflicts' keys. */
export type Choices = ReadonlyMap<string, Side>;

/** A stretch of the merged file: settled text, or the versions of something in conflict. */
export type MergedPiece =
  { readonly text: string } | { readonly base: string; readonly ours: string; readonly theirs: string };

export interface MergeResult {
  /**
   * The merged file; what is in conflict stands as we have it, or as they have it where we deleted it (see `withMarkers` for a
   * file with both). Absent when a version
   * could not be read as records: nothing was merged then, and `problem` says which and why.
   */
  readonly source?: string;
  readonly conflicts: readonly MergeConflict[];
  readonly decisions: readonly MergeDecision[];
  readonly problem?: Problem;
  readonly pieces: readonly MergedPiece[];
}

/** The same for the same conflict whenever the merge is made again. */
export function conflictKey(conflict: MergeConflict): string {
  const unit = conflict.kind === 'deleted' ? '' : conflict.unit;
  return keyOf(conflict.section ?? '', conflict.id ?? '', unit);
}

export function keyOf(section: string, id: string, unit: string): string {
  return `${section}/${id}/${unit}`;
}
