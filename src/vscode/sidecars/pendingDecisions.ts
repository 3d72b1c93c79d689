import type { Memento, Uri } from 'vscode';

import type { SidecarChange } from '../../core/sidecar/editSidecar';

const prefix = 'verbatim.pending:';

/**
 * Decisions that are not in their sidecar yet, in the storage of the extension: they outlive a window that closes, a host that dies
 * and a save that was refused.
 */
export class PendingDecisions {
  readonly #memory: Memento;

  constructor(workspaceState: Memento) {
    this.#memory = workspaceState;
  }

  of(sidecar: Uri | undefined): readonly SidecarChange[] {
    return sidecar ? this.#memory.get<readonly SidecarChange[]>(prefix + sidecar.toString(), []) : [];
  }

  async keep(sidecar: Uri | undefined, changes: readonly SidecarChange[]): Promise<void> {
    if (!sidecar) return;
    await this.#memory.update(prefix + sidecar.toString(), changes.length > 0 ? changes : undefined);
  }
}
