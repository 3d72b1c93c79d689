import { commands as registry, Disposable, l10n, window } from 'vscode';

import type { RecordStep } from '../../../core/sidecar/recordSteps';
import { spansOf, allPlaced } from '../../../core/view/placed';
import { hull } from '../../../core/view/quotations';
import type { ArticleSession } from '../../articleSession';
import type { ArticleSessions } from '../../articleSessions';
import { reportFailure } from '../../decisions';
import { commands } from '../../ids';
import type { TakenBack } from '../../sidecars/articleSidecar';
import { activeSession } from '../../targets';
import { selectSpan } from './selectSpan';
import { tell } from './tell';

/** Takes decisions back and makes them again, in the order in which they were made; the text's own undo is another matter. */
export function registerUndoDecisions(sessions: ArticleSessions): Disposable {
  return Disposable.from(
    registry.registerCommand(commands.undoDecision, () => undoIn(sessions, 'undo')),
    registry.registerCommand(commands.redoDecision, () => undoIn(sessions, 'redo')),
  );
}

async function undoIn(sessions: ArticleSessions, which: 'undo' | 'redo'): Promise<void> {
  const session = activeSession(sessions);
  if (!session) return;
  const places = placesOf(session);
  const result = await session.inTurn(() => session.sidecar[which]());
  if (!result)
    return tell(which === 'undo' ? l10n.t('No decision to undo.') : l10n.t('No decision to redo.'));
  tell(messageOf(which, result));
  // When the records have come back to their places.
  await session.inTurn(() => Promise.resolve());
  show(session, result, places);
  await result.saved;
  if (session.sidecar.failure) await reportFailure(session, session.sidecar.failure);
}

function messageOf(which: 'undo' | 'redo', { done, left }: TakenBack): string {
  const changed = left.length > 0 ? l10n.t('Changed since, so left as it is: {0}.', wordsOf(left)) : '';
  if (done.length === 0) return changed;
  const what =
    which === 'undo' ? l10n.t('Undone: {0}.', wordsOf(done)) : l10n.t('Done again: {0}.', wordsOf(done));
  return `${what} ${changed}`.trim();
}

const mostWords = 40;

/** The words of the first annotation, or the name where only entities changed. */
function wordsOf(steps: readonly RecordStep[]): string {
  const annotations = steps.filter(({ section }) => section === 'annotations');
  const told = annotations.length > 0 ? annotations : steps;
  const fields = told[0]?.before ?? told[0]?.after ?? {};
  const content = Array.isArray(fields.content)
    ? (fields.content[0] as { exact?: unknown }).exact
    : undefined;
  const words = [fields.exact, content, fields.name].find((each) => typeof each === 'string') ?? '';
  const cut = words.length > mostWords ? `${words.slice(0, mostWords).trimEnd()}…` : words;
  return told.length > 1 ? l10n.t('“{0}” and {1} more', cut, told.length - 1) : l10n.t('“{0}”', cut);
}

/** The caret goes where something changed, as it does when text is undone. */
function show(session: ArticleSession, { done }: TakenBack, before: Places): void {
  const after = placesOf(session);
  const place = done.map(({ id }) => after.get(id) ?? before.get(id)).find((each) => each !== undefined);
  const editor = window.activeTextEditor;
  if (place && editor?.document === session.document) selectSpan(editor, place);
}

type Places = ReadonlyMap<string, { readonly start: number; readonly end: number }>;

function placesOf({ placed }: ArticleSession): Places {
  return new Map(
    allPlaced(placed).flatMap((each) => {
      const spans = spansOf(each);
      return spans ? [[each.record.id, hull(spans)] as const] : [];
    }),
  );
}
