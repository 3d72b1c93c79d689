import { lineMark, resultMark } from '../../../test/host/marks';

/** How many tests had which result. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const none: Counts = { passed: 0, failed: 0, skipped: 0 };

export const oneFailed: Counts = { passed: 0, failed: 1, skipped: 0 };

export function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** `12 passed, 0 failed`, and `, 3 skipped` where there are such. */
export function describeCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Prints the lines that tests say in a host as they come, and keeps the result that their last line holds. */
export class TestLines<Result = Counts> {
  result: Result | undefined;
  readonly #rewrite: (line: string) => string;

  /** `rewrite` changes a line before it is printed. */
  constructor(rewrite: (line: string) => string) {
    this.#rewrite = rewrite;
  }

  /** Takes one line of the log of the host. */
  readonly take = (line: string): void => {
    const said = line.startsWith(lineMark) ? line.slice(lineMark.length) : undefined;
    if (said === undefined) return;
    if (said.startsWith(resultMark)) this.result = JSON.parse(said.slice(resultMark.length)) as Result;
    else console.log(this.#rewrite(said));
  };
}
