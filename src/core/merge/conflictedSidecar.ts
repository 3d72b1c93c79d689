import type { AnnotationRecord } from '../annotation/record';
import { parseSidecar } from '../sidecar/parseSidecar';
import type { Sidecar } from '../sidecar/sidecar';
import { type MarkerOptions, splitConflict } from './conflictMarkers';
import { mergeSidecars } from './mergeSidecars';
import type { MergeConflict, MergeInput, MergeResult } from './types';

/** A sidecar with conflict markers, taken apart into its versions and merged record by record. */
export interface ConflictedSidecar {
  readonly input: MergeInput;
  /** What the markers call the sides. */
  readonly labels: MarkerOptions;
  /** What is left to choose may be nothing: lines conflict more often than records. */
  readonly result: MergeResult;
  /**
   * What both sides agree on, as a sidecar that could be written. Records of which the sides show different things are left out;
   * a note or a check that differs leaves the rest.
   */
  readonly agreed: Sidecar;
}

/** Undefined where the markers are not in pairs, or one of the versions is not understood whole: only a person can mend that. */
export function readConflicted(source: string): ConflictedSidecar | undefined {
  const input = splitConflict(source);
  const result = input && mergeSidecars(input);
  if (!input || result?.source === undefined) return undefined;
  return { input, labels: labelsOf(source), result, agreed: agreedOf(result.source, result.conflicts) };
}

function labelsOf(source: string): MarkerOptions {
  const label = (marker: string) => new RegExp(`^\\${marker}{7,} (.+?)\\r?$`, 'm').exec(source)?.[1];
  const [ours, base, theirs] = [label('<'), label('|'), label('>')];
  return {
    ...(ours !== undefined && { ours }),
    ...(base !== undefined && { base }),
    ...(theirs !== undefined && { theirs }),
  };
}

/** Units that change nothing of what is shown of an article. */
const quiet: ReadonlySet<string> = new Set(['note', 'check', 'by', 'suppress', 'suggestion']);

function agreedOf(source: string, conflicts: readonly MergeConflict[]): Sidecar {
  const loud = new Set(
    conflicts.filter((each) => each.kind === 'deleted' || !quiet.has(each.unit)).map(({ id }) => id),
  );
  const merged = parseSidecar(source);
  const agrees = ({ id }: { readonly id: string }): boolean => !loud.has(id);
  return {
    ...merged,
    annotations: merged.annotations.filter((record: AnnotationRecord) => agrees(record)),
    entities: merged.entities.filter(agrees),
  };
}
