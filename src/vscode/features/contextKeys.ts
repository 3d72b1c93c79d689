import { commands as registry, Disposable, window } from 'vscode';

import type { ArticleSessions } from '../articleSessions';
import { contextKeys } from '../ids';
import { activeSession } from '../targets';

/** Tells `when` clauses whether an article is in front, and whether it holds decisions that could not be written. */
export function registerContextKeys(sessions: ArticleSessions): Disposable {
  const told = new Map<string, boolean>();
  const tell = (key: string, value: boolean): void => {
    if (told.get(key) === value) return;
    told.set(key, value);
    void registry.executeCommand('setContext', key, value);
  };
  const update = (): void => {
    const session = activeSession(sessions);
    tell(contextKeys.isArticle, session !== undefined);
    tell(contextKeys.hasPending, session?.sidecar.failure !== undefined);
  };
  update();
  return Disposable.from(
    window.onDidChangeActiveTextEditor(update),
    sessions.onDidChangeList(update),
    sessions.onDidChange(update),
  );
}
