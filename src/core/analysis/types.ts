import type {
  ArticleDate,
  EntitySuggestion,
  MentionSuggestion,
  QuotationSuggestion,
  RefusedMarks,
} from '../annotation/suggestion';
import type { EntityType, MentionType } from '../annotation/types';
import type { Article } from '../text/article';
import type { Block } from '../text/block';
import type { Tokens } from '../text/tokens';
import type { Span } from '../util/span';
import type { Steps } from '../util/steps';
import type { TimeParts } from './dates/expression';

/** A block with its tokens and sentences (ranges of token indices). Made once per block text and cached. */
export interface TokenizedBlock {
  readonly block: Block;
  readonly tokens: Tokens;
  readonly sentences: readonly Span[];
}

/** A name the recogniser found by the block alone; span relative to the block's text. */
export interface RecognizedName {
  readonly span: Span;
  readonly type: MentionType;
  /** Calibrated probability that span and type are right. */
  readonly confidence: number;
}

/** A date or hour as the text puts it, before it is resolved against the article's date; span relative to the block's text. */
export interface TimeExpression {
  readonly span: Span;
  readonly type: 'date' | 'hour';
  readonly parts: TimeParts;
}

/** What is known from outside the article: all optional plain input. */
export interface AnalysisContext {
  /** ISO date given by a person or a host, before all others. */
  readonly date?: string;
  /** File name, which may hold the date. */
  readonly fileName?: string;
  /** What the folder's sidecars say about forms. */
  readonly folder?: FolderKnowledge;
  /** Also suggest, weakly, sentences in the conditional behind "selon X": off unless asked for. */
  readonly weakSpeech?: boolean;
  /** What the team's registers list. */
  readonly register?: RegisterKnowledge;
}

/** The names, aliases and acronyms of an entity register. */
export interface RegisterKnowledge {
  /** The entries that have the form among their names. */
  listedAs(form: string): readonly ListedName[];
  /** The forms of which this is the first word, in small letters with straight apostrophes. */
  formsFrom(word: string): readonly ListedForm[];
}

/** A name, alias or acronym, word by word as the tokens of a text are. */
export interface ListedForm {
  readonly words: readonly string[];
  readonly type: EntityType;
  /** How it is written, where small letters would make another word of it. */
  readonly acronym?: string;
}

export interface ListedName {
  readonly type: EntityType;
  /** The entry's own name. */
  readonly name: string;
}

/** What people decided elsewhere in the folder, by the form's exact words. */
export interface FolderKnowledge {
  decisionsOn(form: string): FormDecisions | undefined;
}

export interface FormDecisions {
  readonly confirmed: Readonly<Partial<Record<MentionType, number>>>;
  readonly rejected: Readonly<Partial<Record<MentionType, number>>>;
}

/** The article as the document-level stages see it. */
export interface AnalyzedArticle {
  readonly article: Article;
  readonly blocks: readonly TokenizedBlock[];
  readonly names: readonly (readonly RecognizedName[])[];
  readonly times: readonly (readonly TimeExpression[])[];
  readonly date?: ArticleDate;
}

/** Names made consistent over the article and grouped into entities. Spans are article offsets, in text order. */
export interface EntityLayer {
  readonly mentions: readonly MentionSuggestion[];
  readonly entities: readonly EntitySuggestion[];
}

export interface QuotationLayer {
  readonly quotations: readonly QuotationSuggestion[];
  readonly refused: readonly RefusedMarks[];
  /** Mentions that only the quotations showed: roles and pronouns that speak. */
  readonly mentions: readonly MentionSuggestion[];
}

/**
 * The stages of a language, each replaceable. Block stages depend on nothing but the block's text and kind, so that their
 * results are kept across edits; document stages are linear in what the block stages found.
 */
export interface LanguageStages {
  readonly code: string;
  /** What is made at first use, in small steps; run once before the first block. */
  warmUp(): Steps<void>;
  recognize(block: TokenizedBlock): readonly RecognizedName[];
  times(block: TokenizedBlock): readonly TimeExpression[];
  entities(analyzed: AnalyzedArticle, context: AnalysisContext): Steps<EntityLayer>;
  timeMentions(analyzed: AnalyzedArticle, context: AnalysisContext): Steps<readonly MentionSuggestion[]>;
  articleDate(analyzed: AnalyzedArticle, context: AnalysisContext): ArticleDate | undefined;
  quotations(analyzed: AnalyzedArticle, layer: EntityLayer, context: AnalysisContext): Steps<QuotationLayer>;
}
