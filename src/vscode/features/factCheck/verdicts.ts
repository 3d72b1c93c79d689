import { l10n } from 'vscode';

import type { Likeness } from '../../../core/compare/compareQuotation';
import { verdictName } from '../../../core/export/report/reportWords';
import { messageOf } from '../../messages';

/** The usual verdicts in the user's language; those of a team as they are written. */
export function nameOfVerdict(verdict: string): string {
  return verdictName(verdict, messageOf);
}

/** Of the usual verdicts, those that somebody has to do something about; what a team's own ones mean is the team's to know. */
export function isFault(verdict: string | undefined): boolean {
  return verdict !== undefined && faults.has(verdict);
}

const faults: ReadonlySet<string> = new Set([
  'altered',
  'out-of-context',
  'misattributed',
  'unverifiable',
  'false',
]);

export function nameOfLikeness(kind: Likeness): string {
  const names: Readonly<Record<Likeness, string>> = {
    verbatim: l10n.t('verbatim'),
    typographic: l10n.t('the same words, written otherwise'),
    abridged: l10n.t('the same words, with marked gaps'),
    omission: l10n.t('words left out and not marked'),
    reordered: l10n.t('the same words in another order'),
    joined: l10n.t('sentences joined from afar'),
    changed: l10n.t('words changed'),
    notFound: l10n.t('not found'),
  };
  return names[kind];
}

export function iconOfLikeness(kind: Likeness): string {
  if (kind === 'verbatim' || kind === 'typographic') return 'pass';
  if (kind === 'abridged') return 'info';
  return kind === 'notFound' ? 'question' : 'warning';
}

/** In which a person wants to see them: what differs, what was not found, what is the same. */
const need: readonly Likeness[] = [
  'changed',
  'joined',
  'reordered',
  'omission',
  'notFound',
  'abridged',
  'typographic',
  'verbatim',
];

/** Sorts by how much a person has to look at it. */
export function byNeed(a: Likeness, b: Likeness): number {
  return need.indexOf(a) - need.indexOf(b);
}

/** What a comparison suggests as a verdict; a person decides. */
export function verdictFor(kind: Likeness, verdicts: readonly string[]): string | undefined {
  const usual: Readonly<Record<Likeness, string>> = {
    verbatim: 'accurate',
    typographic: 'accurate',
    abridged: 'accurate',
    omission: 'altered',
    reordered: 'altered',
    joined: 'altered',
    changed: 'altered',
    notFound: 'unverifiable',
  };
  return verdicts.find((each) => each === usual[kind]);
}
