import type { EntitySuggestion, QuotationSuggestion } from '../../../core/annotation/suggestion';
import type { ArticleText } from '../../../core/text/articleText';
import type { Span } from '../../../core/util/span';
import type { TrainingText } from './trainingTexts';

/** A line of predictions as the scorer of quotations reads it: offsets in code points. */
export function predictionLine(
  name: string,
  article: ArticleText,
  quotations: readonly QuotationSuggestion[],
  entities: readonly EntitySuggestion[],
): string {
  const names = new Map(entities.map((entity) => [entity.key, entity.name]));
  const piece = (span: Span) => pieceOf(article, span);
  return JSON.stringify({
    file: `${name}.txt`,
    quotations: quotations.map((quotation) => ({
      kind: quotation.form,
      content: quotation.content.map(piece),
      cue: quotation.cue ? piece(quotation.cue.span) : null,
      speaker: quotation.source ? piece(quotation.source) : null,
      speakerName:
        quotation.speakers.length > 0 ? quotation.speakers.map((key) => names.get(key)).join(' et ') : null,
      candidates: quotation.candidates.map(({ entity }) => names.get(entity)),
      confidence: {
        found: quotation.confidence.found,
        kind: quotation.confidence.form,
        speaker: quotation.confidence.speaker,
      },
    })),
  });
}

/** The reference of a text as the scorer reads it. */
export function referenceFile(text: TrainingText): string {
  const article = text.analyzed.article;
  const piece = (span: Span) => pieceOf(article, span);
  return JSON.stringify({
    file: `${text.name}.txt`,
    quotations: text.quotations.map((quotation) => ({
      ...quotation,
      content: quotation.content.map(piece),
      cue: quotation.cue && piece(quotation.cue),
      speaker: quotation.speaker && piece(quotation.speaker),
    })),
    notQuotations: text.notQuotations.map(piece),
  });
}

function pieceOf(article: ArticleText, { start, end }: Span) {
  return {
    start: article.toCodePoint(start),
    end: article.toCodePoint(end),
    text: article.text.slice(start, end),
  };
}
