import assert from 'node:assert/strict';
import { isAbsolute } from '../../../src/core/analysis/dates/expression';
import { resolveTime } from '../../../src/core/analysis/dates/resolve';
import { findTimes } from '../../../src/core/analysis/dates/times';
import { splitSentences } from '../../../src/core/text/sentences';
import { tokenize } from '../../../src/core/text/tokens';

/** Wednesday. */
const today = '2025-10-01';

/** Each case: a sentence, and the times in it as `words = EDTF`, `~` before those that are relative. */
const cases: readonly (readonly [name: string, text: string, ...times: string[]])[] = [
  ['day, month and year', 'Le traité du 24 septembre 2025 tient.', '24 septembre 2025 = 2025-09-24'],
  [
    'day and month, year of the article',
    'Réunis le 24 septembre, ils ont signé.',
    '24 septembre = 2025-09-24',
  ],
  ['day and month of the year before', 'Le 20 décembre, tout a changé.', '20 décembre = 2025-12-20'],
  ['January is nearer ahead than behind', 'Le 15 janvier, on votera.', '15 janvier = 2026-01-15'],
  [
    'last and next fix the year',
    'Le 20 décembre dernier et le 3 mars prochain.',
    '20 décembre dernier = 2024-12-20',
    '3 mars prochain = 2026-03-03',
  ],
  [
    'first of the month',
    'Dès le 1er janvier 2024 et le 1ᵉʳ mai 2024.',
    '1er janvier 2024 = 2024-01-01',
    '1ᵉʳ mai 2024 = 2024-05-01',
  ],
  ['first of the month, spaced', 'Le 1 er octobre 2017 déjà.', '1 er octobre 2017 = 2017-10-01'],
  ['weekday joins its date', 'Le mardi 30 septembre 2025 au soir.', 'mardi 30 septembre 2025 = 2025-09-30'],
  ['weekday and number', 'Le mardi 30 au soir.', 'mardi 30 = 2025-09-30'],
  ['weekday alone stays open', 'Il part mardi.', '~mardi = [2025-09-30,2025-10-07]'],
  ['weekday last', 'Mardi dernier, il pleuvait.', '~Mardi dernier = 2025-09-30'],
  ['weekday next', 'Rendez-vous mercredi prochain.', '~mercredi prochain = 2025-10-08'],
  ['month and year', 'En mai 2019 encore.', 'mai 2019 = 2019-05'],
  ['month last', 'Organisée à Moscou en avril dernier.', '~avril dernier = 2025-04'],
  ['month next', 'En septembre prochain.', '~septembre prochain = 2026-09'],
  ['month alone needs its preposition', 'En mars, Mars reste loin.', '~mars = 2025-03'],
  [
    'part of a month',
    'À la mi-mars 2024, puis fin avril.',
    'mi-mars 2024 = 2024-03~',
    '~fin avril = 2025-04~',
  ],
  ['a range names both days', 'Du 12 au 15 mai 2021.', '12 = 2021-05-12', '15 mai 2021 = 2021-05-15'],
  ['a range in the list', 'Les 8 et 9 juin.', '8 = 2025-06-08', '9 juin = 2025-06-09'],
  ['year', 'Depuis 2016, entre 2018 et 2020.', '2016 = 2016', '2018 = 2018', '2020 = 2020'],
  ['a number is no year', 'Près de 2016 personnes, 2 016 euros, 1500 km, n° 1984.'],
  ['season', 'Pendant l’été 2016.', 'été 2016 = 2016-22'],
  ['century', 'Une église du XIXᵉ siècle.', 'XIXᵉ siècle = 18XX'],
  [
    'ISO and numeric',
    'Le 2024-03-01 ou le 01/03/2024.',
    '2024-03-01 = 2024-03-01',
    '01/03/2024 = 2024-03-01',
  ],
  ['no such day', 'Le 31/02/2024 et le 31 février.'],
  [
    'offsets',
    'Hier, il y a deux ans, dans 3 semaines.',
    '~Hier = 2025-09-30',
    '~il y a deux ans = 2023',
    '~dans 3 semaines = 2025-10-20/2025-10-26',
  ],
  [
    'unit last',
    'La semaine dernière et l’an dernier.',
    '~La semaine dernière = 2025-09-22/2025-09-28',
    '~l’an dernier = 2024',
  ],
  [
    'today, both apostrophes',
    "Aujourd'hui comme aujourd’hui.",
    "~Aujourd'hui = 2025-10-01",
    '~aujourd’hui = 2025-10-01',
  ],
  ['hour with no-break spaces', 'À 18\u00a0h\u00a030 précises.', '18\u00a0h\u00a030 = T18:30'],
  [
    'hour in the ways of the trade',
    'Vers 18h30, à 8 h et 17 heures.',
    '18h30 = T18:30',
    '8 h = T08:00',
    '17 heures = T17:00',
  ],
  [
    'hour with a zone',
    'À 8 h 15 UTC, à 9 h 43 (heure locale).',
    '8 h 15 UTC = T08:15Z',
    '9 h 43 (heure locale) = T09:43',
  ],
  ['a zone does not take the closing bracket of others', '(soit 8 h 11 GMT)', '8 h 11 GMT = T08:11Z'],
  ['hours that last', 'Pendant 24 heures, la semaine de 35 heures, en 48 heures.'],
  [
    'a programme',
    'Samedi (20 h), dimanche, 18 heures : de 14 h à 17 h.',
    '~Samedi = [2025-09-27,2025-10-04]',
    '20 h = T20:00',
    '~dimanche = [2025-09-28,2025-10-05]',
    '18 heures = T18:00',
    '14 h = T14:00',
    '17 h = T17:00',
  ],
  ['a result of a race', "Lancelot (Pontivy) 2 h 23'48, bouclé en 5 h 58."],
  ['a year that stands apart', 'Il a publié « Voix » (Karthala, 1983).', '1983 = 1983'],
  ['noon', 'À midi pile.', 'midi = T12:00'],
  ['midday of the south is no hour', 'Le soleil du Midi.'],
  ['a time of a race is no hour', 'Il court en 10:65.93 et 1:12.56.'],
];

describe('dates and hours', () => {
  for (const [name, text, ...expected] of cases) {
    it(name, () => assert.deepEqual(found(text, today), expected));
  }

  it('leaves open what the article’s date would tell', () => {
    assert.deepEqual(found('Le 24 septembre, avril dernier, hier.', undefined), [
      '24 septembre = XXXX-09-24',
      '~avril dernier = XXXX-04',
      '~hier = ?',
    ]);
  });

  it('keeps to the text whatever it holds', () => {
    for (const text of ['', '2016', '\ud83d', '12:', 'l’', 'XX', '1er 1er 1er'])
      assert.doesNotThrow(() => found(text, today));
  });
});

function found(text: string, date: string | undefined): string[] {
  const tokens = tokenize(text);
  const block = { kind: 'paragraph', span: { start: 0, end: text.length }, text, continues: false } as const;
  return findTimes({ block, tokens, sentences: splitSentences(tokens) }).map(
    ({ span, parts }) =>
      `${isAbsolute(parts) ? '' : '~'}${text.slice(span.start, span.end)} = ${resolveTime(parts, date) ?? '?'}`,
  );
}
