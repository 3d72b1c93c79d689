import { entityTypes, type EntityType, type MentionType } from '../../annotation/types';

/** Label of a token outside every name. */
export const outside = 0;

/** Where in a name a token stands: first, inside, last, or alone. */
export const enum Place {
  First = 0,
  Inner = 1,
  Last = 2,
  Alone = 3,
}

/** Dates and hours have a stage of their own. */
export const typeCount = entityTypes.length;
export const labelCount = 1 + 4 * typeCount;

export function labelOf(type: number, place: Place): number {
  return 1 + 4 * type + place;
}

/** Number of the type, -1 for those that are not recognised here. */
export function typeIndex(type: MentionType): number {
  return entityTypes.findIndex((known) => known === type);
}

export function typeAt(index: number): EntityType {
  return entityTypes[index] as EntityType;
}

/**
 * Transition scores. A name can start behind a finished one (of any type) or behind `outside`; inside a name only the four
 * steps first→inner, first→last, inner→inner, inner→last exist.
 */
export const closedCount = 1 + typeCount;
/** `outside`, then first and alone of each type. */
export const startCount = 1 + 2 * typeCount;
export const insideSteps = 4;
export const transitionCount = closedCount * startCount + insideSteps * typeCount;

export function startTransition(closed: number, start: number): number {
  return closed * startCount + start;
}

export function insideTransition(type: number, step: number): number {
  return closedCount * startCount + type * insideSteps + step;
}
