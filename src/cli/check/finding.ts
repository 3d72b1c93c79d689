import type { Problem, Severity } from '../../core/problem/problem';
import { messageOf } from '../messages';

/** A problem at its place in a file; lines and columns count from 1, columns in UTF-16 units. */
export interface Finding {
  /** Relative to the current folder where it lies below it, else absolute; with slashes. */
  readonly file: string;
  readonly code: string;
  /** `error` makes the command fail; `information` is told to programs only. */
  readonly severity: Severity;
  /** In the user's language. */
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The problems of one file in the order of its text; one without a place stands at its beginning. */
export function findingsOf(file: string, source: string, problems: readonly Problem[]): readonly Finding[] {
  const lines = lineStarts(source);
  const positionAt = (offset: number) => positionOf(lines, Math.min(offset, source.length));
  return problems
    .toSorted((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0))
    .map((problem) => {
      const { code, severity, span = { start: 0, end: 0 } } = problem;
      const [line, column] = positionAt(span.start);
      const [endLine, endColumn] = positionAt(Math.max(span.start, span.end));
      return { file, code, severity, message: messageOf(problem), line, column, endLine, endColumn };
    });
}

function lineStarts(source: string): readonly number[] {
  const starts = [0];
  for (const { index, 0: end } of source.matchAll(/\r\n?|\n/gu)) starts.push(index + end.length);
  return starts;
}

/** By bisection, since a broken file may have a problem in each of its lines. */
function positionOf(starts: readonly number[], offset: number): readonly [line: number, column: number] {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return [low + 1, offset - (starts[low] as number) + 1];
}
