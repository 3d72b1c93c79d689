import type { TimeParts, Unit } from './expression';

/**
 * The value of a time as EDTF (Extended Date/Time Format, Library of Congress, levels 0 to 2). `today` is the article's ISO
 * date. What is not known stays open: `XXXX-09-24` without a year, `[2025-09-23,2025-09-30]` for one day of two,
 * `2025-03~` for about. `undefined` where a relative expression has nothing to stand on.
 */
export function resolveTime(parts: TimeParts, today: string | undefined): string | undefined {
  const now = today === undefined ? undefined : parseDay(today);
  switch (parts.kind) {
    case 'year':
      return digits(parts.year, 4);
    case 'season':
      return `${digits(parts.year, 4)}-${parts.season}`;
    case 'century':
      return `${digits(parts.century - 1, 2)}XX`;
    case 'hour':
      return `T${digits(parts.hour % 24, 2)}:${digits(parts.minute ?? 0, 2)}${zoneOf(parts.zone)}`;
    case 'month':
      return monthValue(parts, now);
    case 'day':
      return dayValue(parts, now);
    case 'weekday':
      return now && weekdayValue(parts, now);
    case 'offset':
      return now && offsetValue(parts.unit, parts.amount, now);
  }
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

type Parts<K extends TimeParts['kind']> = Extract<TimeParts, { kind: K }>;

const msPerDay = 86_400_000;

export function parseDay(iso: string): Day | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)/u.exec(iso);
  return match ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : undefined;
}

function monthValue(parts: Parts<'month'>, now: Day | undefined): string | undefined {
  const year = parts.year ?? (now && yearOfMonth(parts, now));
  const value = `${year === undefined ? 'XXXX' : digits(year, 4)}-${digits(parts.month, 2)}`;
  return parts.part ? `${value}~` : value;
}

function yearOfMonth(parts: Parts<'month'>, now: Day): number {
  if (parts.direction === 'last') return parts.month < now.month ? now.year : now.year - 1;
  if (parts.direction === 'next') return parts.month > now.month ? now.year : now.year + 1;
  return nearestYear((year) => dayNumber({ year, month: parts.month, day: 15 }), now);
}

function dayValue(parts: Parts<'day'>, now: Day | undefined): string | undefined {
  if (parts.month === undefined) return now && nearestDayOfMonth(parts, now);
  const month = parts.month;
  const year = parts.year ?? (now && yearOfDay(parts, month, now));
  return `${year === undefined ? 'XXXX' : digits(year, 4)}-${digits(month, 2)}-${digits(parts.day, 2)}`;
}

function yearOfDay(parts: Parts<'day'>, month: number, now: Day): number {
  const at = (year: number) => dayNumber({ year, month, day: parts.day });
  const today = dayNumber(now);
  if (parts.direction === 'last') return at(now.year) < today ? now.year : now.year - 1;
  if (parts.direction === 'next') return at(now.year) > today ? now.year : now.year + 1;
  return nearestYear(at, now);
}

/** News looks back more than ahead: a day to come counts as this much farther than it is. */
const futureWeight = 1.5;

/** The year that puts the day nearest to today. */
function nearestYear(at: (year: number) => number, now: Day): number {
  const today = dayNumber(now);
  const distance = (year: number) => Math.max(today - at(year), (at(year) - today) * futureWeight);
  return [now.year - 1, now.year + 1].reduce(
    (best, year) => (distance(year) < distance(best) ? year : best),
    now.year,
  );
}

/** "mardi 12": the nearest day with that number and weekday. */
function nearestDayOfMonth(parts: Parts<'day'>, now: Day): string | undefined {
  const today = dayNumber(now);
  for (let distance = 0; distance <= 45; distance++) {
    for (const number of [today - distance, today + distance]) {
      const candidate = fromDayNumber(number);
      if (candidate.day === parts.day && weekdayOf(number) === (parts.weekday ?? weekdayOf(number)))
        return iso(candidate);
    }
  }
  return undefined;
}

function weekdayValue(parts: Parts<'weekday'>, now: Day): string {
  const today = dayNumber(now);
  const back = (weekdayOf(today) - parts.weekday + 7) % 7;
  const ahead = (7 - back) % 7;
  if (parts.direction === 'last') return iso(fromDayNumber(today - (back || 7)));
  if (parts.direction === 'next') return iso(fromDayNumber(today + (ahead || 7)));
  if (back === 0) return iso(now);
  return `[${iso(fromDayNumber(today - back))},${iso(fromDayNumber(today + ahead))}]`;
}

function offsetValue(unit: Unit, amount: number, now: Day): string {
  if (unit === 'year') return digits(now.year + amount, 4);
  if (unit === 'month') {
    const months = now.year * 12 + now.month - 1 + amount;
    return `${digits(Math.floor(months / 12), 4)}-${digits((months % 12) + 1, 2)}`;
  }
  const day = dayNumber(now) + amount * (unit === 'week' ? 7 : 1);
  if (unit === 'day') return iso(fromDayNumber(day));
  const monday = day - weekdayOf(day) + 1;
  return `${iso(fromDayNumber(monday))}/${iso(fromDayNumber(monday + 6))}`;
}

const zones: Readonly<Record<string, string>> = {
  UTC: 'Z',
  GMT: 'Z',
  HAE: '-04:00',
  EDT: '-04:00',
  HAA: '-03:00',
  HNE: '-05:00',
  EST: '-05:00',
  CET: '+01:00',
  CEST: '+02:00',
};

function zoneOf(zone: string | undefined): string {
  const match = /^([A-Z]+)([+−-]\d{1,2})?(?::(\d\d))?$/u.exec(zone ?? '');
  if (!match) return '';
  if (!match[2]) return zones[match[1] as string] ?? '';
  const hours = Number(match[2].slice(1));
  return `${match[2].startsWith('+') ? '+' : '-'}${digits(hours, 2)}:${match[3] ?? '00'}`;
}

function dayNumber(day: Day): number {
  return Math.round(Date.UTC(day.year, day.month - 1, day.day) / msPerDay);
}

function fromDayNumber(number: number): Day {
  const date = new Date(number * msPerDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** ISO weekday of a day number; day 0 was a Thursday. */
function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

function iso(day: Day): string {
  return `${digits(day.year, 4)}-${digits(day.month, 2)}-${digits(day.day, 2)}`;
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
