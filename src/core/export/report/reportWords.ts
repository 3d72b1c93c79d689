import { label } from '../exportSource';
import type { CheckState } from '../../view/checkState';
import type { Evidence } from '../../annotation/check';
import type { ReportSource } from './reportFormat';
import type { ReportRow } from './reportRows';

type Say = ReportSource['say'];

/** The usual verdicts have names in the user's language; those of a team are said as they are. */
export const usualVerdicts = [
  'unchecked',
  'accurate',
  'altered',
  'out-of-context',
  'misattributed',
  'unverifiable',
  'false',
  'opinion',
] as const;

export function verdictName(verdict: string, say: Say): string {
  const isUsual = (usualVerdicts as readonly string[]).includes(verdict);
  return isUsual ? say(label(`verdict-${verdict}`)) : verdict;
}

export function stateName(state: CheckState, say: Say): string {
  return say(label(`report-state-${state}`));
}

export function kindName(kind: ReportRow['kind'], say: Say): string {
  return say(label(`report-kind-${kind}`));
}

/** "who, when" and the second reader. */
export function checkerOf({ finding }: ReportRow, say: Say): string {
  if (!finding) return '';
  const signed = finding.signed;
  const first = [finding.by, finding.date].filter((each) => each !== undefined).join(', ');
  const second = signed && say(label('report-signed', [signed.by, signed.date].filter(Boolean).join(', ')));
  return [first, second].filter(Boolean).join('; ');
}

/** Without its address, which each format shows in its own way. */
export function evidenceText({ title, file, place, exact, seen }: Evidence, say: Say): string {
  return [
    title,
    file,
    place,
    exact === undefined ? undefined : `« ${exact} »`,
    seen === undefined ? undefined : say(label('report-seen', seen)),
  ]
    .filter((each) => each !== undefined)
    .join(', ');
}
