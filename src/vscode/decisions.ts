import { l10n, window } from 'vscode';

import { messageOf } from './messages';
import type { Decision } from '../core/view/decisions/decision';
import type { ArticleSession } from './articleSession';
import { randomNumber } from './randomNumber';
import { runInSlices } from './schedule';
import type { SaveFailure } from './sidecars/saveDecisions';

/** Carries out a person's decision: it shows at once, and is in the sidecar when this resolves, or said to be kept. */
export async function decide(session: ArticleSession, decision: Decision): Promise<void> {
  const { sidecar } = session;
  const made = await session.inTurn(() => make(session, decision));
  await made?.saved;
  if (made && sidecar.failure) await reportFailure(session, sidecar.failure);
}

/** Makes the decision count. The next one need not wait until it is written. */
async function make(
  session: ArticleSession,
  decision: Decision,
): Promise<{ readonly saved: Promise<void> } | undefined> {
  const { view, placed, sidecar, document } = session;
  const steps = decision({
    text: document.getText(),
    view,
    placed,
    records: sidecar.current.annotations,
    entities: sidecar.current.entities,
    random: randomNumber,
  });
  const changes = await runInSlices(steps, sidecar.token);
  return changes && changes.length > 0 ? { saved: sidecar.decide(changes) } : undefined;
}

/** A decision that could not be written is the one thing worth a notification. */
export async function reportFailure(session: ArticleSession, failure: SaveFailure): Promise<void> {
  const again = l10n.t('Try Again');
  const show = l10n.t('Show File');
  const actions = failure.kind === 'notUnderstood' ? [show, again] : [again];
  const chosen = await window.showWarningMessage(failureMessage(failure), ...actions);
  if (chosen === again) await saveAgain(session);
  else if (chosen === show && session.sidecar.uri) await window.showTextDocument(session.sidecar.uri);
}

export async function saveAgain(session: ArticleSession): Promise<void> {
  await session.sidecar.save();
  if (session.sidecar.failure) await reportFailure(session, session.sidecar.failure);
}

export function failureMessage({ kind, problem, detail }: SaveFailure): string {
  const kept = l10n.t('Your decision is kept and shown; it is not in the annotations file yet.');
  const reason = {
    notUnderstood: l10n.t(
      'The annotations file could not be understood, so it was not written over: {0}',
      problem ? messageOf(problem) : '',
    ),
    notUtf8: l10n.t('The annotations file is not UTF-8 text, so it was not written over.'),
    readOnly: l10n.t('The annotations file may not be written here.'),
    noSpace: l10n.t('There is no space left for the annotations file.'),
    nameTooLong: l10n.t('The name of the annotations file would be longer than its disk allows.'),
    busy: l10n.t('The annotations file was being changed by somebody else.'),
    other: l10n.t('The annotations file could not be written: {0}', detail ?? ''),
  }[kind];
  return `${reason} ${kept}`;
}
