import type { PlainMap } from './plain';
import type { EntityType, MentionType, QuotationForm, Status } from './types';
import type { Why } from './why';

/** W3C TextQuoteSelector; line ends are `\n`, otherwise the words as they stand in the article. */
export interface QuoteSelector {
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** What a rejection rejects: these words here, only the type, only the link or speaker, or the form in the whole folder. */
export const rejectionScopes = ['span', 'type', 'link', 'speaker', 'form'] as const;
export type RejectionScope = (typeof rejectionScopes)[number];

/** What a correction corrected: the words and type of the suggestion. */
export interface Replaced {
  readonly exact?: string;
  readonly type?: MentionType;
}

/** A house rule that a person silenced on this record, with the reason. */
export interface Suppression {
  readonly rule: string;
  readonly reason?: string;
  readonly by?: string;
}

interface DecisionFields {
  /** Random, starts with a letter, never renumbered. */
  readonly id: string;
  readonly status: Status;
  readonly by?: string;
  readonly scope?: RejectionScope;
  readonly confidence?: number;
  readonly why?: readonly Why[];
  readonly note?: string;
  /** Ids of records that said the same and were joined with this one; references to them mean this one. */
  readonly formerIds?: readonly string[];
  readonly suppress?: readonly Suppression[];
  /** What a fact-checker found: `of` (what was checked), `verdict`, `evidence` …; one unit, never interpreted here. */
  readonly check?: PlainMap;
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
  readonly replaces?: Replaced;
  /** Selector of a confirmed record whose words have changed since. */
  readonly was?: QuoteSelector;
}

/** A quotation as the sidecar keeps it. `source` is the id of a mention record. */
export interface QuotationRecord extends DecisionFields {
  readonly kind: 'quotation';
  readonly form: QuotationForm;
  /** Text order, at least one. */
  readonly content: readonly QuoteSelector[];
  /** Anchored near its quotation, so it may lack prefix and suffix. */
  readonly cue?: QuoteSelector;
  readonly source?: string;
  /** Ids of entity records. */
  readonly speakers: readonly string[];
  readonly candidates?: readonly string[];
  readonly was?: readonly QuoteSelector[];
}

/** Words that were checked though nobody is quoted. */
export interface ClaimRecord extends DecisionFields {
  readonly kind: 'claim';
  readonly content: readonly QuoteSelector[];
  readonly was?: readonly QuoteSelector[];
}

export const recordKinds = ['mention', 'quotation', 'claim'] as const;
export type AnnotationRecord = MentionRecord | QuotationRecord | ClaimRecord;

/** An entity as the sidecar keeps it. */
export interface EntityRecord {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly aliases?: readonly string[];
  /** Wikidata item, `Q` and digits. */
  readonly wikidata?: string;
  /** Id of an entry in the team's entity register. */
  readonly register?: string;
  /** Ids of entries in the register that a person said it is not. */
  readonly notRegister?: readonly string[];
  /** Ids of entities that were merged into this one; references to them mean this one. */
  readonly formerIds?: readonly string[];
  readonly note?: string;
}

/** All stretches of text that the record is about: a mention's one, or a quotation's or claim's content. */
export function selectorsOf(record: AnnotationRecord): readonly QuoteSelector[] {
  return record.kind === 'mention' ? [record.selector] : record.content;
}
