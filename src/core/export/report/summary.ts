import { checkStates } from '../../view/checkState';
import { label } from '../exportSource';
import type { ReportSource } from './reportFormat';
import type { ReportRow } from './reportRows';
import { stateName } from './reportWords';

/** "12 quotations and claims: 3 open, 1 stale, 8 checked." */
export function summaryLine(rows: readonly ReportRow[], say: ReportSource['say']): string {
  const counts = checkStates
    .map((state) => [state, rows.filter((row) => row.state === state).length] as const)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${count} ${stateName(state, say)}`);
  return say(label('report-summary', rows.length, counts.join(', ')));
}
