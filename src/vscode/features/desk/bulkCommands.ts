import { commands as registry, Disposable, env, l10n, window } from 'vscode';

import { confirm } from '../../../core/view/decisions/confirm';
import type { ArticleSession } from '../../articleSession';
import type { ArticleSessions } from '../../articleSessions';
import { decide } from '../../decisions';
import { commands } from '../../ids';
import { iconOfType, nameOfType, percent } from '../../messages';
import { readShown } from '../../presentation';
import { activeSession } from '../../targets';
import { findAim } from './aim';
import { type Item, openItems } from './reviewItems';
import type { ReviewMode } from './reviewMode';
import { tell } from './tell';

/** Accepting many suggestions by one decision, which one step undoes. */
export function registerBulkCommands(sessions: ArticleSessions, review: ReviewMode): Disposable {
  return Disposable.from(
    registry.registerCommand(commands.confirmType, () => confirmType(sessions, review)),
    registry.registerCommand(commands.confirmAbove, () => confirmAbove(sessions)),
    registry.registerCommand(commands.confirmArticle, () => {
      const session = activeSession(sessions);
      return session && confirmAll(session, openItems(session.view, readShown()));
    }),
  );
}

/** All of the kind of the current one: names of its type, or quotations of its form. Asks where there is none. */
async function confirmType(sessions: ArticleSessions, review: ReviewMode): Promise<void> {
  const session = activeSession(sessions);
  if (!session) return;
  const open = openItems(session.view, readShown());
  const item = findAim(sessions, review)?.item;
  if (item)
    return confirmAll(
      session,
      open.filter((each) => kindOf(each) === kindOf(item)),
    );
  const picks = [...new Set(open.map(kindOf))].map((kind) => {
    const items = open.filter((each) => kindOf(each) === kind);
    return { ...labelOf(items[0] as Item), items };
  });
  const chosen = await window.showQuickPick(
    picks.map((pick) => ({ ...pick, description: l10n.t('{0} suggestions', pick.items.length) })),
    { placeHolder: l10n.t('Accept all of which type?') },
  );
  if (chosen) await confirmAll(session, chosen.items);
}

function kindOf(item: Item): string {
  return item.kind === 'mention' ? item.type : 'quotation';
}

function labelOf(item: Item): { readonly label: string } {
  return item.kind === 'mention'
    ? { label: `$(${iconOfType(item.type)}) ${nameOfType(item.type)}` }
    : { label: `$(quote) ${l10n.t('quotation')}` };
}

const bounds = [0.99, 0.95, 0.9, 0.8, 0.7, 0.5];

async function confirmAbove(sessions: ArticleSessions): Promise<void> {
  const session = activeSession(sessions);
  if (!session) return;
  const open = openItems(session.view, readShown());
  const picks = bounds.map((bound) => {
    const items = open.filter(({ confidence }) => (confidence ?? 0) >= bound);
    return {
      label: l10n.t('{0} and above', percent(bound, env.language)),
      description: l10n.t('{0} suggestions', items.length),
      items,
    };
  });
  const chosen = await window.showQuickPick(picks, {
    placeHolder: l10n.t('Accept all from which confidence on?'),
  });
  if (chosen) await confirmAll(session, chosen.items);
}

async function confirmAll(session: ArticleSession, items: readonly Item[]): Promise<void> {
  if (items.length === 0) return tell(l10n.t('There is nothing to accept.'));
  await decide(session, confirm(items));
  tell(l10n.t('{0} suggestions accepted; one undo takes them back.', items.length));
}
