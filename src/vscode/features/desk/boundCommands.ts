import { commands as registry, Disposable, l10n } from 'vscode';

import { type Edge, moveEdge, moveToBound } from '../../../core/text/wordBounds';
import { sameSpan, type Span } from '../../../core/util/span';
import { correctBounds } from '../../../core/view/decisions/correctBounds';
import type { ArticleSessions } from '../../articleSessions';
import { decide } from '../../decisions';
import { commands } from '../../ids';
import { placeOf } from '../../targets';
import { findAim } from './aim';
import type { ReviewMode } from './reviewMode';
import { selectSpan } from './selectSpan';
import { tell } from './tell';

/**
 * A name or quotation begins or ends elsewhere: by a word, or at the bound of the clause. In review the selection changes, and
 * accepting decides; elsewhere each step is a decision.
 */
export function registerBoundCommands(sessions: ArticleSessions, review: ReviewMode): Disposable {
  const byWord = (edge: Edge, wider: boolean) => () =>
    move(sessions, review, (text, span) => moveEdge(text, span, edge, wider));
  const toBound = (edge: Edge) => () => move(sessions, review, (text, span) => moveToBound(text, span, edge));
  return Disposable.from(
    registry.registerCommand(commands.extendEnd, byWord('end', true)),
    registry.registerCommand(commands.shrinkEnd, byWord('end', false)),
    registry.registerCommand(commands.extendStart, byWord('start', true)),
    registry.registerCommand(commands.shrinkStart, byWord('start', false)),
    registry.registerCommand(commands.extendToEnd, toBound('end')),
    registry.registerCommand(commands.extendToStart, toBound('start')),
  );
}

async function move(
  sessions: ArticleSessions,
  review: ReviewMode,
  change: (text: string, span: Span) => Span,
): Promise<void> {
  const aim = findAim(sessions, review);
  if (!aim?.item) return tell(l10n.t('There is no name or quotation at the caret.'));
  const { session, item, editor } = aim;
  const selected = aim.selections[0];
  const before = review.current && selected ? selected : placeOf(item);
  const after = change(session.document.getText(), before);
  if (sameSpan(before, after)) return tell(l10n.t('It goes no further.'));
  if (review.current) return review.select(after);
  selectSpan(editor, after);
  await decide(session, correctBounds(item, after));
}
