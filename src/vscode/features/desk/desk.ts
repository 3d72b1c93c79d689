import { Disposable } from 'vscode';

import type { FeatureParts } from '../features';
import { registerAnnotateCommands } from './annotateCommands';
import { registerBoundCommands } from './boundCommands';
import { registerBulkCommands } from './bulkCommands';
import { registerQuoteCommands } from './quoteCommands';
import { registerReviewCommands } from './reviewCommands';
import { registerReviewKeys } from './reviewKeys';
import { ReviewMode } from './reviewMode';
import { registerUndoDecisions } from './undoDecisions';

/** All that is done to an article by keyboard beyond what a card offers. */
export function registerDesk({ sessions, registers }: FeatureParts): Disposable {
  const review = new ReviewMode(sessions);
  const parts = { sessions, registers };
  return Disposable.from(
    review,
    registerUndoDecisions(sessions),
    registerReviewCommands(sessions, review),
    registerReviewKeys(review),
    registerBoundCommands(sessions, review),
    registerBulkCommands(sessions, review),
    registerAnnotateCommands(parts, review),
    registerQuoteCommands(parts, review),
  );
}
