import { linkEntities } from './entityLinks';
import { showEntities } from './entities';
import { showMentions } from './mentions';
import { allPlaced, noPlaces, spansOf } from './placed';
import { showQuotations } from './quotations';
import { runSteps, type Steps } from '../util/steps';
import type { ArticleView, ViewSources } from './types';

/**
 * What is shown of an article: decisions, and those suggestions that no decision of their kind speaks about. A rejected
 * suggestion stays hidden, and hides what overlaps it within the scope of the rejection. Linear in what there is, but for sorting.
 */
export function* composeView(sources: ViewSources): Steps<ArticleView> {
  const { analysis } = sources;
  const links = yield* linkEntities(sources);
  const mentions = yield* showMentions(sources, links);
  const quotations = yield* showQuotations(sources, links);
  const entities = yield* showEntities(sources, links, mentions, quotations);
  yield;
  const decided = allPlaced(sources.placed);
  return Object.freeze({
    mentions,
    quotations,
    entities,
    rejected: decided.filter((placed) => placed.record.status === 'rejected' && spansOf(placed)),
    unplaced: decided.filter((placed) => !spansOf(placed)),
    analysed: analysis !== undefined,
    ...(analysis?.date && { date: analysis.date }),
  });
}

/** `composeView` without a pause. */
export function articleView(sources: ViewSources): ArticleView {
  return runSteps(composeView(sources));
}

/** A view of nothing, for the time before anything is known. */
export const emptyView: ArticleView = articleView({ text: '', placed: noPlaces, entities: [] });
