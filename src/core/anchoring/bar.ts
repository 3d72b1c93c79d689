import type { Candidate } from './candidate';
import type { Choice } from './chain';
import type { PlaceState } from './placement';

/**
 * What a place must bring to be taken in silence. Evidence and margins are in units of text that agree beyond chance (see
 * `candidate.ts`), likeness runs from 0 to 1. Set by `npm run calibrate` on edited articles so that no wrong place is taken;
 * README.md has the table.
 */
export interface Bar {
  /** Margin over the best assignment that puts the record elsewhere. */
  readonly margin: number;
  /** What order and neighbours must say against another place that would do as well by itself: one of them may be a copy. */
  readonly placeMargin: number;
  /** Evidence of a place whose words stand. */
  readonly moved: number;
  /** Likeness of the better side of its context; or else of the worse one of two. */
  readonly movedBetter: number;
  readonly movedWorse: number;
  /** Likeness of the better side where the words stood only once and do so now. */
  readonly movedOnly: number;
  readonly changed: number;
  /** Likeness of the words, with that of the better side of the context or else of the worse. */
  readonly changedWords: number;
  readonly changedBetter: number;
  readonly changedWorse: number;
  /** Likeness of both sides, or of the only one, where the words are other ones altogether. */
  readonly replacedWorse: number;
  readonly replacedOnly: number;
  /** Between this and the others a place is shown as one that could be meant; below it there is none. */
  readonly uncertain: number;
}

export const bar: Bar = {
  margin: 8,
  placeMargin: 12,
  moved: 10,
  movedBetter: 0.75,
  movedWorse: 0.6,
  movedOnly: 0.4,
  changed: 10,
  changedWords: 0.6,
  changedBetter: 0.75,
  changedWorse: 0.45,
  replacedWorse: 0.6,
  replacedOnly: 0.95,
  uncertain: 4,
};

export function stateOf(choice: Choice, limits: Bar = bar): PlaceState {
  const { candidate, margin, placeMargin } = choice;
  const whole = candidate.kind === 'whole';
  const only = candidate.only !== undefined && candidate.only >= limits.movedOnly;
  // The only place of words that never had another is worth showing, whatever stands around it.
  const shown = whole || candidate.only !== undefined || candidate.evidence >= limits.uncertain;
  if (!shown) return 'orphan';
  if (placeMargin < limits.placeMargin) return 'uncertain';
  if (whole) return 'exact';
  if (margin < limits.margin) return 'uncertain';
  if (only) return 'moved';
  return candidate.kind === 'words' ? stateOfStanding(candidate, limits) : stateOfChanged(candidate, limits);
}

function stateOfStanding({ context, evidence }: Candidate, limits: Bar): PlaceState {
  const clear =
    context.better >= limits.movedBetter || (context.sides === 2 && context.worse >= limits.movedWorse);
  return clear && evidence >= limits.moved ? 'moved' : 'uncertain';
}

function stateOfChanged({ words, context, evidence }: Candidate, limits: Bar): PlaceState {
  const { sides, better, worse } = context;
  const both = (likeness: number) => sides === 2 && worse >= likeness;
  const similar =
    words >= limits.changedWords && (better >= limits.changedBetter || both(limits.changedWorse));
  const replaced = both(limits.replacedWorse) || (sides === 1 && better >= limits.replacedOnly);
  return (similar || replaced) && evidence >= limits.changed ? 'changed' : 'uncertain';
}
