export type Direction = 'last' | 'next';
export type Unit = 'day' | 'week' | 'month' | 'year';
export type PartOfMonth = 'early' | 'middle' | 'late';

/** What a date or hour says, before the article's date is known. Months and days count from 1, weekdays are ISO numbers. */
export type TimeParts =
  | {
      readonly kind: 'day';
      readonly day: number;
      readonly month?: number;
      readonly year?: number;
      readonly weekday?: number;
      readonly direction?: Direction;
    }
  | {
      readonly kind: 'month';
      readonly month: number;
      readonly year?: number;
      readonly direction?: Direction;
      readonly part?: PartOfMonth;
    }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'season'; readonly season: number; readonly year: number }
  | { readonly kind: 'century'; readonly century: number }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly direction?: Direction }
  /** "hier", "la semaine dernière", "il y a deux ans": so many units from the article's date. */
  | { readonly kind: 'offset'; readonly unit: Unit; readonly amount: number }
  | { readonly kind: 'hour'; readonly hour: number; readonly minute?: number; readonly zone?: string };

/** Whether the expression says a time by itself, without the article's date (a missing year aside). */
export function isAbsolute(parts: TimeParts): boolean {
  if (parts.kind === 'weekday' || parts.kind === 'offset') return false;
  return parts.kind !== 'month' || parts.year !== undefined;
}
