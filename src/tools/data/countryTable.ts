import { countryLines } from '../../core/language/fr/countryNames';
import { cities, exemplarZones, isoCountries, territories } from './sources';

/** The generated module: one line a country (code; French name), one a city (name; code), each in order. */
export function countryTableModule(): string {
  return [
    '// Made by `npm run data` from Unicode CLDR, ISO 3166 lists and GeoNames; see NOTICE. Not to be edited.',
    '',
    '/** ISO 3166-1 alpha-2 code and French name of each country. */',
    `export const countryTable = \`${countryRows().join('\n')}\`;`,
    '',
    '/** Well-known cities that are no capitals, with the code of their country. */',
    `export const cityTable = \`${cityRows().join('\n')}\`;`,
    '',
  ].join('\n');
}

function countryRows(): readonly string[] {
  const iso = isoCountries();
  return [...territories()]
    .filter(([code]) => iso.has(code) || code === 'XK')
    .map(([code, name]) => `${code};${name.replace(/ \(.*\)$/u, '')}`)
    .sort();
}

/** CLDR names a city for each time zone; GeoNames tells its country where the zone's own name is found in only one. */
function cityRows(): readonly string[] {
  const countries = new Map<string, Set<string>>();
  for (const { name, country } of cities())
    countries.set(name, (countries.get(name) ?? new Set()).add(country));
  const capitals = new Set(countryLines.split('\n').map((line) => line.split(';')[3]?.trim()));
  const rows: string[] = [];
  for (const { zone, city } of exemplarZones()) {
    const found = countries.get(city) ?? countries.get(zone.replaceAll('_', ' '));
    const [country] = found ?? [];
    if (found?.size === 1 && country && !/[[&]/u.test(city) && !capitals.has(city))
      rows.push(`${city};${country}`);
  }
  return [...new Set(rows)].sort();
}
