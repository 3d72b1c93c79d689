import { l10n } from 'vscode';

import messages from '../../l10n/messages.json';
import type { EntityType, MentionType, QuotationForm } from '../core/annotation/types';
import type { CueTone } from '../core/annotation/suggestion';
import { messageLookUp } from '../core/problem/messages';

/** A coded message of the core in the user's language. */
export const messageOf = messageLookUp(messages, (sentence, ...args) => l10n.t(sentence, ...args));

export function nameOfType(type: MentionType): string {
  const names: Readonly<Record<MentionType, string>> = {
    person: l10n.t('person'),
    organization: l10n.t('organization'),
    location: l10n.t('place'),
    event: l10n.t('event'),
    product: l10n.t('product'),
    date: l10n.t('date'),
    hour: l10n.t('hour'),
  };
  return names[type];
}

/** The heading above several of a type. */
export function pluralOfType(type: MentionType): string {
  const names: Readonly<Record<MentionType, string>> = {
    person: l10n.t('People'),
    organization: l10n.t('Organizations'),
    location: l10n.t('Places'),
    event: l10n.t('Events'),
    product: l10n.t('Products'),
    date: l10n.t('Dates'),
    hour: l10n.t('Hours'),
  };
  return names[type];
}

export function iconOfType(type: EntityType | MentionType): string {
  const icons: Readonly<Record<MentionType, string>> = {
    person: 'person',
    organization: 'organization',
    location: 'location',
    event: 'megaphone',
    product: 'package',
    date: 'calendar',
    hour: 'watch',
  };
  return icons[type];
}

export function nameOfForm(form: QuotationForm): string {
  const names: Readonly<Record<QuotationForm, string>> = {
    direct: l10n.t('direct quotation'),
    mixed: l10n.t('mixed quotation'),
    indirect: l10n.t('indirect speech'),
  };
  return names[form];
}

/** What the words of saying tell of the speaker; `undefined` for those that tell nothing. */
export function nameOfTone(tone: CueTone): string | undefined {
  const names: Readonly<Record<CueTone, string | undefined>> = {
    neutral: undefined,
    claims: l10n.t('as a claim'),
    denies: l10n.t('as a denial'),
    admits: l10n.t('as an admission'),
    promises: l10n.t('as a promise'),
    asks: l10n.t('as a question'),
    accuses: l10n.t('as an accusation'),
    orders: l10n.t('as an order'),
    thinks: l10n.t('as an opinion'),
  };
  return names[tone];
}

/** A suggestion is never certain, however near it comes. */
const highest = 0.99;

/** A confidence as the language writes it: "93%", "93 %". */
export function percent(value: number, language: string): string {
  const format = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  return format.format(Math.min(value, highest));
}
