import type { AnnotationRecord } from '../annotation/record';
import type { Steps } from '../util/steps';
import { allPlaced, noPlaces, spansOf } from './placed';
import { placeRecords } from './placeRecords';

/** How many of some decisions have a place in a text. */
export interface Fit {
  readonly placed: number;
  readonly of: number;
}

/** How well the decisions of a sidecar fit a text that it may have been made for; suggestions say nothing. */
export function* fitOfRecords(text: string, records: readonly AnnotationRecord[]): Steps<Fit> {
  const decisions = records.filter(({ status }) => status !== 'suggested');
  const places = yield* placeRecords(text, decisions, noPlaces);
  const placed = allPlaced(places).filter((each) => spansOf(each) !== undefined).length;
  return { placed, of: decisions.length };
}

/** A text that says something else has some of the words too: names, a date. More than half of the decisions it has not. */
const leastShare = 0.6;

export function isFit({ placed, of }: Fit): boolean {
  return placed > 0 && placed >= of * leastShare;
}
