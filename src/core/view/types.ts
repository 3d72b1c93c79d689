import type { PlainMap } from '../annotation/plain';
import type { EntityRecord } from '../annotation/record';
import type {
  Analysis,
  ArticleDate,
  Cue,
  RoleStatement,
  SpeakerCandidate,
  TimeValue,
} from '../annotation/suggestion';
import type { EntityType, MentionForm, MentionType, QuotationForm } from '../annotation/types';
import type { Why } from '../annotation/why';
import type { Span } from '../util/span';
import type { PlaceState } from '../anchoring/placement';
import type { RegisterIndex } from '../register/registerIndex';
import type { Placed, PlacedRecords } from './placed';
import type { RegisterLink } from './registerLink';

/** What a view is made of. */
export interface ViewSources {
  readonly text: string;
  /** Absent while the first analysis runs, and for a text that is not analysed: decisions are shown all the same. */
  readonly analysis?: Analysis;
  readonly placed: PlacedRecords;
  readonly entities: readonly EntityRecord[];
  /** The entries of the team's registers. */
  readonly register?: RegisterIndex;
}

interface Shown {
  readonly status: 'suggested' | 'confirmed';
  /** Id of the sidecar's record; absent for what only the analysis says. */
  readonly record?: string;
  readonly state: PlaceState;
  readonly by?: string;
  readonly confidence?: number;
  readonly why: readonly Why[];
  /** What a person wrote on the record. */
  readonly note?: string;
  /** What a fact-checker found, as written. */
  readonly check?: PlainMap;
}

/** A mention as it is shown. */
export interface ViewMention extends Shown {
  readonly kind: 'mention';
  readonly span: Span;
  readonly type: MentionType;
  readonly form: MentionForm;
  /** Key of an entity of the same view. */
  readonly entity?: string;
  readonly value?: TimeValue;
  readonly actsFor?: string;
}

/** A quotation as it is shown. */
export interface ViewQuotation extends Shown {
  readonly kind: 'quotation';
  readonly form: QuotationForm;
  readonly content: readonly Span[];
  readonly marks: readonly Span[];
  readonly cue?: Cue;
  readonly source?: Span;
  /** Keys of entities of the same view. */
  readonly speakers: readonly string[];
  readonly candidates: readonly SpeakerCandidate[];
  /** Of the speaker alone; `confidence` is that of the whole. */
  readonly speakerConfidence?: number;
}

/** Someone or something in the article, by decisions and analysis together. */
export interface ViewEntity {
  /** The sidecar's id, or `suggested:` and the analysis's key. Stable within one view. */
  readonly key: string;
  /** Id of the sidecar's record. */
  readonly record?: string;
  readonly type: EntityType;
  readonly name: string;
  /** Other names, in order of appearance, the name itself not among them. */
  readonly aliases: readonly string[];
  readonly acronym?: string;
  readonly gender?: 'feminine' | 'masculine';
  readonly plural?: boolean;
  readonly roles: readonly RoleStatement[];
  readonly country?: string;
  readonly wikidata?: string;
  /** What a person wrote on the record. */
  readonly note?: string;
  /** The register's entry that it is, or is taken for. */
  readonly register?: RegisterLink;
  /** Indices into the view's mentions, in text order. */
  readonly mentions: readonly number[];
  /** Indices into the view's quotations of which it is a speaker, in text order. */
  readonly quotations: readonly number[];
}

/**
 * All that features read of one article at one moment. Plain and never changed: an edit makes another one. Spans are UTF-16
 * offsets into the text it was made for; what an edit deleted keeps its index with an empty span until the next analysis.
 */
export interface ArticleView {
  readonly mentions: readonly ViewMention[];
  /** In text order of their first content. */
  readonly quotations: readonly ViewQuotation[];
  readonly entities: ReadonlyMap<string, ViewEntity>;
  /** Rejections with a place: hidden, and hiding. */
  readonly rejected: readonly Placed[];
  /** Records that have no place in the text. */
  readonly unplaced: readonly Placed[];
  readonly date?: ArticleDate;
  /** False as long as no analysis has been part of it. */
  readonly analysed: boolean;
}
