import type {
  Analysis,
  EntitySuggestion,
  MentionSuggestion,
  QuotationSuggestion,
} from '../annotation/suggestion';
import type { QuotationForm } from '../annotation/types';
import type { ArticleText } from '../text/articleText';
import { contains, sameSpan, type Span } from '../util/span';

/** A stretch of the article in Unicode code points, end exclusive, with its words. */
export interface RecordSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface EntityRecordLine extends RecordSpan {
  readonly type: string;
  readonly confidence: number;
  /** EDTF, for dates and hours. */
  readonly value?: string;
  /** The fullest name that the article uses for the same entity. */
  readonly entity?: string;
}

export interface QuotationRecordLine {
  readonly kind: QuotationForm;
  readonly content: readonly RecordSpan[];
  readonly cue: RecordSpan | null;
  readonly speaker: RecordSpan | null;
  /** The fullest name that the article uses; null is an abstention. */
  readonly speakerName: string | null;
  readonly candidates: readonly string[];
  readonly confidence: { readonly found: number; readonly kind: number; readonly speaker: number };
}

/**
 * One article's analysis as one JSON Lines record: the public format of `verbatim annotate --format jsonl`. All offsets are
 * Unicode code points into the decoded article, byte order mark excluded, line ends as they stand.
 */
export interface AnalysisRecord {
  readonly file: string;
  /** Proper names, absolute dates and hours, outermost only, in text order. */
  readonly entities: readonly EntityRecordLine[];
  /** Roles, pronouns, relative dates, and names inside other names. */
  readonly mentions: readonly EntityRecordLine[];
  readonly quotations: readonly QuotationRecordLine[];
}

export function toAnalysisRecord(file: string, article: ArticleText, analysis: Analysis): AnalysisRecord {
  const names = new Map(analysis.entities.map((entity) => [entity.key, entity]));
  const line = (mention: MentionSuggestion) => mentionLine(mention, article, names);
  const outer = new Set(outermost(analysis.mentions.filter(isNamed)));
  return {
    file,
    entities: analysis.mentions.filter((mention) => outer.has(mention)).map(line),
    mentions: analysis.mentions.filter((mention) => !outer.has(mention)).map(line),
    quotations: analysis.quotations.map((quotation) => quotationLine(quotation, article, names)),
  };
}

function isNamed(mention: MentionSuggestion): boolean {
  if (mention.form === 'time') return mention.type === 'hour' || (mention.value?.absolute ?? false);
  return mention.form === 'name' || mention.form === 'acronym';
}

/** Those that lie in no other; the mentions are in text order, the longer first where two start together. */
function outermost(mentions: readonly MentionSuggestion[]): MentionSuggestion[] {
  const kept: MentionSuggestion[] = [];
  for (const mention of mentions) {
    const last = kept.at(-1);
    if (!last || !contains(last.span, mention.span) || sameSpan(last.span, mention.span)) kept.push(mention);
  }
  return kept;
}

function mentionLine(
  mention: MentionSuggestion,
  article: ArticleText,
  names: ReadonlyMap<string, EntitySuggestion>,
): EntityRecordLine {
  const entity = mention.entity === undefined ? undefined : names.get(mention.entity)?.name;
  return {
    type: mention.type,
    ...recordSpan(mention.span, article),
    confidence: rounded(mention.confidence),
    ...(mention.value && { value: mention.value.edtf }),
    ...(entity !== undefined && { entity }),
  };
}

function quotationLine(
  quotation: QuotationSuggestion,
  article: ArticleText,
  names: ReadonlyMap<string, EntitySuggestion>,
): QuotationRecordLine {
  const nameOf = (key: string) => names.get(key)?.name ?? key;
  return {
    kind: quotation.form,
    content: quotation.content.map((part) => recordSpan(part, article)),
    cue: quotation.cue ? recordSpan(quotation.cue.span, article) : null,
    speaker: quotation.source ? recordSpan(quotation.source, article) : null,
    speakerName: quotation.speakers.length > 0 ? quotation.speakers.map(nameOf).join(' et ') : null,
    candidates: quotation.candidates.map(({ entity }) => nameOf(entity)),
    confidence: {
      found: rounded(quotation.confidence.found),
      kind: rounded(quotation.confidence.form),
      speaker: rounded(quotation.confidence.speaker),
    },
  };
}

function recordSpan(span: Span, article: ArticleText): RecordSpan {
  return {
    start: article.toCodePoint(span.start),
    end: article.toCodePoint(span.end),
    text: article.text.slice(span.start, span.end),
  };
}

function rounded(probability: number): number {
  return Math.round(probability * 1000) / 1000;
}
