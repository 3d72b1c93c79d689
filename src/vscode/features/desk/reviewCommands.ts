import { commands as registry, Disposable, l10n } from 'vscode';

import { confirm, reject } from '../../../core/view/decisions/confirm';
import { correctBounds } from '../../../core/view/decisions/correctBounds';
import type { ArticleSessions } from '../../articleSessions';
import { decide } from '../../decisions';
import { commands } from '../../ids';
import { findAim } from './aim';
import type { ReviewMode } from './reviewMode';
import { tell } from './tell';

/** Going through suggestions: to the next, accept, reject. What follows is selected before the decision is written. */
export function registerReviewCommands(sessions: ArticleSessions, review: ReviewMode): Disposable {
  return Disposable.from(
    registry.registerCommand(commands.review, () => review.start()),
    registry.registerCommand(commands.leaveReview, () => review.leave()),
    registry.registerCommand(commands.nextSuggestion, () => goOn(review, 1)),
    registry.registerCommand(commands.previousSuggestion, () => goOn(review, -1)),
    registry.registerCommand(commands.acceptSuggestion, () => accept(sessions, review)),
    registry.registerCommand(commands.rejectSuggestion, () => rejectCurrent(sessions, review)),
  );
}

async function goOn(review: ReviewMode, direction: 1 | -1): Promise<void> {
  if (review.editor) review.advance(direction);
  else await review.start();
}

async function accept(sessions: ArticleSessions, review: ReviewMode): Promise<void> {
  const aim = findAim(sessions, review);
  if (!aim?.item) return tell(l10n.t('There is no name or quotation at the caret.'));
  const { session, item, bounds } = aim;
  review.advance(1, [item]);
  await decide(session, bounds ? correctBounds(item, bounds) : confirm([item]));
}

async function rejectCurrent(sessions: ArticleSessions, review: ReviewMode): Promise<void> {
  const aim = findAim(sessions, review);
  if (!aim?.item) return tell(l10n.t('There is no name or quotation at the caret.'));
  review.advance(1, [aim.item]);
  await decide(aim.session, reject([aim.item]));
}
