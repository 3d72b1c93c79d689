import { Uri, window, workspace } from 'vscode';

import type { ViewMention } from '../../../../core/view/types';
import type { ArticleSession } from '../../../articleSession';
import type { ArticleSessions } from '../../../articleSessions';
import { revealPlace } from '../../../revealPlace';

/** How long words are waited for that the article may not hold any more. */
const limitMs = 5_000;

/** Opens an article of the workspace where it first names an entity; `place` is its URI, the entity's type and its name. */
export async function openOccurrence(sessions: ArticleSessions, place: readonly unknown[]): Promise<void> {
  const [uri, type, name] = place;
  // Anyone can call a command with anything.
  if (typeof uri !== 'string' || !workspace.getWorkspaceFolder(Uri.parse(uri))) return;
  const { document } = await window.showTextDocument(Uri.parse(uri), { preserveFocus: true });
  const session = await sessions.whenOpen(document);
  const mention = session && (await firstMention(session, type, name));
  if (session && mention) await revealPlace(session, mention.span, { preserveFocus: true, atStart: false });
}

/** As soon as the decisions have found their places. */
async function firstMention(
  session: ArticleSession,
  type: unknown,
  name: unknown,
): Promise<ViewMention | undefined> {
  const find = (): ViewMention | undefined => {
    const { entities, mentions } = session.view;
    const entity = [...entities.values()].find((each) => each.type === type && each.name === name);
    return mentions[entity?.mentions[0] ?? -1];
  };
  return new Promise((resolve) => {
    const finish = (mention: ViewMention | undefined): void => {
      listening.dispose();
      clearTimeout(timer);
      resolve(mention);
    };
    const look = (): void => {
      const found = find();
      if (found) finish(found);
    };
    const listening = session.onDidChange(look);
    const timer = setTimeout(() => finish(undefined), limitMs);
    look();
  });
}
