import { countryLines } from './countryNames';
import { cityTable, countryTable } from './countryTable';
import { foldName } from './foldName';

export interface CountryFacts {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  /** French name without article. */
  readonly name: string;
  readonly capital?: string;
  /** Other names: "Grande-Bretagne", "RDC". */
  readonly aliases: readonly string[];
  /** Masculine and feminine singular first: "malien", "malienne"; plurals are not listed. */
  readonly demonyms: readonly string[];
}

export function countryFacts(code: string): CountryFacts | undefined {
  return tables().facts.get(code);
}

/** Code of the country of this name or alias; letters' case and accents do not matter. */
export function countryByName(name: string): string | undefined {
  return tables().names.get(fold(name));
}

/** Code of the country that a demonym belongs to, adjective or noun, in any gender and number: "maliennes", "Russes". */
export function countryByDemonym(word: string): string | undefined {
  return tables().demonyms.get(fold(word));
}

/** Code of the country of a capital or another well-known city. */
export function countryOfCity(name: string): string | undefined {
  return tables().cities.get(fold(name));
}

/** The country whose capital this is: only capitals act for their country. */
export function countryOfCapital(name: string): string | undefined {
  const code = countryOfCity(name);
  const capital = code && countryFacts(code)?.capital;
  return capital && fold(capital) === fold(name) ? code : undefined;
}

interface Tables {
  readonly facts: ReadonlyMap<string, CountryFacts>;
  readonly names: ReadonlyMap<string, string>;
  readonly demonyms: ReadonlyMap<string, string>;
  readonly cities: ReadonlyMap<string, string>;
}

let made: Tables | undefined;

/** Made when first asked for: start-up does not pay for them. */
function tables(): Tables {
  return (made ??= makeTables());
}

function makeTables(): Tables {
  const lines = new Map(countryLines.split('\n').map((line) => parseLine(line)));
  const facts = new Map<string, CountryFacts>();
  for (const row of countryTable.split('\n')) {
    const [code = '', name = ''] = row.split(';');
    const line = lines.get(code);
    facts.set(code, { code, name, aliases: [], demonyms: [], ...line });
  }
  const names = new Map<string, string>();
  const demonyms = new Map<string, string>();
  const cities = new Map(
    cityTable
      .split('\n')
      .map((row) => row.split(';'))
      .map(([name = '', code = '']) => [fold(name), code]),
  );
  for (const { code, name, aliases, demonyms: words, capital } of facts.values()) {
    for (const known of [name, ...aliases]) setOnce(names, known, code);
    for (const word of words) for (const form of [word, plural(word)]) setOnce(demonyms, form, code);
    if (capital) cities.set(fold(capital), code);
  }
  return { facts, names, demonyms, cities };
}

/** A form that two countries share keeps the first, in the order of their codes. */
function setOnce(map: Map<string, string>, form: string, code: string): void {
  if (!map.has(fold(form))) map.set(fold(form), code);
}

function parseLine(line: string): [string, Omit<CountryFacts, 'code' | 'name'>] {
  const [code = '', masculine = '', feminine = '', capital = '', ...others] = line
    .split(';')
    .map((part) => part.trim());
  const isDemonym = (word: string) => /^\p{Ll}/u.test(word) && !word.includes(' ');
  return [
    code,
    {
      capital,
      aliases: others.filter((other) => !isDemonym(other)),
      demonyms: [masculine, feminine, ...others.filter(isDemonym)],
    },
  ];
}

function plural(word: string): string {
  return /[sx]$/u.test(word) ? word : `${word}s`;
}

/** Hyphens and spaces are one: "Guinée Bissau". */
function fold(text: string): string {
  return foldName(text).replaceAll(/[ -]+/gu, ' ');
}
