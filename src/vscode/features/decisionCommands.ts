import { commands as registry, Disposable, l10n, ProgressLocation, window } from 'vscode';

import { selectorsOf } from '../../core/annotation/record';
import { isEntityType, type MentionType, mentionTypes } from '../../core/annotation/types';
import { confirm, exportSuggestions, reject } from '../../core/view/decisions/confirm';
import { correctType } from '../../core/view/decisions/correctType';
import type { ViewMention } from '../../core/view/types';
import type { ArticleSessions } from '../articleSessions';
import { decide, saveAgain } from '../decisions';
import { commands } from '../ids';
import { iconOfType, nameOfType } from '../messages';
import { activeSession, findTarget, type Target } from '../targets';

/** Commands by which a person decides: each about its argument, or what the caret is in. */
export function registerDecisionCommands(sessions: ArticleSessions): Disposable {
  const onTarget = (act: (target: Target) => Promise<void>) => async (argument: unknown) => {
    const target = findTarget(sessions, argument);
    if (target) await act(target);
    else window.setStatusBarMessage(l10n.t('There is no name or quotation at the caret.'), 4000);
  };
  const handlers: readonly (readonly [string, (argument: unknown) => Promise<void>])[] = [
    [commands.confirm, onTarget(({ session, item }) => decide(session, confirm([item])))],
    [commands.reject, onTarget(({ session, item }) => decide(session, reject([item])))],
    [commands.correctType, onTarget(chooseType)],
    [commands.confirmEntity, onTarget((target) => decideEverywhere(target, confirm))],
    [commands.rejectEntity, onTarget((target) => decideEverywhere(target, reject))],
    [commands.restoreRejected, () => restoreRejected(sessions)],
    [commands.exportSuggestions, () => writeSuggestions(sessions)],
    [commands.savePending, () => savePending(sessions)],
  ];
  const parts = handlers.map(([id, handler]) => registry.registerCommand(id, handler));
  return Disposable.from(...parts);
}

async function decideEverywhere(target: Target, decision: typeof confirm): Promise<void> {
  await decide(target.session, decision(target.item.kind === 'mention' ? alike(target) : [target.item]));
}

/** All mentions of the entity, or the one where there is no entity. */
function alike({ session, item }: Target): readonly ViewMention[] {
  if (item.kind !== 'mention') return [];
  const entity = item.entity === undefined ? undefined : session.view.entities.get(item.entity);
  return entity ? entity.mentions.flatMap((index) => session.view.mentions[index] ?? []) : [item];
}

async function chooseType(target: Target): Promise<void> {
  const { session, item } = target;
  if (item.kind !== 'mention') return;
  const others = alike(target);
  const types = mentionTypes.filter(
    (type) => isEntityType(type) === isEntityType(item.type) || others.length < 2,
  );
  const choice = (type: MentionType, everywhere: boolean) => ({
    label: `$(${iconOfType(type)}) ${nameOfType(type)}`,
    ...(everywhere && { description: l10n.t('in all {0} places', others.length) }),
    type,
    items: everywhere ? others : [item],
  });
  const picks = [
    ...types.map((type) => choice(type, false)),
    ...(others.length > 1 ? types.map((type) => choice(type, true)) : []),
  ].filter((pick) => pick.type !== item.type);
  const words = session.document.getText().slice(item.span.start, item.span.end);
  const chosen = await window.showQuickPick(picks, {
    title: words,
    placeHolder: l10n.t('What do these words name?'),
  });
  if (chosen) await decide(session, correctType(chosen.items, chosen.type));
}

async function restoreRejected(sessions: ArticleSessions): Promise<void> {
  const session = activeSession(sessions);
  if (!session) return;
  const picks = session.view.rejected.map(({ record }) => ({
    label: selectorsOf(record)
      .map(({ exact }) => exact)
      .join(' […] ')
      .replace(/\s+/gu, ' ')
      .slice(0, 120),
    description: record.kind === 'mention' ? nameOfType(record.type) : l10n.t('quotation'),
    id: record.id,
  }));
  const chosen = await window.showQuickPick(picks, {
    placeHolder:
      picks.length > 0
        ? l10n.t('Choose what is to be suggested again')
        : l10n.t('Nothing is rejected in this article'),
    canPickMany: true,
  });
  if (chosen && chosen.length > 0)
    await session.sidecar.decide(chosen.map(({ id }) => ({ kind: 'remove', id })));
}

async function writeSuggestions(sessions: ArticleSessions): Promise<void> {
  const session = activeSession(sessions);
  if (!session) return;
  await window.withProgress(
    { location: ProgressLocation.Window, title: l10n.t('Writing suggestions…') },
    () => decide(session, exportSuggestions()),
  );
}

async function savePending(sessions: ArticleSessions): Promise<void> {
  for (const session of sessions.all) {
    if (session.sidecar.pending.length > 0) await saveAgain(session);
  }
}
