import type { Gazetteer } from '../../core/analysis/ner/gazetteer';
import { countryLines } from '../../core/language/fr/countryNames';
import * as words from '../../core/language/fr/nameWords';
import * as organizations from '../../core/language/fr/organizations';
import { GazetteerBuilder } from './gazetteerBuilder';
import {
  cities,
  divisions,
  exemplarZones,
  isoCountries,
  nationalities,
  personNames,
  territories,
} from './sources';

/** Countries whose towns French papers name without saying where they are. */
const frenchSpeaking = new Set(['FR', 'BE', 'CH', 'LU', 'GP', 'MQ', 'RE', 'GF', 'YT', 'NC', 'PF', 'MC']);

/** The gazetteers as the recogniser reads them, from open data and the lists of `core/language/fr`. */
export function buildGazetteer(): Gazetteer {
  const builder = new GazetteerBuilder();
  addPlaces(builder);
  addPeople(builder);
  addWords(builder);
  builder.add(
    'organization',
    organizations.organizationNames.split(/;|\n| \/ /u).map((name) => name.trim()),
  );
  builder.add('medium', words.wordsOf(organizations.media));
  builder.add('club', words.wordsOf(organizations.clubWords));
  builder.add('event', words.wordsOf(organizations.eventNames));
  builder.add('product', words.wordsOf(organizations.productNames));
  return builder.finish();
}

function addPlaces(builder: GazetteerBuilder): void {
  for (const [code, name] of territories())
    builder.add(/^\d/u.test(code) ? 'region' : 'country', [
      name.replace(/ \(.*\)$/u, '').replaceAll(/\[.*\]/gu, ''),
    ]);
  builder.add('country', isoCountries().values());
  for (const line of countryLines.split('\n')) {
    const [, masculine = '', feminine = '', capital = '', ...others] = line
      .split(';')
      .map((part) => part.trim());
    const small = (word: string) => /^\p{Ll}/u.test(word) && !word.includes(' ');
    for (const demonym of [masculine, feminine, ...others.filter(small)])
      builder.add('demonym', [demonym, `${demonym}s`]);
    builder.add('knownCity', [capital]);
    builder.add(
      'country',
      others.filter((other) => !small(other)),
    );
  }
  builder.add(
    'demonym',
    [...nationalities().values()].filter((word) => !/\s/u.test(word)).map((word) => word.toLowerCase()),
  );
  builder.add(
    'knownCity',
    exemplarZones().map(({ city }) => city),
  );
  builder.add(
    'region',
    divisions().map(({ name }) => name),
  );
  for (const { name, country } of cities())
    if (name.length > 2) builder.add(frenchSpeaking.has(country) ? 'frenchTown' : 'worldTown', [name]);
}

function addPeople(builder: GazetteerBuilder): void {
  const names = personNames();
  builder.add('givenName', [...names.feminine, ...names.masculine, ...names.either]);
  builder.add('feminineName', names.feminine);
  builder.add('masculineName', names.masculine);
  builder.add('surname', names.surnames);
}

function addWords(builder: GazetteerBuilder): void {
  const plural = (list: string) =>
    words.wordsOf(list).flatMap((word) => [word, word.replace(/^\S+/u, (head) => `${head}s`)]);
  builder.add('organizationHead', words.wordsOf(words.organizationHeads));
  builder.add('placeHead', plural(words.placeHeads));
  builder.add('eventHead', words.wordsOf(words.eventHeads));
  builder.add('productHead', plural(words.productHeads));
  builder.add('role', plural(words.roles));
  builder.add('civility', words.wordsOf(words.civilities));
  builder.add('month', words.wordsOf(words.months));
  builder.add('weekday', words.wordsOf(words.weekdays));
  builder.add('particle', words.wordsOf(words.particles));
  builder.add('portfolio', words.wordsOf(words.portfolios));
}
