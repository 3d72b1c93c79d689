import { l10n, ThemeColor, ThemeIcon } from 'vscode';

import type { Standing } from '../../../core/view/trees/standing';

/** As on the cards: what the program says, and what people said. Each has a shape of its own. */
const icons: Readonly<Record<Standing, string>> = {
  suggested: 'sparkle',
  partly: 'verified',
  confirmed: 'verified-filled',
  moved: 'arrow-swap',
  changed: 'warning',
};

export function iconOfStanding(standing: Standing, color: string): ThemeIcon {
  return new ThemeIcon(icons[standing], new ThemeColor(color));
}

export function nameOfStanding(standing: Standing): string {
  const names: Readonly<Record<Standing, string>> = {
    suggested: l10n.t('suggested'),
    partly: l10n.t('partly confirmed'),
    confirmed: l10n.t('confirmed'),
    moved: l10n.t('confirmed, the words have moved since'),
    changed: l10n.t('confirmed, the words have changed since'),
  };
  return names[standing];
}

/** For `when` clauses of menus: whether there is something to confirm. */
export function openOrDecided(standing: Standing): 'open' | 'decided' {
  return standing === 'suggested' || standing === 'partly' ? 'open' : 'decided';
}
