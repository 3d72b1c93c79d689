import {
  type AnnotationRecord,
  type EntityRecord,
  type QuoteSelector,
  selectorsOf,
} from '../annotation/record';
import type { Span } from '../util/span';
import { allPlaced, type Placed, type PlacedRecords, spansOf } from './placed';
import { isCheckStale } from './staleCheck';

/**
 * Why a person should look at a decision again, the most urgent first. `check`: what was checked is not what is said now;
 * `changed`: the words were edited; `uncertain`: several places could be meant; `lost`: the words are not there any more.
 */
export const reviewReasons = ['check', 'changed', 'uncertain', 'lost'] as const;
export type ReviewReason = (typeof reviewReasons)[number];

/** A decision to look at again, with the words then and now. */
export interface ReviewItem {
  readonly record: AnnotationRecord;
  readonly reason: ReviewReason;
  /** The words that were decided on, by parts. */
  readonly before: readonly QuoteSelector[];
  /** What stands there now, by parts; absent where there is no place. */
  readonly spans?: readonly Span[];
}

/**
 * The decisions of an article that need a person's eye, in the order of the reasons, and of the text where they have a place. What
 * was only suggested needs none: it is suggested anew, or not.
 */
export function toReview(placed: PlacedRecords, entities: readonly EntityRecord[]): readonly ReviewItem[] {
  return allPlaced(placed)
    .flatMap((each) => itemOf(each, entities) ?? [])
    .toSorted((a, b) => rank(a) - rank(b) || compareStarts(a, b));
}

function itemOf(placed: Placed, entities: readonly EntityRecord[]): ReviewItem | undefined {
  const { record } = placed;
  const reason = record.status === 'suggested' ? undefined : reasonOf(placed, entities);
  const spans = spansOf(placed);
  return reason && { record, reason, before: firstWords(record), ...(spans && { spans }) };
}

function reasonOf({ record, state }: Placed, entities: readonly EntityRecord[]): ReviewReason | undefined {
  const isLost = state === 'orphan' || state === 'uncertain';
  if (record.check !== undefined && (state === 'orphan' || isCheckStale(record, state, entities)))
    return 'check';
  if (isLost) return state === 'orphan' ? 'lost' : 'uncertain';
  return state === 'changed' || wordsDiffer(record) ? 'changed' : undefined;
}

/** Words that were edited and then edited back are the same ones. */
function wordsDiffer(record: AnnotationRecord): boolean {
  const [first, now] = [firstWords(record), selectorsOf(record)];
  return first.length !== now.length || first.some(({ exact }, i) => exact !== now[i]?.exact);
}

/** Those that a person decided on, however often they were edited since. */
export function firstWords(record: AnnotationRecord): readonly QuoteSelector[] {
  if (record.was === undefined) return selectorsOf(record);
  return record.kind === 'mention' ? [record.was] : record.was;
}

function rank({ reason }: ReviewItem): number {
  return reviewReasons.indexOf(reason);
}

/** What has no place stays in the order of the file, behind what has one. */
function compareStarts(a: ReviewItem, b: ReviewItem): number {
  const [one, other] = [a, b].map(({ spans }) => spans?.[0]?.start ?? Number.MAX_SAFE_INTEGER);
  return (one as number) - (other as number);
}
