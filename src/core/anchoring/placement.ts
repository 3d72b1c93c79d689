import type { AnnotationRecord } from '../annotation/record';
import type { Span } from '../util/span';

/**
 * How sure the place of a record is. `exact`: its words stand in their context; `moved`: its words stand, in another context;
 * `changed`: its words were edited; `uncertain`: several places could be meant, or one with too little to say for it; `orphan`:
 * nothing like it is there.
 */
export const placeStates = ['exact', 'moved', 'changed', 'uncertain', 'orphan'] as const;
export type PlaceState = (typeof placeStates)[number];

/** Where one selector is. */
export interface Placement {
  readonly state: PlaceState;
  /** UTF-16; set for `exact`, `moved` and `changed` only. */
  readonly span?: Span;
  /** What could be meant, best first; for `uncertain` only. */
  readonly candidates?: readonly Span[];
}

/** Where a record is: the state of its least sure part. */
export interface AnchoredRecord {
  readonly record: AnnotationRecord;
  readonly state: PlaceState;
  /** One for each of the record's selectors, in their order. */
  readonly parts: readonly Placement[];
  /** The places of all its parts; absent unless each of them has one. */
  readonly spans?: readonly Span[];
  /** The words of saying, looked for around their quotation; only where that has places and they were written down. */
  readonly cue?: Placement;
}

/** The one further to the right in `placeStates`. */
export function lessSure(a: PlaceState, b: PlaceState): PlaceState {
  return placeStates.indexOf(a) > placeStates.indexOf(b) ? a : b;
}
