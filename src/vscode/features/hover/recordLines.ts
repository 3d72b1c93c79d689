import { l10n } from 'vscode';

import { escapeMarkdown } from '../../../core/util/markdown';
import { isCheckStale } from '../../../core/view/staleCheck';
import type { ViewMention, ViewQuotation } from '../../../core/view/types';
import type { ArticleSession } from '../../articleSession';

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

/** The usual verdicts in the user's language; those of a team as they are. */
function nameOfVerdict(verdict: string): string {
  const names: Readonly<Record<string, string>> = {
    unchecked: l10n.t('unchecked'),
    accurate: l10n.t('accurate'),
    altered: l10n.t('altered'),
    'out-of-context': l10n.t('out of context'),
    misattributed: l10n.t('misattributed'),
    unverifiable: l10n.t('unverifiable'),
    false: l10n.t('false'),
    opinion: l10n.t('opinion'),
  };
  return names[verdict] ?? verdict;
}
