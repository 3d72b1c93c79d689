import { env, l10n, type MarkdownString } from 'vscode';

import type { Why } from '../../../core/annotation/why';
import { escapeMarkdown } from '../../../core/util/markdown';
import type { ViewQuotation } from '../../../core/view/types';
import { countWords } from '../../../core/view/words';
import type { ArticleSession } from '../../articleSession';
import { commands } from '../../ids';
import { messageOf, nameOfForm, nameOfTone, percent } from '../../messages';
import { targetArgument } from '../../targets';
import { cardOf, commandLink } from './links';
import { standingLine } from './parts';
import { checkLine, noteLine } from './recordLines';

const mostCandidates = 3;

/** Who speaks and by which words that was found, what kind of quotation it is, its words of saying, and what can be decided. */
export function quotationCard(session: ArticleSession, quotation: ViewQuotation): MarkdownString {
  return cardOf([
    titleOf(session, quotation),
    actionsOf(session, quotation),
    speakerOf(session, quotation),
    cueOf(session, quotation),
    checkLine(session, quotation),
    noteLine(quotation.note),
    quotation.by === undefined ? undefined : l10n.t('Confirmed by {0}', escapeMarkdown(quotation.by)),
  ]);
}

function titleOf(session: ArticleSession, quotation: ViewQuotation): string {
  const names = quotation.speakers.map((key) => nameOf(session, key));
  const speaker = names.length > 0 ? names.join(', ') : l10n.t('Speaker open');
  const text = session.document.getText();
  const words = quotation.content.reduce(
    (sum, { start, end }) => sum + countWords(text.slice(start, end)),
    0,
  );
  const count = words === 1 ? l10n.t('1 word') : l10n.t('{0} words', words);
  const form = `$(quote) ${nameOfForm(quotation.form)}`;
  return `**${speaker}** · ${form} · ${count} · ${standingLine(quotation, env.language)}`;
}

/** The chain of reasons in plain sentences, or who it could be. */
function speakerOf(session: ArticleSession, quotation: ViewQuotation): string | undefined {
  const { source, why, candidates, speakers, speakerConfidence } = quotation;
  const text = session.document.getText();
  const words = source && escapeMarkdown(text.slice(source.start, source.end));
  const isExplained = why.some(({ code }) => code.startsWith('speaker-') && code !== 'speaker-open');
  const named = words === undefined || isExplained ? undefined : l10n.t('Named by “{0}”.', words);
  const reasons = why.filter(isNotTheCue).map((each) => escapeMarkdown(messageOf(each)));
  const sure =
    speakers.length > 0 && speakerConfidence !== undefined
      ? l10n.t('Confidence in the speaker: {0}.', percent(speakerConfidence, env.language))
      : undefined;
  const could =
    speakers.length === 0 && candidates.length > 0
      ? l10n.t(
          'It could be {0}.',
          candidates
            .slice(0, mostCandidates)
            .map(({ entity }) => nameOf(session, entity))
            .join(', '),
        )
      : undefined;
  const sentences = [named, ...reasons, could, sure].filter((sentence) => sentence !== undefined);
  return sentences.length > 0 ? `$(info) ${sentences.join(' ')}` : undefined;
}

/** The words of saying have a line of their own. */
function isNotTheCue({ code }: Why): boolean {
  return code !== 'words-of-saying';
}

function cueOf(session: ArticleSession, { cue }: ViewQuotation): string | undefined {
  if (!cue) return undefined;
  const words = escapeMarkdown(session.document.getText().slice(cue.span.start, cue.span.end));
  const tone = nameOfTone(cue.tone);
  const lemma = cue.lemma === '' || cue.lemma === words ? '' : ` (*${escapeMarkdown(cue.lemma)}*)`;
  return `${l10n.t('Words of saying: “{0}”', words)}${lemma}${tone === undefined ? '' : ` · ${tone}`}`;
}

function nameOf(session: ArticleSession, key: string): string {
  return escapeMarkdown(session.view.entities.get(key)?.name ?? key);
}

function actionsOf(session: ArticleSession, quotation: ViewQuotation): string {
  const argument = targetArgument(session, quotation);
  const link = (icon: string, label: string, command: string, title: string): string =>
    commandLink(`$(${icon}) ${label}`, command, argument, title);
  return [
    quotation.status === 'suggested'
      ? link('check', l10n.t('Confirm'), commands.confirm, l10n.t('Confirm the words and who says them'))
      : undefined,
    link('close', l10n.t('Reject'), commands.reject, l10n.t('These words are no quotation')),
    quotation.source || quotation.speakers.length > 0
      ? link(
          'arrow-right',
          l10n.t('Go to speaker'),
          commands.goToSpeaker,
          l10n.t('Go to the words that name the speaker'),
        )
      : undefined,
  ]
    .filter((action) => action !== undefined)
    .join(' &nbsp; ');
}
