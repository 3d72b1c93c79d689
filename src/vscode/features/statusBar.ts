import {
  Disposable,
  l10n,
  MarkdownString,
  StatusBarAlignment,
  type StatusBarItem,
  ThemeColor,
  window,
} from 'vscode';

import { speakingRoom } from '../../core/view/trees/speakingRoom';
import { longestAnalysed } from '../../core/config/config';
import type { ArticleSession } from '../articleSession';
import type { ArticleSessions } from '../articleSessions';
import { failureMessage } from '../decisions';
import { commands, views } from '../ids';
import { messageOf } from '../messages';
import { runInSlices } from '../schedule';
import { roomLine } from '../speakingRoom';
import { activeSession } from '../targets';

/** One item while an article is in front: what was found, what was decided, and what is wrong. */
export function registerStatusBar(sessions: ArticleSessions): Disposable {
  const item = window.createStatusBarItem('verbatim.state', StatusBarAlignment.Right, 90);
  item.name = 'Verbatim';
  const update = (): void => {
    const session = activeSession(sessions);
    if (!session) return item.hide();
    show(item, session);
  };
  update();
  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(update),
    sessions.onDidChangeList(update),
    sessions.onDidChange(({ session, change }) => {
      if (change === 'content' && session === activeSession(sessions)) update();
    }),
  );
}

function show(item: StatusBarItem, session: ArticleSession): void {
  const { view, state, sidecar } = session;
  const problems = sidecar.current.problems.length + view.unplaced.length;
  const isConflicted = sidecar.conflicted !== undefined;
  const isWithoutModel = state === 'ready' && session.languageProblem !== undefined;
  const isUnsaved = sidecar.failure !== undefined;
  const counts = `${view.mentions.length} $(quote) ${view.quotations.length}`;
  const text = state === 'tooLarge' ? l10n.t('too large to analyse') : counts;
  const warning =
    isUnsaved || isWithoutModel
      ? ' $(warning)'
      : isConflicted
        ? ' $(git-merge)'
        : problems > 0
          ? ' $(info)'
          : '';
  item.text = `$(whole-word) ${text}${warning}`;
  item.tooltip = tooltipOf(session);
  item.accessibilityInformation = { label: `Verbatim: ${linesOf(session).join(' ')}`, role: 'button' };
  item.command = { command: commandOf(session), title: '' };
  item.backgroundColor = isUnsaved ? new ThemeColor('statusBarItem.warningBackground') : undefined;
  item.show();
  void showRoom(item, session);
}

/** Adds who gets how much room, once it is counted. */
async function showRoom(item: StatusBarItem, session: ArticleSession): Promise<void> {
  const { view, sidecar, document } = session;
  const { tooltip } = item;
  if (view.quotations.length === 0) return;
  const room = await runInSlices(speakingRoom(view, document.getText()), sidecar.token);
  const isShown = item.tooltip === tooltip && tooltip instanceof MarkdownString;
  if (!room || room.quotations === 0 || !isShown || view !== session.view) return;
  const line = roomLine(view, room);
  item.tooltip = tooltipOf(session).appendText(line);
  item.accessibilityInformation = {
    label: `Verbatim: ${[...linesOf(session), line].join(' ')}`,
    role: 'button',
  };
}

/** What helps most. */
function commandOf({ view, sidecar }: ArticleSession): string {
  if (sidecar.failure) return commands.savePending;
  if (sidecar.conflicted) return commands.resolveConflicts;
  if (sidecar.current.problems.length > 0) return commands.showSidecar;
  // Every view has such a command.
  return view.unplaced.length > 0 ? `${views.toReview}.focus` : commands.toggleHighlights;
}

function tooltipOf(session: ArticleSession): MarkdownString {
  const tooltip = new MarkdownString('**Verbatim**\n\n');
  for (const line of linesOf(session)) tooltip.appendText(line).appendMarkdown('\n\n');
  return tooltip;
}

function linesOf(session: ArticleSession): readonly string[] {
  const { view, state, sidecar } = session;
  const confirmed = [...view.mentions, ...view.quotations].filter(
    ({ status }) => status === 'confirmed',
  ).length;
  const waiting = sidecar.pending.length;
  const { problems } = sidecar.current;
  return [
    state === 'tooLarge'
      ? l10n.t(
          'This text is longer than {0} characters: decisions are shown, but nothing is suggested.',
          longestAnalysed,
        )
      : l10n.t('{0} names, dates and hours, {1} quotations.', view.mentions.length, view.quotations.length),
    ...(session.languageProblem ? [messageOf(session.languageProblem)] : []),
    l10n.t('{0} confirmed, {1} rejected.', confirmed, view.rejected.length),
    ...(view.unplaced.length > 0
      ? [l10n.t('{0} decisions have no certain place in the text any more.', view.unplaced.length)]
      : []),
    ...(sidecar.conflicted
      ? [l10n.t('The annotations file holds conflicts: what both sides agree on is shown.')]
      : []),
    ...(problems.length > 0 ? [l10n.t('The annotations file has {0} problems.', problems.length)] : []),
    ...(sidecar.failure ? [failureMessage(sidecar.failure)] : []),
    ...(waiting > 0 && !sidecar.uri
      ? [l10n.t('{0} changes are kept until this article is saved.', waiting)]
      : []),
  ];
}
