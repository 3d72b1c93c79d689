import type { ViewEntity } from '../core/view/types';

/** One line of open data about the country that an entity is or is tied to, as Markdown. */
export function countryFacts(_entity: ViewEntity, _language: string): string | undefined {
  return undefined;
}
