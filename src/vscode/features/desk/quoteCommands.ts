import { commands as registry, Disposable, l10n } from 'vscode';

import { snapToSpeech } from '../../../core/text/wordBounds';
import { quote, setSpeakers } from '../../../core/view/decisions/quote';
import { quotationInTheWay } from '../../../core/view/overlap';
import { proposeQuotation } from '../../../core/view/proposeQuotation';
import { hull } from '../../../core/view/quotations';
import type { ArticleSession } from '../../articleSession';
import { decide } from '../../decisions';
import { commands } from '../../ids';
import { formatOf } from '../../liveAnalysis';
import { findQuotation } from '../../targets';
import type { FeatureParts } from '../features';
import { findAim } from './aim';
import { pickSubject } from './pickSubject';
import type { ReviewMode } from './reviewMode';
import { tell } from './tell';

type Parts = Pick<FeatureParts, 'sessions' | 'registers'>;

/** Saying that words are reported speech, and whose. */
export function registerQuoteCommands(parts: Parts, review: ReviewMode): Disposable {
  return Disposable.from(
    registry.registerCommand(commands.annotateQuotation, () => annotateQuotation(parts, review)),
    registry.registerCommand(commands.setSpeaker, (argument: unknown) => setSpeaker(parts, review, argument)),
  );
}

/** Several selections are the parts of one quotation. */
async function annotateQuotation(parts: Parts, review: ReviewMode): Promise<void> {
  const aim = findAim(parts.sessions, review);
  if (!aim) return;
  const { session, selections } = aim;
  const text = session.document.getText();
  const content = selections.flatMap((selection) =>
    selection.start < selection.end ? (snapToSpeech(text, selection) ?? []) : [],
  );
  if (content.length === 0) return tell(l10n.t('Select the words that are quoted first.'));
  if (content.some((part) => quotationInTheWay(session.view, part)))
    return tell(l10n.t('A confirmed quotation ends or begins in these words.'));
  const { speakers, ...proposal } = proposeQuotation(
    text,
    formatOf(session.document),
    session.view,
    hull(content),
  );
  const cue = proposal.cue && text.slice(proposal.cue.start, proposal.cue.end);
  const answer = await askSpeaker(parts, session, speakers, cue);
  if (!answer) return;
  const { source, ...unsourced } = proposal;
  const named = session.view.mentions.find(
    ({ span }) => span.start === source?.start && span.end === source.end,
  );
  const isNamed = answer !== 'open' && answer.kind === 'entity' && named?.entity === answer.key;
  const fields = { ...unsourced, content, ...(isNamed && source && { source }) };
  await decide(session, quote(fields, answer === 'open' ? [] : [answer]));
}

async function setSpeaker(parts: Parts, review: ReviewMode, argument: unknown): Promise<void> {
  const { current } = review;
  const session = findAim(parts.sessions, review)?.session;
  const target =
    current?.kind === 'quotation' && session && argument === undefined
      ? { session, item: current }
      : findQuotation(parts.sessions, argument);
  if (!target) return tell(l10n.t('There is no quotation at the caret.'));
  const { item: quotation } = target;
  const text = target.session.document.getText();
  const { speakers } = proposeQuotation(
    text,
    formatOf(target.session.document),
    target.session.view,
    hull(quotation.content),
  );
  const candidates = [
    ...quotation.speakers,
    ...quotation.candidates.map(({ entity }) => entity),
    ...speakers,
  ];
  const cue = quotation.cue && text.slice(quotation.cue.span.start, quotation.cue.span.end);
  const answer = await askSpeaker(parts, target.session, candidates, cue);
  if (!answer) return;
  if (current === quotation) review.advance(1, [quotation]);
  await decide(target.session, setSpeakers(quotation, answer === 'open' ? [] : [answer]));
}

const mostLikely = 5;

function askSpeaker(
  { registers }: Parts,
  session: ArticleSession,
  likely: readonly string[],
  cue: string | undefined,
): ReturnType<typeof pickSubject> {
  return pickSubject({
    title: l10n.t('Who says it?'),
    placeholder:
      cue === undefined ? l10n.t('No words of saying nearby') : l10n.t('Words of saying: “{0}”', cue),
    view: session.view,
    register: registers.of(session.document.uri),
    types: false,
    first: [...new Set(likely)].slice(0, mostLikely),
    canBeOpen: true,
  });
}
