import { Disposable } from 'vscode';

import type { FeatureParts } from '../features';
import { registerCheckedProblems } from './checkedProblems';
import { Comparisons } from './comparison';
import { registerConflictCommands } from './conflictCommands';
import { ConflictSection } from './conflictSection';
import { LostSidecars, registerAdoption } from './lostSidecars';
import { placeSections, ReviewItems } from './placeSections';
import { registerReviewActions } from './reviewActions';
import { registerReviewCommands } from './reviewCommands';
import { ReviewTree } from './reviewTree';
import type { ReviewSection } from './section';

/** The view *To review*, and all that can be done there. Sections are shown in the order of this list. */
export function registerReview({ sessions, files }: Pick<FeatureParts, 'sessions' | 'files'>): Disposable {
  const items = new ReviewItems(sessions);
  const conflicts = new ConflictSection(sessions);
  const sections: readonly ReviewSection[] = [conflicts, ...placeSections(items), new LostSidecars(sessions)];
  const tree = new ReviewTree(sections);
  const comparisons = new Comparisons();
  return Disposable.from(
    items,
    tree,
    comparisons,
    registerReviewCommands(sessions, items, tree, comparisons),
    registerConflictCommands(conflicts, tree, comparisons),
    registerAdoption(tree, files),
    registerCheckedProblems(sessions, items),
    registerReviewActions(sessions, items),
  );
}
