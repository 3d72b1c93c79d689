import type { Choice } from './chain';
import type { PlaceState } from './placement';

/**
 * What a place must bring to be taken in silence, in units of text that agree beyond chance (see `candidate.ts`). Set by
 * `npm run calibrate` on edited articles so that no wrong place is taken; README.md has the table.
 */
export interface Bar {
  /** Evidence of a place whose words stand. */
  readonly moved: number;
  /** Its margin over the best assignment that puts the record elsewhere. */
  readonly movedMargin: number;
  readonly changed: number;
  readonly changedMargin: number;
  /** Between this and the others a place is shown as one that could be meant; below it there is none. */
  readonly uncertain: number;
  /** What order and neighbours must say against another place with a whole side of the context. */
  readonly placeMargin: number;
}

export const bar: Bar = {
  moved: 14,
  movedMargin: 8,
  changed: 14,
  changedMargin: 8,
  uncertain: 4,
  placeMargin: 8,
};

export function stateOf({ candidate, margin, placeMargin }: Choice, limits: Bar = bar): PlaceState {
  const { kind, evidence } = candidate;
  if (evidence < limits.uncertain) return 'orphan';
  if (placeMargin < limits.placeMargin) return 'uncertain';
  if (kind === 'whole') return 'exact';
  if (kind === 'words' && evidence >= limits.moved && margin >= limits.movedMargin) return 'moved';
  if (kind === 'changed' && evidence >= limits.changed && margin >= limits.changedMargin) return 'changed';
  return 'uncertain';
}
