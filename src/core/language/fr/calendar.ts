/** Words of the French calendar and clock. Keys are lower case; abbreviations keep their stop. */
export const months: Readonly<Record<string, number>> = {
  janvier: 1,
  'janv.': 1,
  jan: 1,
  février: 2,
  fevrier: 2,
  'févr.': 2,
  fév: 2,
  mars: 3,
  avril: 4,
  'avr.': 4,
  mai: 5,
  juin: 6,
  juillet: 7,
  'juil.': 7,
  août: 8,
  aout: 8,
  septembre: 9,
  'sept.': 9,
  octobre: 10,
  'oct.': 10,
  novembre: 11,
  'nov.': 11,
  décembre: 12,
  decembre: 12,
  'déc.': 12,
};

/** ISO numbers: Monday is 1. */
export const weekdays: Readonly<Record<string, number>> = {
  lundi: 1,
  mardi: 2,
  mercredi: 3,
  jeudi: 4,
  vendredi: 5,
  samedi: 6,
  dimanche: 7,
};

/** EDTF season numbers. */
export const seasons: Readonly<Record<string, number>> = { printemps: 21, été: 22, automne: 23, hiver: 24 };

export const units: Readonly<Record<string, 'day' | 'week' | 'month' | 'year'>> = {
  jour: 'day',
  jours: 'day',
  semaine: 'week',
  semaines: 'week',
  mois: 'month',
  an: 'year',
  ans: 'year',
  année: 'year',
  années: 'year',
};

export const numbers: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  quinze: 15,
  vingt: 20,
  trente: 30,
};

/** Words that stand for a day, as its distance from the article's date. */
export const dayWords: Readonly<Record<string, number>> = {
  'avant-hier': -2,
  hier: -1,
  'aujourd’hui': 0,
  demain: 1,
  'après-demain': 2,
};

/** First cardinal of the count in "XXᵉ siècle". */
export const romanNumerals: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };
