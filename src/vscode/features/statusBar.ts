import {
  Disposable,
  l10n,
  MarkdownString,
  StatusBarAlignment,
  type StatusBarItem,
  ThemeColor,
  window,
} from 'vscode';

import { checkItems, countStates } from '../../core/view/checkState';
import { speakingRoom } from '../../core/view/trees/speakingRoom';
import { longestAnalysed } from '../../core/config/config';
import type { ArticleSession } from '../articleSession';
import type { ArticleSessions } from '../articleSessions';
import type { ConfigFiles } from '../configFiles';
import { failureMessage } from '../decisions';
import { commands, views } from '../ids';
import { messageOf } from '../messages';
import { runInSlices } from '../schedule';
import { roomLine } from '../speakingRoom';
import { activeSession } from '../targets';

/** One item while an article is in front: what was found, what was decided, and what is wrong. */
export function registerStatusBar(sessions: ArticleSessions, config: ConfigFiles): Disposable {
  const item = window.createStatusBarItem('verbatim.state', StatusBarAlignment.Right, 90);
  item.name = 'Verbatim';
  const update = (): void => {
    const session = activeSession(sessions);
    if (!session) return item.hide();
    show(item, session, config);
  };
  update();
  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(update),
    sessions.onDidChangeList(update),
    config.onDidChange(update),
    sessions.onDidChange(({ session, change }) => {
      if (change === 'content' && session === activeSession(sessions)) update();
    }),
  );
}

function show(item: StatusBarItem, session: ArticleSession, config: ConfigFiles): void {
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
  item.tooltip = tooltipOf(linesOf(session));
  item.accessibilityInformation = { label: `Verbatim: ${linesOf(session).join(' ')}`, role: 'button' };
  item.command = { command: commandOf(session), title: '' };
  item.backgroundColor = isUnsaved ? new ThemeColor('statusBarItem.warningBackground') : undefined;
  item.show();
  void showMore(item, session, config);
}

/** Adds how far the checks are and who gets how much room, once both are counted. */
async function showMore(item: StatusBarItem, session: ArticleSession, config: ConfigFiles): Promise<void> {
  const { view } = session;
  const { tooltip } = item;
  const lines = [...(await checkLines(session, config)), ...(await roomLines(session))];
  const isShown = item.tooltip === tooltip && tooltip instanceof MarkdownString;
  if (lines.length === 0 || !isShown || view !== session.view) return;
  const all = [...linesOf(session), ...lines];
  item.tooltip = tooltipOf(all);
  item.accessibilityInformation = { label: `Verbatim: ${all.join(' ')}`, role: 'button' };
}

/** Nothing where nobody has checked anything. */
async function checkLines(session: ArticleSession, config: ConfigFiles): Promise<readonly string[]> {
  const { entities, annotations } = session.sidecar.current;
  if (annotations.every(({ check }) => check === undefined)) return [];
  const { verdicts } = await config.configOf(session.document.uri);
  const items = checkItems(session.view, session.placed, entities, verdicts[0] ?? '');
  const { checked, signed, open, stale } = countStates(items);
  if (checked + signed + stale === 0) return [];
  return [
    l10n.t('{0} checked, {1} still to check.', checked + signed, open),
    ...(signed > 0 ? [l10n.t('{0} signed off by a second reader.', signed)] : []),
    ...(stale > 0 ? [l10n.t('{0} changed since the check.', stale)] : []),
  ];
}

async function roomLines({ view, sidecar, document }: ArticleSession): Promise<readonly string[]> {
  if (view.quotations.length === 0) return [];
  const room = await runInSlices(speakingRoom(view, document.getText()), sidecar.token);
  return room && room.quotations > 0 ? [roomLine(view, room)] : [];
}

/** What helps most. */
function commandOf({ view, sidecar }: ArticleSession): string {
  if (sidecar.failure) return commands.savePending;
  if (sidecar.conflicted) return commands.resolveConflicts;
  if (sidecar.current.problems.length > 0) return commands.showSidecar;
  // Every view has such a command.
  return view.unplaced.length > 0 ? `${views.toReview}.focus` : commands.toggleHighlights;
}

function tooltipOf(lines: readonly string[]): MarkdownString {
  const tooltip = new MarkdownString('**Verbatim**\n\n');
  for (const line of lines) tooltip.appendText(line).appendMarkdown('\n\n');
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
