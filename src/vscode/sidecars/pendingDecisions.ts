import { type Memento, Uri } from 'vscode';

import type { DecisionChanges } from './applyDecisions';
import { sidecarSuffix } from './sidecarUri';

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

  /** What was kept for a sidecar, and is kept for it no longer. */
  async take(sidecar: Uri): Promise<readonly DecisionChanges[]> {
    const decisions = this.of(sidecar);
    if (decisions.length > 0) await this.keep(sidecar, []);
    return decisions;
  }

  /** The sidecars at or below a place that have decisions waiting. */
  waiting(place: Uri): readonly Uri[] {
    const start = prefix + place.toString();
    return this.#memory
      .keys()
      .filter((key) => key === start + sidecarSuffix || key.startsWith(`${start}/`))
      .map((key) => Uri.parse(key.slice(prefix.length)));
  }
}
