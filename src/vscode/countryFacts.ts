import { l10n } from 'vscode';

import {
  countryByName,
  countryFacts as factsOf,
  countryOfCapital,
  countryOfCity,
} from '../core/language/fr/countries';
import { escapeMarkdown } from '../core/util/markdown';
import type { ViewEntity } from '../core/view/types';

/** One line of open data, as Markdown, about the country or city that an entity is, or the country that the article ties it to. */
export function countryFacts({ type, name, country }: ViewEntity, language: string): string | undefined {
  if (type !== 'location') return country === undefined ? undefined : tied(country, language);
  const itself = countryByName(name);
  if (itself !== undefined) return ofCountry(itself);
  const code = countryOfCity(name) ?? country;
  if (code === undefined) return undefined;
  const place = nameOfCountry(code, language);
  return countryOfCapital(name) === undefined
    ? `$(globe) ${l10n.t('In {0}', place)}`
    : `$(globe) ${l10n.t('Capital of {0}', place)}`;
}

function tied(code: string, language: string): string {
  return `$(globe) ${l10n.t('Country: {0}', nameOfCountry(code, language))}`;
}

function ofCountry(code: string): string {
  const facts = factsOf(code);
  const parts = [
    l10n.t('Country ({0})', escapeMarkdown(code)),
    ...(facts?.capital === undefined ? [] : [l10n.t('capital: {0}', escapeMarkdown(facts.capital))]),
    ...(facts && facts.demonyms.length > 0
      ? [
          l10n.t(
            'in French: {0}',
            facts.demonyms
              .slice(0, 2)
              .map((word) => escapeMarkdown(word))
              .join(', '),
          ),
        ]
      : []),
  ];
  return `$(globe) ${parts.join(' · ')}`;
}

function nameOfCountry(code: string, language: string): string {
  const name = regionName(code, language) ?? factsOf(code)?.name ?? code;
  return escapeMarkdown(name);
}

/** `undefined` for a code that the host's own data does not know. */
function regionName(code: string, language: string): string | undefined {
  try {
    return new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(code);
  } catch {
    return undefined;
  }
}
