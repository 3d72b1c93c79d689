import type { PlaceState } from '../anchoring/placement';
import type { AnnotationRecord, ClaimRecord, MentionRecord, QuotationRecord } from '../annotation/record';
import type { Span } from '../util/span';

/** A mention record with its place in the article, in UTF-16 offsets; no span where it could not be placed. */
export interface PlacedMention {
  readonly record: MentionRecord;
  readonly state: PlaceState;
  readonly span?: Span;
}

/** A quotation record with the places of its parts; no content where not all of it could be placed. */
export interface PlacedQuotation {
  readonly record: QuotationRecord;
  readonly state: PlaceState;
  readonly content?: readonly Span[];
  readonly cue?: Span;
}

/** A checked claim with the places of its parts. */
export interface PlacedClaim {
  readonly record: ClaimRecord;
  readonly state: PlaceState;
  readonly content?: readonly Span[];
}

export type Placed = PlacedMention | PlacedQuotation | PlacedClaim;

/** All records of a sidecar with their places. */
export interface PlacedRecords {
  readonly mentions: readonly PlacedMention[];
  readonly quotations: readonly PlacedQuotation[];
  readonly claims: readonly PlacedClaim[];
}

export const noPlaces: PlacedRecords = { mentions: [], quotations: [], claims: [] };

export function allPlaced({ mentions, quotations, claims }: PlacedRecords): readonly Placed[] {
  return [...mentions, ...quotations, ...claims];
}

/** The places of all parts, in the order of the record's selectors; `undefined` for a record without a place. */
export function spansOf(placed: Placed): readonly Span[] | undefined {
  if ('span' in placed) return placed.span && [placed.span];
  return 'content' in placed ? placed.content : undefined;
}

/** The record at other places; none where `spans` is missing or one of them is empty. */
export function placedAt(
  record: AnnotationRecord,
  state: PlaceState,
  spans: readonly Span[] | undefined,
  cue?: Span,
): Placed {
  const first = spans?.[0];
  const whole = first !== undefined && spans?.every(({ start, end }) => end > start) ? spans : undefined;
  if (record.kind === 'mention') return whole ? { record, state, span: first as Span } : { record, state };
  if (record.kind === 'claim') return whole ? { record, state, content: whole } : { record, state };
  return whole ? { record, state, content: whole, ...(cue && { cue }) } : { record, state };
}

export function groupPlaced(all: readonly Placed[]): PlacedRecords {
  return {
    mentions: all.filter((placed): placed is PlacedMention => placed.record.kind === 'mention'),
    quotations: all.filter((placed): placed is PlacedQuotation => placed.record.kind === 'quotation'),
    claims: all.filter((placed): placed is PlacedClaim => placed.record.kind === 'claim'),
  };
}
