import type { SidecarChange } from '../../core/sidecar/editSidecar';
import type { Sidecar } from '../../core/sidecar/sidecar';

/**
 * The changes that still mean something for this state of the file: a decision that was written before the window closed, or that
 * somebody's pull brought in, is not made again; one on a record that is gone has nothing to change.
 */
export function applicable(sidecar: Sidecar, changes: readonly SidecarChange[]): readonly SidecarChange[] {
  const ids = new Set(sidecar.sections.flatMap(({ records }) => records.map(({ id }) => id ?? '')));
  return changes.flatMap((change): readonly SidecarChange[] => {
    if (change.kind === 'addAnnotation' || change.kind === 'addEntity') {
      if (ids.has(change.record.id)) return [];
      ids.add(change.record.id);
      return [change];
    }
    const id = change.kind === 'update' ? change.record.id : change.id;
    if (!ids.has(id)) return [];
    if (change.kind === 'remove') ids.delete(id);
    return [change];
  });
}
