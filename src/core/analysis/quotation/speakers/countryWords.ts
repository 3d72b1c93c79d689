import { countryByDemonym, countryByName, countryOfCapital } from '../../../language/fr/countries';

/** ISO 3166-1 alpha-2 code of the country that a lower-case demonym, one-word name or capital belongs to. */
export function countryOfWord(word: string): string | undefined {
  return countryByDemonym(word) ?? countryByName(word) ?? countryOfCapital(word);
}
