import { isPlainList, isPlainMap, type PlainMap, type PlainValue } from './plain';

/** What a finding relies on. At least one of its fields is given. */
export interface Evidence {
  readonly url?: string;
  readonly title?: string;
  /** A file of the workspace, relative to the article's folder. */
  readonly file?: string;
  /** Where in it: a page, a paragraph, a time code. */
  readonly place?: string;
  /** The words relied on. */
  readonly exact?: string;
  /** The day on which somebody saw it, as the person gave it. */
  readonly seen?: string;
}

export const evidenceKeys = ['url', 'title', 'file', 'place', 'exact', 'seen'] as const;

/** A second reader who agrees. */
export interface SignOff {
  readonly by: string;
  readonly date?: string;
}

/** What a fact-checker found, as `check` of a record holds it beside what was checked (`of`). */
export interface Finding {
  /** One of `verdicts` of `verbatim.yaml`, or whatever a file says. */
  readonly verdict: string;
  readonly by?: string;
  /** The day of the decision, ISO 8601. Written once, never refreshed. */
  readonly date?: string;
  readonly note?: string;
  readonly evidence: readonly Evidence[];
  readonly signed?: SignOff;
}

/** Reads a check as far as it is understood; a file may say more, which stays in it. `undefined` without a verdict. */
export function readFinding(check: PlainMap | undefined): Finding | undefined {
  const verdict = textOf(check?.verdict);
  if (!check || verdict === undefined) return undefined;
  const evidence = isPlainList(check.evidence) ? check.evidence : [];
  const signed = isPlainMap(check.signed) ? textOf(check.signed.by) : undefined;
  const signedOn = isPlainMap(check.signed) ? textOf(check.signed.date) : undefined;
  return {
    verdict,
    ...textFields(check, ['by', 'date', 'note']),
    evidence: evidence.flatMap((each) => (isPlainMap(each) ? readEvidence(each) : [])),
    ...(signed !== undefined && {
      signed: { by: signed, ...(signedOn !== undefined && { date: signedOn }) },
    }),
  };
}

/** The check as a file holds it; `before` gives what it says beyond a finding, `of` what was checked. */
export function writeFinding({ evidence, signed, ...finding }: Finding, before: PlainMap = {}): PlainMap {
  const { by: _by, date: _date, note: _note, evidence: _evidence, signed: _signed, ...kept } = before;
  return {
    ...kept,
    ...finding,
    ...(evidence.length > 0 && { evidence: evidence.map((each) => ({ ...each })) }),
    ...(signed && { signed: { ...signed } }),
  };
}

function readEvidence(map: PlainMap): readonly Evidence[] {
  const evidence = textFields(map, evidenceKeys);
  return Object.keys(evidence).length > 0 ? [evidence] : [];
}

function textFields<K extends string>(map: PlainMap, keys: readonly K[]): Partial<Record<K, string>> {
  const entries = keys.map((key) => [key, textOf(map[key])] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Partial<Record<K, string>>;
}

/** A page may be written as a number. */
function textOf(value: PlainValue | undefined): string | undefined {
  return typeof value === 'string' && value !== ''
    ? value
    : typeof value === 'number'
      ? String(value)
      : undefined;
}
