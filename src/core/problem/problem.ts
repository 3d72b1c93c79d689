import type { Span } from '../util/span';

export type Severity = 'error' | 'warning' | 'information';

/**
 * Something wrong with content a person wrote, as data. `code` is a stable message code (kebab-case); the hosts translate it,
 * filling `{0}`, `{1}` … from `args`. `span` is in UTF-16 code units of the file that was read.
 */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly args: readonly (string | number)[];
  readonly span?: Span;
}

export function problem(
  code: string,
  severity: Severity,
  args: readonly (string | number)[] = [],
  span?: Span,
): Problem {
  return span ? { code, severity, args, span } : { code, severity, args };
}
