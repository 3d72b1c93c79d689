import { readFinding } from '../annotation/check';
import type { AnnotationRecord, EntityRecord } from '../annotation/record';
import { allPlaced, type Placed, type PlacedRecords, spansOf } from './placed';
import { isCheckStale } from './staleCheck';
import type { ArticleView, ViewQuotation } from './types';

/** `open`: nobody has checked it. `stale`: what was checked is not what is there now. `signed`: checked, and read by a second person. */
export const checkStates = ['stale', 'open', 'checked', 'signed'] as const;
export type CheckState = (typeof checkStates)[number];

/** The state of a record's check; one with the verdict that stands for "not yet" is open. */
export function checkStateOf(
  record: AnnotationRecord | undefined,
  state: Placed['state'],
  entities: readonly EntityRecord[],
  unchecked: string,
): CheckState {
  const finding = readFinding(record?.check);
  if (!record || !finding || finding.verdict === unchecked) return 'open';
  if (state === 'orphan' || state === 'uncertain' || isCheckStale(record, state, entities)) return 'stale';
  return finding.signed ? 'signed' : 'checked';
}

/** A quotation or claim of an article and how far its check is. */
export interface CheckItem {
  readonly state: CheckState;
  readonly record?: AnnotationRecord;
  /** Absent for a claim, and for a record that is not shown as a quotation. */
  readonly quotation?: ViewQuotation;
  /** Where it starts in the text; absent for what has no place any more. */
  readonly start?: number;
}

/**
 * All that a fact-checker goes through in an article, in text order: each quotation that is shown, each claim, and checks that lost
 * their place. `unchecked` is the verdict that says that there is none yet.
 */
export function checkItems(
  view: ArticleView,
  placed: PlacedRecords,
  entities: readonly EntityRecord[],
  unchecked: string,
): readonly CheckItem[] {
  const records = new Map(allPlaced(placed).map((each) => [each.record.id, each]));
  const stateOf = (each: Placed | undefined): CheckState =>
    checkStateOf(each?.record, each?.state ?? 'exact', entities, unchecked);
  const quotations = view.quotations.map((quotation): CheckItem => {
    const known = records.get(quotation.record ?? '');
    const start = quotation.content[0]?.start;
    return {
      state: stateOf(known),
      quotation,
      ...(known && { record: known.record }),
      ...(start !== undefined && { start }),
    };
  });
  const shown = new Set(quotations.map(({ record }) => record?.id));
  const others = [...placed.claims, ...placed.quotations.filter(({ record }) => record.check !== undefined)];
  const rest = others
    .filter(({ record }) => record.status !== 'rejected' && !shown.has(record.id))
    .map((each): CheckItem => {
      const start = spansOf(each)?.[0]?.start;
      return { state: stateOf(each), record: each.record, ...(start !== undefined && { start }) };
    });
  return [...quotations, ...rest].sort((a, b) => (a.start ?? Infinity) - (b.start ?? Infinity));
}

/** How many of them are in each state. */
export function countStates(items: readonly CheckItem[]): Readonly<Record<CheckState, number>> {
  const counts: Record<CheckState, number> = { stale: 0, open: 0, checked: 0, signed: 0 };
  for (const { state } of items) counts[state]++;
  return counts;
}
