import { l10n } from 'vscode';

import { escapeMarkdown } from '../../../core/util/markdown';
import { isCheckStale } from '../../../core/view/staleCheck';
import type { ViewMention, ViewQuotation } from '../../../core/view/types';
import type { ArticleSession } from '../../articleSession';
import { nameOfVerdict } from '../factCheck/verdicts';

/** What a person wrote on the record, as text. */
export function noteLine(note: string | undefined): string | undefined {
  return note === undefined ? undefined : `$(note) ${escapeMarkdown(note)}`;
}

/** What a fact-checker found, and whether that still holds of what is there now. */
export function checkLine(session: ArticleSession, item: ViewMention | ViewQuotation): string | undefined {
  const { check } = item;
  if (!check) return undefined;
  const { annotations, entities } = session.sidecar.current;
  const record = annotations.find(({ id }) => id === item.record);
  const verdict = typeof check.verdict === 'string' ? nameOfVerdict(check.verdict) : l10n.t('no verdict');
  const isStale = record !== undefined && isCheckStale(record, item.state, entities);
  const stale = isStale ? ` · $(warning) ${l10n.t('something that was checked has changed since')}` : '';
  const note = typeof check.note === 'string' ? ` · ${escapeMarkdown(check.note)}` : '';
  return `$(checklist) ${l10n.t('Checked: {0}', escapeMarkdown(verdict))}${stale}${note}`;
}
