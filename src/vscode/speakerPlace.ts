import type { Span } from '../core/util/span';
import type { ArticleView, ViewEntity, ViewMention, ViewQuotation } from '../core/view/types';

/** The words to show when somebody asks who speaks: the fullest name of the speaker, or else the words that speak. */
export function speakerPlace(view: ArticleView, { speakers, source }: ViewQuotation): Span | undefined {
  const entity = view.entities.get(speakers[0] ?? '');
  return (entity && fullestMention(view, entity)?.span) ?? source;
}

/** The first of the mentions with the most words, names before descriptions. */
export function fullestMention(view: ArticleView, { mentions }: ViewEntity): ViewMention | undefined {
  const rank = ({ form, span }: ViewMention): number => (form === 'name' ? 1e6 : 0) + span.end - span.start;
  return mentions
    .flatMap((index) => view.mentions[index] ?? [])
    .reduce<ViewMention | undefined>(
      (best, mention) => (best && rank(best) >= rank(mention) ? best : mention),
      undefined,
    );
}
