import { l10n } from 'vscode';

import { escapeMarkdown } from '../../../core/util/markdown';
import type { ViewMention, ViewQuotation } from '../../../core/view/types';
import type { ArticleSession } from '../../articleSession';
import { percent } from '../../messages';

/** Whether it is a person's word or the program's, with an icon that says the same, and what has become of its words since. */
export function standingLine(
  { status, confidence, state }: ViewMention | ViewQuotation,
  language: string,
): string {
  if (status === 'confirmed') {
    const confirmed = `$(verified-filled) ${l10n.t('confirmed')}`;
    if (state === 'changed') return `${confirmed} · $(warning) ${l10n.t('the words have changed since')}`;
    return state === 'moved' ? `${confirmed} · ${l10n.t('the words have moved since')}` : confirmed;
  }
  const suggested = `$(sparkle) ${l10n.t('suggested')}`;
  return confidence === undefined ? suggested : `${suggested} ${percent(confidence, language)}`;
}

/** The words of a quotation on one line, as Markdown, cut after `limit` code units; an ellipsis where words of the article are between its parts. */
export function wordsLine(session: ArticleSession, { content, form }: ViewQuotation, limit: number): string {
  const text = session.document.getText();
  const words = content.map(({ start, end }) => text.slice(start, end).trim()).join(' […] ');
  const cut = words.length > limit ? `${words.slice(0, limit).replace(/\s+\S*$/u, '')}…` : words;
  return escapeMarkdown(form === 'indirect' ? cut : `« ${cut} »`);
}
