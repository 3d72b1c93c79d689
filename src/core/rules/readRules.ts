import { problem, type Problem, type Severity } from '../problem/problem';
import type { Rule, RuleOptions } from './rule';
import { rules } from './rules';

/** A rule that a team opted into. */
export interface ChosenRule {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly options: RuleOptions;
}

const severities: readonly string[] = ['error', 'warning', 'information'];

/**
 * The rules that `rules` of `verbatim.yaml` asks for: `code: on`, `code: warning`, or a map with `severity` and the rule's numbers;
 * `off` and `false` take one back. What is not understood is a problem, and the rest counts all the same.
 */
export function readRules(written: Readonly<Record<string, unknown>>): {
  readonly chosen: readonly ChosenRule[];
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const chosen = Object.entries(written).flatMap(([code, value]): readonly ChosenRule[] => {
    const rule = rules.find((each) => each.code === code);
    if (!rule) {
      problems.push(problem('rule-unknown', 'warning', [code]));
      return [];
    }
    const read = readChoice(rule, value);
    if (!read) problems.push(problem('rule-options', 'warning', [code]));
    return read && read !== 'off' ? [read] : [];
  });
  return { chosen, problems };
}

function readChoice(rule: Rule, value: unknown): ChosenRule | 'off' | undefined {
  const { severity, options = {} } = rule;
  if (value === false || value === 'off') return 'off';
  if (value === true || value === 'on' || value === null) return { rule, severity, options };
  if (typeof value === 'string') {
    const given = severityOf(value);
    return given && { rule, severity: given, options };
  }
  if (typeof value !== 'object' || Array.isArray(value)) return undefined;
  const { severity: written, ...numbers } = value as Record<string, unknown>;
  const given = written === undefined ? severity : severityOf(written);
  const areKnown = Object.entries(numbers).every(
    ([key, number]) => key in options && typeof number === 'number' && number >= 0,
  );
  return given && areKnown
    ? { rule, severity: given, options: { ...options, ...(numbers as RuleOptions) } }
    : undefined;
}

function severityOf(value: unknown): Severity | undefined {
  return typeof value === 'string' && severities.includes(value) ? (value as Severity) : undefined;
}
