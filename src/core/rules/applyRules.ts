import type { AnnotationRecord } from '../annotation/record';
import type { Severity } from '../problem/problem';
import type { Steps } from '../util/steps';
import type { ChosenRule } from './readRules';
import type { Finding, RuleSource } from './rule';

/** A finding with the rule that made it. */
export interface RuleFinding extends Finding {
  readonly code: string;
  readonly severity: Severity;
}

/** What an article breaks of the chosen rules, in text order; without what a person silenced on a record. One rule a step. */
export function* applyRules(
  chosen: readonly ChosenRule[],
  source: RuleSource,
  records: readonly AnnotationRecord[],
): Steps<readonly RuleFinding[]> {
  const silenced = new Set(
    records.flatMap(({ id, suppress = [] }) => suppress.map(({ rule }) => `${rule} ${id}`)),
  );
  const found: RuleFinding[] = [];
  for (const { rule, severity, options } of chosen) {
    for (const finding of rule.check(source, options))
      if (!silenced.has(`${rule.code} ${finding.record ?? ''}`))
        found.push({ ...finding, code: rule.code, severity });
    yield;
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}
