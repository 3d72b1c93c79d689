import type { MentionRecord, QuotationRecord } from '../annotation/record';
import type { Span } from '../util/span';

/** How sure the place of a record is: see the anchoring; only the first three have a place. */
export type PlaceState = 'exact' | 'moved' | 'changed' | 'uncertain' | 'orphan';

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
