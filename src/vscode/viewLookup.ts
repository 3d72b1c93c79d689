import type { Span } from '../core/util/span';
import { hull } from '../core/view/quotations';
import type { Steps } from '../core/util/steps';
import { createSpanIndex, indexSpans, type SpanIndex } from '../core/view/spanIndex';
import type { ArticleView, ViewMention, ViewQuotation } from '../core/view/types';

interface Indices {
  readonly mentions: SpanIndex<ViewMention>;
  readonly quotations: SpanIndex<ViewQuotation>;
}

const known = new WeakMap<ArticleView, Indices>();

/** Mentions at a place, an outer one before what it holds. */
export function mentionsAt(view: ArticleView, place: Span): readonly ViewMention[] {
  return indicesOf(view).mentions.overlapping(place);
}

/** Quotations whose words, or whose marks, are at a place; an outer one before one inside it. */
export function quotationsAt(view: ArticleView, place: Span): readonly ViewQuotation[] {
  const near = indicesOf(view).quotations.overlapping({ start: place.start - 3, end: place.end + 3 });
  return near.filter((quotation) =>
    [...quotation.content, ...quotation.marks].some(
      ({ start, end }) => start <= place.end && end >= place.start,
    ),
  );
}

/** Makes the look-up of a view ready in steps, for those who will ask at once. */
export function* indexView(view: ArticleView): Steps<void> {
  known.set(view, {
    mentions: yield* indexSpans(view.mentions, ({ span }) => span),
    quotations: yield* indexSpans(view.quotations, ({ content }) => hull(content)),
  });
}

/** Made when first asked for: most views come and go while somebody types. */
function indicesOf(view: ArticleView): Indices {
  const made = known.get(view) ?? {
    mentions: createSpanIndex(view.mentions, ({ span }) => span),
    quotations: createSpanIndex(view.quotations, ({ content }) => hull(content)),
  };
  known.set(view, made);
  return made;
}
