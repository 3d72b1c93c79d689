/** Dates of roles: an EDTF day, month or year, marked as uncertain (`?`), approximate (`~`) or both (`%`). */
export const edtfDate = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?[~?%]?$/u;

/** First day that the value covers, as an ISO date; `undefined` for another form. */
export function firstDay(edtf: string): string | undefined {
  return filled(edtf, '-01-01');
}

/** Last day that the value covers. Every month counts as 31 days long: the result is for comparing, not for showing. */
export function lastDay(edtf: string): string | undefined {
  return filled(edtf, '-12-31');
}

function filled(edtf: string, rest: string): string | undefined {
  if (!edtfDate.test(edtf)) return undefined;
  const date = edtf.replace(/[~?%]$/u, '');
  return date + rest.slice(date.length - '2020'.length);
}
