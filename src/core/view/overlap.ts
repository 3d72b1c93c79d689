import { contains, overlaps, sameSpan, type Span } from '../util/span';
import type { ArticleView, ViewMention, ViewQuotation } from './types';

/**
 * The decision in whose way a new name at the place would be. Names may stand in quotations, and a name inside a description ("le
 * ministre du Mali": "Mali"); a name inside a name, or across the edge of one, is one too many. Suggestions give way.
 */
export function mentionInTheWay(view: ArticleView, place: Span, text: string): ViewMention | undefined {
  return view.mentions.find(
    ({ span, status }) =>
      status === 'confirmed' &&
      overlaps(span, place) &&
      !sameSpan(span, place) &&
      !mayNest(span, place, text),
  );
}

/** The quotation across whose edge a new one would go. One wholly inside another is a quotation in a quotation. */
export function quotationInTheWay(view: ArticleView, place: Span): ViewQuotation | undefined {
  return view.quotations.find(
    ({ content, status }) =>
      status === 'confirmed' &&
      content.some((part) => overlaps(part, place) && !contains(part, place) && !contains(place, part)),
  );
}

/** Whether one of the two is a description that holds the other. */
export function mayNest(a: Span, b: Span, text: string): boolean {
  const [outer, inner] = contains(a, b) ? [a, b] : [b, a];
  return contains(outer, inner) && !sameSpan(a, b) && startsLower(text, outer);
}

function startsLower(text: string, { start }: Span): boolean {
  return /^\p{Ll}/u.test(text.slice(start, start + 2));
}
