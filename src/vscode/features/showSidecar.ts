import { commands as registry, type Disposable, l10n, Uri, ViewColumn, window, workspace } from 'vscode';

import type { ArticleSessions } from '../articleSessions';
import { exists } from '../files';
import { commands } from '../ids';
import { activeSession } from '../targets';

/** Opens the sidecar beside its article; says so where there is none yet. */
export function registerShowSidecar(sessions: ArticleSessions): Disposable {
  return registry.registerCommand(commands.showSidecar, async (argument: unknown) => {
    const session = argument instanceof Uri ? sessions.ofUri(argument) : activeSession(sessions);
    const uri = session?.sidecar.uri;
    if (!session) return;
    if (uri && (session.sidecar.exists || (await exists(uri)))) {
      const document = await workspace.openTextDocument(uri);
      await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preserveFocus: false });
      return;
    }
    const message = uri
      ? l10n.t('Nothing is decided in this article yet: the annotations file comes with the first decision.')
      : l10n.t('Decisions are kept until this article is saved; then they get a file beside it.');
    window.setStatusBarMessage(message, 8000);
  });
}
