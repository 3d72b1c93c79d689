import { parseConfig } from '../config/parseConfig';
import type { Problem } from '../problem/problem';
import { readRules } from './readRules';

/** All that is not understood in a `verbatim.yaml`, its house rules included; spans are those of `source`. */
export function configProblems(source: string): readonly Problem[] {
  const { config, problems, ruleSpans } = parseConfig(source);
  const ofRules = readRules(config.rules).problems.map((problem) => {
    const span = ruleSpans?.get(String(problem.args[0]));
    return span ? { ...problem, span } : problem;
  });
  return [...problems, ...ofRules];
}
