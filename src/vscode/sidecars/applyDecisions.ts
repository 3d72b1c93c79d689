import type { ConflictedSidecar } from '../../core/merge/conflictedSidecar';
import { marked } from '../../core/merge/resolveConflict';
import { problem, type Problem } from '../../core/problem/problem';
import { editSidecar, type SidecarChange } from '../../core/sidecar/editSidecar';
import { idOf } from '../../core/sidecar/recordSteps';
import { parseSidecar } from '../../core/sidecar/parseSidecar';
import type { Sidecar } from '../../core/sidecar/sidecar';

/** The changes that one decision of a person comes to. */
export type DecisionChanges = readonly SidecarChange[];

/**
 * The sidecar with decisions made in it, one after the other: each says where it stands among what was there before it. What is
 * decided in the file already changes nothing.
 */
export function applyDecisions(
  sidecar: Sidecar,
  decisions: readonly DecisionChanges[],
  options: { readonly evenReadOnly?: boolean } = {},
): { readonly sidecar: Sidecar } | { readonly problem: Problem } {
  let current = sidecar;
  for (const changes of decisions) {
    const result = editSidecar(current, applicable(current, changes), options);
    if ('problem' in result) return { problem: result.problem };
    if (result.source !== current.source) current = parseSidecar(result.source);
  }
  return { sidecar: current };
}

/**
 * The text of a sidecar with conflict markers after decisions that were made in each of its versions: what a person decides now,
 * both sides have alike, and what was in conflict there is settled. The rest stays between markers.
 */
export function applyToConflicted(
  { input, labels }: ConflictedSidecar,
  decisions: readonly DecisionChanges[],
): { readonly source: string } | { readonly problem: Problem } {
  const versions = { ...input };
  for (const version of ['base', 'ours', 'theirs'] as const) {
    const source = input[version];
    if (source === undefined) continue;
    const result = applyDecisions(parseSidecar(source), decisions);
    if ('problem' in result) return result;
    versions[version] = result.sidecar.source;
  }
  const source = marked(versions, labels);
  return source === undefined ? { problem: problem('sidecar-read-only', 'error', ['conflict']) } : { source };
}

/**
 * The changes that still mean something for this state of the file: a decision that was written before the window closed, or that
 * somebody's pull brought in, is not made again; one on a record that is gone has nothing to change.
 */
function applicable(sidecar: Sidecar, changes: DecisionChanges): DecisionChanges {
  const ids = new Set(sidecar.sections.flatMap(({ records }) => records.map(({ id }) => id ?? '')));
  return changes.filter((change) => {
    const id = idOf(change);
    const isAddition = change.kind.startsWith('add') || change.kind === 'restore';
    if (!isAddition) return ids.has(id);
    const isNew = !ids.has(id);
    ids.add(id);
    return isNew;
  });
}
