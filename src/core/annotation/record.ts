import type { EntityType, MentionType, QuotationForm, Status } from './types';
import type { Why } from './why';

/** W3C TextQuoteSelector; line ends are `\n`, otherwise the words as they stand in the article. */
export interface QuoteSelector {
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** What a rejection rejects: these words here, only the type, only the link or speaker, or the form in the whole folder. */
export type RejectionScope = 'span' | 'type' | 'link' | 'speaker' | 'form';

interface DecisionFields {
  /** Random, starts with a letter, never renumbered. */
  readonly id: string;
  readonly status: Status;
  readonly by?: string;
  readonly scope?: RejectionScope;
  readonly confidence?: number;
  readonly why?: readonly Why[];
  readonly note?: string;
}

/** A mention as the sidecar keeps it. */
export interface MentionRecord extends DecisionFields {
  readonly kind: 'mention';
  readonly type: MentionType;
  readonly selector: QuoteSelector;
  /** Id of an entity record. */
  readonly entity?: string;
  /** EDTF, for dates and hours. */
  readonly value?: string;
  /** What a correction corrected: the words and type of the suggestion. */
  readonly replaces?: { readonly exact?: string; readonly type?: MentionType };
  /** Selectors of a confirmed record whose words have changed since. */
  readonly was?: QuoteSelector;
}

/** A quotation as the sidecar keeps it. `source` is the id of a mention record. */
export interface QuotationRecord extends DecisionFields {
  readonly kind: 'quotation';
  readonly form: QuotationForm;
  readonly content: readonly QuoteSelector[];
  readonly cue?: QuoteSelector;
  readonly source?: string;
  readonly speakers: readonly string[];
  readonly candidates?: readonly string[];
  readonly was?: readonly QuoteSelector[];
  /** Reserved for the fact-checker's verdicts; kept whole, never interpreted here. */
  readonly check?: unknown;
}

export type AnnotationRecord = MentionRecord | QuotationRecord;

/** An entity as the sidecar keeps it. */
export interface EntityRecord {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly wikidata?: string;
  readonly formerIds?: readonly string[];
}
