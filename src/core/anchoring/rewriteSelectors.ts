import { type AnnotationRecord, type QuoteSelector, selectorsOf } from '../annotation/record';
import { sameSpan, type Span, spanLength } from '../util/span';
import type { Steps } from '../util/steps';
import { anchorRecords } from './anchor';
import { describeInSteps } from './describe';
import type { AnchoredRecord } from './placement';

/** A record with the places that live tracking followed, one for each of its selectors; empty where the words were deleted. */
export interface TrackedRecord {
  readonly record: AnnotationRecord;
  readonly spans: readonly Span[];
}

/** Describing some records anew can change what the others mean; more rounds than this are not tried. */
const mostRounds = 3;

/**
 * The records of a saved article whose selectors must be written anew, because by them the words would not be found where
 * tracking followed them, or would be found changed. A confirmed record whose words changed keeps its first ones as `was`.
 * Records whose words were deleted stay as they are, and become orphans. The others are not given back: their lines stay.
 */
export function* rewriteSelectors(
  text: string,
  tracked: readonly TrackedRecord[],
): Steps<readonly AnnotationRecord[]> {
  let current = tracked;
  const rewritten = new Map<number, AnnotationRecord>();
  for (let round = 0; round < mostRounds; round++) {
    const anchored = yield* anchorRecords(
      text,
      current.map(({ record }) => record),
    );
    const lost = current
      .map((_, i) => i)
      .filter((i) => isLost(current[i] as TrackedRecord, anchored[i] as AnchoredRecord));
    const fresh = lost.filter((i) => round === 0 || !rewritten.has(i));
    if (fresh.length === 0) break;
    const selectors = yield* describeInSteps(
      text,
      fresh.flatMap((i) => (current[i] as TrackedRecord).spans),
    );
    let next = 0;
    for (const i of fresh) {
      const { record, spans } = current[i] as TrackedRecord;
      rewritten.set(i, withSelectors(record, selectors.slice(next, (next += spans.length))));
    }
    current = current.map((item, i) => ({ ...item, record: rewritten.get(i) ?? item.record }));
    yield;
  }
  return [...rewritten.values()];
}

function isLost({ spans }: TrackedRecord, { state, spans: found }: AnchoredRecord): boolean {
  if (spans.length === 0 || spans.some((at) => spanLength(at) === 0)) return false;
  const same = found?.length === spans.length && found.every((at, i) => sameSpan(at, spans[i] as Span));
  return !same || state === 'changed';
}

function withSelectors(record: AnnotationRecord, selectors: readonly QuoteSelector[]): AnnotationRecord {
  const old = selectorsOf(record);
  const changed = selectors.some(({ exact }, i) => exact !== old[i]?.exact);
  const keeps = changed && record.status === 'confirmed' && record.was === undefined;
  if (record.kind === 'mention') {
    const selector = selectors[0] as QuoteSelector;
    return { ...record, selector, ...(keeps && { was: record.selector }) };
  }
  return { ...record, content: selectors, ...(keeps && { was: record.content }) };
}
