import { Disposable } from 'vscode';

import type { ArticleSessions } from '../../articleSessions';
import { registerUndoDecisions } from './undoDecisions';

/** All that is done to an article by keyboard beyond what a card offers. */
export function registerDesk(sessions: ArticleSessions): Disposable {
  return Disposable.from(registerUndoDecisions(sessions));
}
