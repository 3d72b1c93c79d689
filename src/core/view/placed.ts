import type { PlaceState } from '../anchoring/placement';
import type { AnnotationRecord, ClaimRecord, MentionRecord, QuotationRecord } from '../annotation/record';
import type { Span } from '../util/span';

interface Place {
  readonly state: PlaceState;
  /** The state when the record was last looked for; what edits did since, and were followed in doing, does not change it. */
  readonly anchored: PlaceState;
}

/** A mention record with its place in the article, in UTF-16 offsets; no span where it could not be placed. */
export interface PlacedMention extends Place {
  readonly record: MentionRecord;
  readonly span?: Span;
}

/** A quotation record with the places of its parts; no content where not all of it could be placed. */
export interface PlacedQuotation extends Place {
  readonly record: QuotationRecord;
  readonly content?: readonly Span[];
  readonly cue?: Span;
}

/** A checked claim with the places of its parts. */
export interface PlacedClaim extends Place {
  readonly record: ClaimRecord;
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

/** The record at these places; at none where `spans` is missing or one of them is empty. */
export function placedAt(
  record: AnnotationRecord,
  place: PlaceState | Place,
  spans: readonly Span[] | undefined,
  cue?: Span,
): Placed {
  const { state, anchored } = typeof place === 'string' ? { state: place, anchored: place } : place;
  const first = spans?.[0];
  const whole = first !== undefined && spans?.every(({ start, end }) => end > start) ? spans : undefined;
  const content = whole && { content: whole };
  if (record.kind === 'mention') return { record, state, anchored, ...(whole && { span: first as Span }) };
  if (record.kind === 'claim') return { record, state, anchored, ...content };
  return { record, state, anchored, ...content, ...(whole && cue && { cue }) };
}

export function groupPlaced(all: readonly Placed[]): PlacedRecords {
  return {
    mentions: all.filter((placed): placed is PlacedMention => placed.record.kind === 'mention'),
    quotations: all.filter((placed): placed is PlacedQuotation => placed.record.kind === 'quotation'),
    claims: all.filter((placed): placed is PlacedClaim => placed.record.kind === 'claim'),
  };
}
