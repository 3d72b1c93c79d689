import type { Memento, Uri } from 'vscode';

import type { DecisionChanges } from './applyDecisions';

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

  of(sidecar: Uri | undefined): readonly DecisionChanges[] {
    return sidecar ? this.#memory.get<readonly DecisionChanges[]>(prefix + sidecar.toString(), []) : [];
  }

  async keep(sidecar: Uri | undefined, decisions: readonly DecisionChanges[]): Promise<void> {
    if (!sidecar) return;
    await this.#memory.update(prefix + sidecar.toString(), decisions.length > 0 ? decisions : undefined);
  }
}
