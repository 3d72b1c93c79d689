import {
  Disposable,
  l10n,
  MarkdownString,
  StatusBarAlignment,
  type StatusBarItem,
  ThemeColor,
  window,
} from 'vscode';

import { longestAnalysed } from '../../core/config/config';
import type { ArticleSession } from '../articleSession';
import type { ArticleSessions } from '../articleSessions';
import { failureMessage } from '../decisions';
import { commands } from '../ids';
import { messageOf } from '../messages';
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
  const isWithoutModel = state === 'ready' && session.languageProblem !== undefined;
  const isUnsaved = sidecar.failure !== undefined;
  const counts = `${view.mentions.length} $(quote) ${view.quotations.length}`;
  const text = state === 'tooLarge' ? l10n.t('too large to analyse') : counts;
  const warning = isUnsaved || isWithoutModel ? ' $(warning)' : problems > 0 ? ' $(info)' : '';
  item.text = `$(whole-word) ${text}${warning}`;
  item.tooltip = tooltipOf(session);
  item.accessibilityInformation = { label: `Verbatim: ${linesOf(session).join(' ')}`, role: 'button' };
  item.command = isUnsaved
    ? { command: commands.savePending, title: '' }
    : problems > 0
      ? { command: commands.showSidecar, title: '' }
      : { command: commands.toggleHighlights, title: '' };
  item.backgroundColor = isUnsaved ? new ThemeColor('statusBarItem.warningBackground') : undefined;
  item.show();
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
    ...(problems.length > 0 ? [l10n.t('The annotations file has {0} problems.', problems.length)] : []),
    ...(sidecar.failure ? [failureMessage(sidecar.failure)] : []),
    ...(waiting > 0 && !sidecar.uri
      ? [l10n.t('{0} changes are kept until this article is saved.', waiting)]
      : []),
  ];
}
