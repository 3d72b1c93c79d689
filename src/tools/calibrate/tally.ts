import { overlaps, sameSpan, span, type Span } from '../../core/util/span';
import { type PlaceState, placeStates } from '../../core/anchoring/placement';
import type { Trial } from './trial';

/** Counts of one class of edits. */
export interface Tally {
  trials: number;
  readonly states: Record<PlaceState, number>;
  /** Shown as sure (exact or moved) at a place that is not the annotation's. */
  wrongSilent: number;
  /** Shown as changed at a place that is not the annotation's. */
  wrongChanged: number;
  uniqueStanding: number;
  uniqueFound: number;
  standing: number;
  standingFound: number;
  edited: number;
  editedFound: number;
  plainTrials: number;
  plainWrong: number;
  plainFound: number;
}

export function emptyTally(): Tally {
  const states = Object.fromEntries(placeStates.map((state) => [state, 0])) as Record<PlaceState, number>;
  const counts = {
    trials: 0,
    wrongSilent: 0,
    wrongChanged: 0,
    uniqueStanding: 0,
    uniqueFound: 0,
    standing: 0,
  };
  const more = { standingFound: 0, edited: 0, editedFound: 0, plainTrials: 0, plainWrong: 0, plainFound: 0 };
  return { states, ...counts, ...more };
}

export function add(tally: Tally, trial: Trial): void {
  tally.trials++;
  tally.states[trial.state]++;
  const right = isRight(trial, trial.found);
  if (trial.found && !right) {
    if (trial.state === 'changed') tally.wrongChanged++;
    else tally.wrongSilent++;
  }
  if (trial.truth.kind === 'stands') {
    tally.standing++;
    if (right) tally.standingFound++;
    if (trial.unique) tally.uniqueStanding++;
    if (trial.unique && right) tally.uniqueFound++;
  }
  if (trial.truth.kind === 'edited') {
    tally.edited++;
    if (right) tally.editedFound++;
  }
  addPlain(tally, trial);
}

export function isWrongSilent(trial: Trial): boolean {
  return trial.found !== undefined && trial.state !== 'changed' && !isRight(trial, trial.found);
}

function addPlain(tally: Tally, trial: Trial): void {
  if (trial.plain === undefined) return;
  tally.plainTrials++;
  if (trial.plain === 'nowhere') return;
  if (isRight(trial, trial.plain)) tally.plainFound++;
  else tally.plainWrong++;
}

/** Without the spaces and soft hyphens at its ends, which re-typesetting adds and takes away. */
function visible(text: string, at: Span): Span {
  let { start, end } = at;
  while (start < end && /[\s\u00ad\u200e\u200f]/.test(text[start] as string)) start++;
  while (end > start && /[\s\u00ad\u200e\u200f]/.test(text[end - 1] as string)) end--;
  return span(start, end);
}

/** Standing words must be met exactly; of edited ones more than half of either stretch. */
export function isRight({ truth, edited }: Trial, found: Span | undefined): boolean {
  if (!found || truth.kind === 'gone') return false;
  if (truth.kind === 'stands') return sameSpan(visible(edited, found), visible(edited, truth.span));
  if (!overlaps(found, truth.span)) return false;
  const shared = Math.min(found.end, truth.span.end) - Math.max(found.start, truth.span.start);
  return 2 * shared > Math.max(found.end - found.start, truth.span.end - truth.span.start);
}
