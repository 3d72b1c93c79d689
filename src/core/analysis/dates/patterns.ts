import { dayWords, months, numbers, seasons, units, weekdays } from '../../language/fr/calendar';
import type { Direction, PartOfMonth, TimeParts } from './expression';

/** One way to write a time. The first pattern that matches at a place wins, so the longer ones stand first. */
export interface TimePattern {
  readonly name: string;
  readonly source: string;
  /** What the groups mean; `undefined` refuses the match. `before` and `after` are up to 24 units around it. */
  read(
    groups: Readonly<Record<string, string | undefined>>,
    before: string,
    after: string,
  ): TimeParts | undefined;
}

const gap = '(?:[ \\u00a0\\u202f]{1,2})';
const anyOf = (words: readonly string[]) =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll('.', '\\.'))
    .join('|');
const month = `(?<month>${anyOf(Object.keys(months))})`;
const weekday = `(?<weekday>${anyOf(Object.keys(weekdays))})`;
const day = `(?<day>[12]\\d|3[01]|0?[1-9])(?:${gap}?(?:er|ᵉʳ))?`;
const year = '(?<year>(?:1\\d|20)\\d\\d)';
const direction = '(?<direction>derni(?:er|ère)|prochaine?|passée?)';
const number = `(?<number>\\d{1,3}|${anyOf(Object.keys(numbers))})`;
const unit = `(?<unit>${anyOf(Object.keys(units))})`;
const zoneName =
  '(?:(?:UTC|GMT|HAE|HAA|HNE|EDT|EST|CET|CEST)(?:[+−-]\\d{1,2}(?::\\d\\d)?)?|heures? (?:locales?|française|de Paris)|locales?)';
const zone = `(?<zone>\\(${zoneName}\\)|${zoneName})`;

export const timePatterns: readonly TimePattern[] = [
  {
    name: 'iso date',
    source: `(?<year>(?:19|20)\\d\\d)-(?<mm>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\\d|3[01])`,
    read: numericDate,
  },
  {
    name: 'numeric date',
    source: `(?<day>0?[1-9]|[12]\\d|3[01])[/.](?<mm>0?[1-9]|1[0-2])[/.](?<year>(?:19|20)\\d\\d)`,
    read: numericDate,
  },
  {
    name: 'day of a month',
    source: `(?:${weekday},?${gap})?${day}${gap}${month}(?:,?${gap}${year}(?!\\d))?(?:${gap}${direction})?`,
    read: dayOfMonth,
  },
  {
    name: 'first day of a range',
    source: `${day}(?=(?:${gap}(?:au|et)${gap}|,${gap}\\d{1,2}${gap}et${gap}|[-‑–])\\d{1,2}(?:er)?${gap}(?<month>${anyOf(Object.keys(months))})(?:${gap}(?<year>(?:19|20)\\d\\d))?)`,
    read: dayOfMonth,
  },
  {
    name: 'part of a month',
    source: `(?<part>début|mi|fin)(?:[-‑]|${gap}(?:de${gap}|d['’])?)${month}(?:${gap}(?:${year}|${direction}))?`,
    read: monthOf,
  },
  {
    name: 'month of a year',
    source: `${month}${gap}(?:de${gap}l['’]an(?:née)?${gap})?${year}`,
    read: monthOf,
  },
  { name: 'month, last or next', source: `${month}${gap}${direction}`, read: monthOf },
  {
    name: 'weekday and day',
    source: `${weekday}${gap}${day}(?!${gap}?(?:h|heures?|%|€|euros?|millions?)\\b)`,
    read: weekdayAndDay,
  },
  { name: 'weekday', source: `${weekday}(?:${gap}${direction})?`, read: onlyWeekday },
  { name: 'season', source: `(?<season>${anyOf(Object.keys(seasons))})${gap}${year}`, read: season },
  { name: 'century', source: `(?<century>[XVI]{1,5})${gap}?(?:er|e|ᵉ|è|ème)?${gap}siècle`, read: century },
  {
    name: 'hour with minutes',
    source: `(?<hour>[01]?\\d|2[0-4])${gap}?(?:h|heures?)${gap}?(?<minute>[0-5]\\d)(?!\\d)(?:,?${gap}${zone}|${gap}du matin|${gap}du soir)?`,
    read: hour,
  },
  {
    name: 'hour by colon',
    source: `(?<hour>[01]?\\d|2[0-3]):(?<minute>[0-5]\\d)(?!:|[.,]?\\d)(?:${gap}${zone})?`,
    read: hour,
  },
  {
    name: 'hour',
    source: `(?<hour>[01]?\\d|2[0-4])(?<unit>${gap}?h(?![\\p{L}\\d])|${gap}heures?)(?:,?${gap}${zone}|${gap}du matin|${gap}du soir)?`,
    read: wholeHour,
  },
  { name: 'noon or midnight', source: '(?<word>midi|minuit)', read: noon },
  {
    name: 'so long ago',
    source: `il${gap}y${gap}a${gap}(?:environ${gap}|près${gap}de${gap})?${number}${gap}${unit}`,
    read: (g) => offset(g, -1),
  },
  { name: 'in so long', source: `dans${gap}${number}${gap}${unit}`, read: (g) => offset(g, 1) },
  {
    name: 'unit, last or next',
    source: `(?:la|le|l['’])${gap}?${unit}${gap}${direction}`,
    read: (g) => offset({ ...g, number: '1' }, directionOf(g.direction) === 'next' ? 1 : -1),
  },
  {
    name: 'this unit',
    source: `(?:cette|ce|cet)${gap}(?<unit>semaine|mois|année)(?![-‑]là)`,
    read: (g) => offset({ ...g, number: '0' }, 0),
  },
  {
    name: 'this part of the day',
    source: `(?:ce (?:matin|soir|midi)|cet après-midi|cette nuit)`,
    read: () => ({ kind: 'offset', unit: 'day', amount: 0 }),
  },
  { name: 'day word', source: `(?<word>avant-hier|hier|aujourd['’]hui|après-demain|demain)`, read: dayWord },
  { name: 'in a month', source: `(?<=\\b(?:en|depuis|de|d['’])${gap}?)${month}`, read: monthOf },
  { name: 'year', source: `${year}`, read: onlyYear },
];

type Groups = Readonly<Record<string, string | undefined>>;

function numericDate(g: Groups): TimeParts {
  return { kind: 'day', year: Number(g.year), month: Number(g.mm), day: Number(g.day) };
}

function dayOfMonth(g: Groups): TimeParts {
  return {
    kind: 'day',
    day: Number(g.day),
    month: months[lower(g.month)] as number,
    ...(g.year && { year: Number(g.year) }),
    ...(g.weekday && { weekday: weekdays[lower(g.weekday)] as number }),
    ...withDirection(g),
  };
}

function monthOf(g: Groups): TimeParts {
  const parts: Readonly<Record<string, PartOfMonth>> = { début: 'early', mi: 'middle', fin: 'late' };
  const part = parts[lower(g.part)];
  return {
    kind: 'month',
    month: months[lower(g.month)] as number,
    ...(g.year && { year: Number(g.year) }),
    ...(part && { part }),
    ...withDirection(g),
  };
}

function weekdayAndDay(g: Groups): TimeParts {
  return { kind: 'day', day: Number(g.day), weekday: weekdays[lower(g.weekday)] as number };
}

function onlyWeekday(g: Groups): TimeParts {
  return { kind: 'weekday', weekday: weekdays[lower(g.weekday)] as number, ...withDirection(g) };
}

function season(g: Groups): TimeParts {
  return { kind: 'season', season: seasons[lower(g.season)] as number, year: Number(g.year) };
}

function century(g: Groups): TimeParts | undefined {
  const value = roman(g.century ?? '');
  return value > 0 && value < 30 ? { kind: 'century', century: value } : undefined;
}

function roman(text: string): number {
  const value: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };
  let total = 0;
  for (let i = 0; i < text.length; i++) {
    const here = value[text[i] as string] ?? 0;
    total += here < (value[text[i + 1] ?? ''] ?? 0) ? -here : here;
  }
  return total;
}

function hour(g: Groups, before: string, after: string): TimeParts | undefined {
  if (/^(?:[\s\u00a0]?(?:min|mn|sec)|['’′])/u.test(after) || /\ben[\s\u00a0]+$/u.test(before))
    return undefined;
  return {
    kind: 'hour',
    hour: Number(g.hour),
    minute: Number(g.minute),
    ...(g.zone && { zone: g.zone.replace(/[()]/g, '') }),
  };
}

const setsClock =
  /(?:^|[\s(])(?:à|vers|dès|jusqu['’]à|avant|après|entre|et|ou|au|aux|d['’]|environ|fixée? à|sur les coups de)[\s\u00a0]+$/iu;
const lasts =
  /(?:\ben|pendant|durant|après|toutes les|ces|les|quelque|environ|plus|moins|près|délai|journée|garde à vue|total|durée|temps|grève|depuis|semaine|forfait|vol|réunion)(?:[\s\u00a0]de|[\s\u00a0]d['’])?[\s\u00a0:]*$/iu;
const apart = /(?:^|[.(,:;–-]|\d)[\s\u00a0]*$/u;

/**
 * "24 heures" is mostly a length of time: it must follow a word that sets a clock time, begin a range, or stand apart as in a
 * programme. The short "24 h" is a clock time unless a word says that it lasts.
 */
function wholeHour(g: Groups, before: string, after: string): TimeParts | undefined {
  if (
    /^[\s\u00a0]?\d|^[\s\u00a0](?:sur|de (?:travail|garde|vol|route|débat|marche)|par|plus tard|d['’]affilée|après|avant)\b/u.test(
      after,
    )
  )
    return undefined;
  const short = /h$/u.test(g.unit ?? '');
  const clock = setsClock.test(before) || apart.test(before) || short || beginsRange(before, after);
  if (!g.zone && (!clock || (lasts.test(before) && !setsClock.test(before)))) return undefined;
  return { kind: 'hour', hour: Number(g.hour), ...(g.zone && { zone: g.zone.replace(/[()]/g, '') }) };
}

function beginsRange(before: string, after: string): boolean {
  return /\bde[\s\u00a0]+$/u.test(before) && /^[\s\u00a0]à[\s\u00a0]\d/u.test(after);
}

function noon(g: Groups, before: string): TimeParts | undefined {
  if (!/(?:à|vers|dès|avant|après|jusqu['’]à)[\s\u00a0]+$/iu.test(before)) return undefined;
  return { kind: 'hour', hour: g.word === 'midi' ? 12 : 0, minute: 0 };
}

function offset(g: Groups, sign: number): TimeParts | undefined {
  const amount = /^\d/u.test(g.number ?? '') ? Number(g.number) : numbers[lower(g.number)];
  const of = units[lower(g.unit)];
  return amount === undefined || !of ? undefined : { kind: 'offset', unit: of, amount: amount * sign };
}

function dayWord(g: Groups): TimeParts {
  return { kind: 'offset', unit: 'day', amount: dayWords[lower(g.word).replace("'", '’')] as number };
}

const yearRefusedBefore =
  /(?:\d[\s\u00a0\u202f.,]|n[°o]\s?|[$€£#/.,:]|\b(?:à|de|des|les|environ|plus de|près de|quelque|article|page|soit|total de))[\s\u00a0]*$/u;
const yearRefusedAfter =
  /^(?:[\s\u00a0\u202f](?:\d{3}|%|€|\$|\p{Ll}{2,}s\b(?<!après|dans|sous|vers|alors|mais|plus|sans|puis|lors|dès)|euros?|dollars?|mètres?|km|m|kg|ans|et demi)|[%°€$/]|[.,]\d)/u;
const yearWelcomeBefore =
  /(?:\b(?:en|depuis|fin|début|année|années|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|jusqu['’]en|entre|été|an|courant|dès|avant|après|horizon|mi|octobre|de la saison|exercice)[\s\u00a0-]|\()$/u;

/** A bare number of four digits is a year where the words around it do not count or name something. */
function onlyYear(g: Groups, before: string, after: string): TimeParts | undefined {
  const value = Number(g.year);
  const welcome = yearWelcomeBefore.test(before) || standsApart(before, after);
  if (!welcome && yearRefusedBefore.test(before) && !/\bde[\s\u00a0]$/u.test(before)) return undefined;
  if (!welcome && yearRefusedAfter.test(after)) return undefined;
  return value >= 1100 && value <= 2099 ? { kind: 'year', year: value } : undefined;
}

/** "(Karthala, 1983)", "Création : 2018" at the end of its line. */
function standsApart(before: string, after: string): boolean {
  return (
    (/\p{L}\)?,[\s\u00a0]$/u.test(before) && /^(?:[),;.]|$)/u.test(after) && !/^[.,]\d/u.test(after)) ||
    (/:[\s\u00a0]$/u.test(before) && /^(?:\s*\n|$)/u.test(after))
  );
}

function withDirection(g: Groups): { direction?: Direction } {
  const direction = directionOf(g.direction);
  return direction ? { direction } : {};
}

function directionOf(word: string | undefined): Direction | undefined {
  if (!word) return undefined;
  return /^prochaine?$/iu.test(word) ? 'next' : 'last';
}

function lower(text: string | undefined): string {
  return (text ?? '').toLowerCase();
}
