import { linkEntities } from './entityLinks';
import { showEntities } from './entities';
import { showMentions } from './mentions';
import { allPlaced, noPlaces, spansOf } from './placed';
import { showQuotations } from './quotations';
import type { ArticleView, ViewSources } from './types';

/**
 * What is shown of an article: decisions, and those suggestions that no decision of their kind speaks about. A rejected
 * suggestion stays hidden, and hides what overlaps it within the scope of the rejection. Linear in what there is, but for sorting.
 */
export function articleView(sources: ViewSources): ArticleView {
  const { analysis } = sources;
  const links = linkEntities(sources);
  const mentions = showMentions(sources, links);
  const quotations = showQuotations(sources, links);
  const decided = allPlaced(sources.placed);
  return Object.freeze({
    mentions,
    quotations,
    entities: showEntities(sources, links, mentions, quotations),
    rejected: decided.filter((placed) => placed.record.status === 'rejected' && spansOf(placed)),
    unplaced: decided.filter((placed) => !spansOf(placed)),
    analysed: analysis !== undefined,
    ...(analysis?.date && { date: analysis.date }),
  });
}

/** A view of nothing, for the time before anything is known. */
export const emptyView: ArticleView = articleView({ text: '', placed: noPlaces, entities: [] });
