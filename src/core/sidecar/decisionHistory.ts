import { type PlainMap, samePlain } from '../annotation/plain';
import type { RecordStep } from './recordSteps';

/** What one decision did. */
export type DecisionSteps = readonly RecordStep[];

/** The decisions of one article in the order in which they were made, those taken back apart; the latest are at the ends. */
export interface DecisionHistory {
  readonly made: readonly DecisionSteps[];
  readonly undone: readonly DecisionSteps[];
}

export const noHistory: DecisionHistory = { made: [], undone: [] };

/** More than a long day's work. */
const mostDecisions = 1000;

/** With one more decision, after which nothing can be redone. */
export function remember(history: DecisionHistory, steps: DecisionSteps): DecisionHistory {
  if (steps.length === 0) return history;
  return { made: [...history.made, steps].slice(-mostDecisions), undone: [] };
}

/** Without its last decision: taken back as far as `done` says. */
export function undone(history: DecisionHistory, done: DecisionSteps): DecisionHistory {
  return {
    made: history.made.slice(0, -1),
    undone: done.length > 0 ? [...history.undone, done] : history.undone,
  };
}

/** With the decision that was taken back last made again, as far as `done` says. */
export function redone(history: DecisionHistory, done: DecisionSteps): DecisionHistory {
  return {
    made: done.length > 0 ? [...history.made, done] : history.made,
    undone: history.undone.slice(0, -1),
  };
}

/**
 * With what was done to the records without being a decision: the editor writes anew by which words a record is found when the
 * text was edited, and that must not look like somebody else's change.
 */
export function followed(history: DecisionHistory, steps: DecisionSteps): DecisionHistory {
  if (steps.length === 0) return history;
  const byId = new Map(steps.map((step) => [step.id, step]));
  const follow = (decisions: readonly DecisionSteps[]) =>
    decisions.map((decision) => decision.map((step) => followStep(step, byId.get(step.id))));
  return { made: follow(history.made), undone: follow(history.undone) };
}

function followStep(step: RecordStep, change: RecordStep | undefined): RecordStep {
  if (!change?.before || !change.after) return step;
  const { before, after } = change;
  return {
    ...step,
    ...(step.before && { before: followFields(step.before, before, after) }),
    ...(step.after && { after: followFields(step.after, before, after) }),
  };
}

/** A field that had the value before has the one after; the others are of another time and stay. */
function followFields(fields: PlainMap, before: PlainMap, after: PlainMap): PlainMap {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const moved = [...keys].filter(
    (key) => !samePlain(before[key], after[key]) && samePlain(fields[key], before[key]),
  );
  const kept = Object.entries(fields).filter(([key]) => !moved.includes(key));
  const written = moved.flatMap((key) => (after[key] === undefined ? [] : [[key, after[key]] as const]));
  return Object.fromEntries([...kept, ...written]);
}
