import type { Rule } from './rule';

/** A day that lies after the article's own, which may be a slip of the year. A few weeks ahead are news. */
export const futureDate: Rule = {
  code: 'future-date',
  severity: 'warning',
  options: { days: 366 },
  check: ({ view }, { days = 366 }) => {
    const today = view.date && Date.parse(view.date.iso);
    if (today === undefined || Number.isNaN(today)) return [];
    return view.mentions.flatMap(({ type, span, value, record }) => {
      if (type !== 'date' || value?.absolute !== true) return [];
      const day = /^\d{4}(?:-\d{2}){0,2}/u.exec(value.edtf)?.[0];
      const ahead = day === undefined ? 0 : (Date.parse(day) - today) / 86_400_000;
      if (!(ahead > days)) return [];
      return [{ span, args: [value.edtf, view.date?.iso ?? ''], ...(record !== undefined && { record }) }];
    });
  },
};
