/** One reason for a suggestion: a stable message code (kebab-case) and what fills its `{0}`, `{1}` …; hosts translate it. */
export interface Why {
  readonly code: string;
  readonly args: readonly (string | number)[];
}

export function why(code: string, ...args: readonly (string | number)[]): Why {
  return { code, args };
}
