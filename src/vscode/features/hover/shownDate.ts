/**
 * An EDTF value as people write it: "mercredi 24 septembre 2025", "avril 2025"; ranges with a dash. `undefined` for a form that is
 * best shown as it is.
 */
export function shownDate(edtf: string, language: string): string | undefined {
  const range = /^([^/]+)\/([^/]+)$/u.exec(edtf);
  if (range) {
    const [from, to] = [shownDate(range[1] as string, language), shownDate(range[2] as string, language)];
    return from === undefined || to === undefined ? undefined : `${from} – ${to}`;
  }
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)(?:T(\d{2}):(\d{2}).*)?$/u.exec(edtf);
  if (!parts) return undefined;
  const [, year = '', month, day, approximate = ''] = parts;
  const monthNumber = Number(month ?? '1');
  if (monthNumber < 1 || monthNumber > 12) return undefined;
  const date = new Date(Date.UTC(Number(year), monthNumber - 1, Number(day ?? '1')));
  const format = new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month !== undefined && { month: 'long' }),
    ...(day !== undefined && { weekday: 'long', day: 'numeric' }),
  });
  return `${approximate === '' ? '' : '≈ '}${format.format(date)}`;
}
