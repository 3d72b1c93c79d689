import type { MentionType } from '../../annotation/types';
import { sameSpan, type Span } from '../../util/span';
import { hull } from '../quotations';
import type { ViewMention, ViewQuotation } from '../types';
import type { Decision } from './decision';
import { Draft } from './draft';

/** It begins and ends there: confirmed with these words, of this type where one is given. A quotation keeps what lies between its parts. */
export function correctBounds(item: ViewMention | ViewQuotation, bounds: Span, type?: MentionType): Decision {
  return function* (sources) {
    const draft = new Draft(sources);
    const parts = item.kind === 'mention' ? [bounds] : partsWithin(item.content, bounds);
    draft.rebound(item, parts, type);
    yield;
    return draft.finish();
  };
}

/** The parts of a quotation after its first and last bounds were moved: what is outside goes, and the outermost ones reach them. */
function partsWithin(content: readonly Span[], bounds: Span): readonly Span[] {
  if (sameSpan(hull(content), bounds)) return content;
  const kept = content.filter(({ start, end }) => start < bounds.end && end > bounds.start);
  if (kept.length === 0) return [bounds];
  return kept.map((part, index) => ({
    start: index === 0 ? bounds.start : part.start,
    end: index === kept.length - 1 ? bounds.end : part.end,
  }));
}
