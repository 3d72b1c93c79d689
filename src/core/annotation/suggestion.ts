import type { Span } from '../util/span';
import type { EntityType, MentionForm, MentionType, QuotationForm } from './types';
import type { Why } from './why';

/** A date, a span of time or an hour as ISO 8601 / EDTF level 1 (`2025-09-24`, `2025-04`, `2025-03~`, `T18:30`, `2016/2018`). */
export interface TimeValue {
  readonly edtf: string;
  /** False for "mardi", "avril dernier": resolved against the article's date. */
  readonly absolute: boolean;
}

/** Words that name an entity or a time. Spans are UTF-16 offsets into the article. Probabilities are in [0, 1]. */
export interface MentionSuggestion {
  readonly span: Span;
  readonly type: MentionType;
  readonly form: MentionForm;
  /** Key of the entity in the same analysis; absent for times and for what could not be resolved. */
  readonly entity?: string;
  readonly value?: TimeValue;
  /** "Moscou a annoncé": the key of the entity that the place acts for. */
  readonly actsFor?: string;
  readonly confidence: number;
  readonly why: readonly Why[];
}

/** A role that the article states of a person, with the words that state it. */
export interface RoleStatement {
  readonly span: Span;
  /** As the article puts it, without its article: "ministre malien des Affaires étrangères". */
  readonly text: string;
  /** "ancien", "ex-": a role no longer held at the article's date. */
  readonly former: boolean;
  /** What the words tell of their bearer: "la directrice". */
  readonly gender?: 'feminine' | 'masculine';
}

/** Someone or something the article names, from all its mentions. */
export interface EntitySuggestion {
  /** Stable within one analysis only; never written to a file. */
  readonly key: string;
  readonly type: EntityType;
  /** The fullest name the article uses, without title. */
  readonly name: string;
  /** Other names used here, acronym included, in order of appearance; roles and pronouns are not among them. */
  readonly aliases: readonly string[];
  readonly acronym?: string;
  readonly gender?: 'feminine' | 'masculine';
  readonly plural?: boolean;
  readonly roles: readonly RoleStatement[];
  /** ISO 3166-1 alpha-2 code of the country that it is or, for a person or an organisation, that the article ties it to. */
  readonly country?: string;
}

/** What the words of saying tell: shown to the fact-checker, because "admet" and "affirme" are not the same sentence. */
export type CueTone =
  'neutral' | 'claims' | 'denies' | 'admits' | 'promises' | 'asks' | 'accuses' | 'orders' | 'thinks';

export interface Cue {
  readonly span: Span;
  readonly tone: CueTone;
  /** Dictionary form: "ajouter", "selon". */
  readonly lemma: string;
}

/** Who could be the speaker, best first. */
export interface SpeakerCandidate {
  readonly entity: string;
  readonly score: number;
}

export interface QuotationConfidence {
  readonly found: number;
  readonly form: number;
  /** Of the speakers named; of the abstention's best candidate when there is none. */
  readonly speaker: number;
}

/** Reported speech: content, cue, source (the mention that speaks) and speakers (the entities behind it). */
export interface QuotationSuggestion {
  readonly form: QuotationForm;
  /** Text order, not overlapping, marks excluded. */
  readonly content: readonly Span[];
  /** The marks' own spans, for highlighting; empty for indirect speech. */
  readonly marks: readonly Span[];
  readonly cue?: Cue;
  readonly source?: Span;
  /** Entity keys; empty is an abstention. */
  readonly speakers: readonly string[];
  readonly candidates: readonly SpeakerCandidate[];
  readonly confidence: QuotationConfidence;
  readonly why: readonly Why[];
}

/** Why a pair of marks holds no reported speech. */
export type RefusalReason = 'title' | 'term' | 'scare' | 'name' | 'slogan' | 'other';

export interface RefusedMarks {
  readonly span: Span;
  readonly reason: RefusalReason;
  readonly confidence: number;
}

/** Everything the analysis of one article yields; plain data, in text order. */
export interface Analysis {
  readonly mentions: readonly MentionSuggestion[];
  readonly entities: readonly EntitySuggestion[];
  readonly quotations: readonly QuotationSuggestion[];
  readonly refused: readonly RefusedMarks[];
  /** ISO date of the article and where it was found; absent when nothing states it. */
  readonly date?: ArticleDate;
}

export interface ArticleDate {
  readonly iso: string;
  readonly source: 'given' | 'frontMatter' | 'dateline' | 'fileName';
}
