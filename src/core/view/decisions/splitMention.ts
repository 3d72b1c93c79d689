import { makeEntityId } from '../../annotation/id';
import { isEntityType } from '../../annotation/types';
import type { ArticleView, ViewMention } from '../types';
import type { Decision } from './decision';
import { Draft } from './draft';

/**
 * These words name somebody or something of their own, and not what they were taken for: an entity with the words of the first
 * one as its name, of its type. As many of the fullest other mentions are confirmed as what they are, so that the rest goes on
 * being shown with those. Nothing for dates and hours, which name no entity.
 */
export function splitMention(items: readonly ViewMention[]): Decision {
  return function* (sources) {
    const [first] = items;
    if (!first || !isEntityType(first.type)) return [];
    const { type, span } = first;
    const name = sources.text.slice(span.start, span.end).replace(/\s+/gu, ' ').trim();
    const record = { id: makeEntityId(name, sources.random), type, name };
    const draft = new Draft(sources);
    draft.entity({ kind: 'addEntity', record });
    for (const item of items) {
      draft.link(item, record);
      yield;
    }
    for (const rest of fullestOthers(sources.view, items)) draft.mention(rest, 'confirmed');
    return draft.finish();
  };
}

function fullestOthers(view: ArticleView, items: readonly ViewMention[]): readonly ViewMention[] {
  const places = new Set(items.map(({ span }) => span.start));
  const entity = view.entities.get(items[0]?.entity ?? '');
  return (entity?.mentions ?? [])
    .flatMap((index) => view.mentions[index] ?? [])
    .filter(({ span, form }) => span.end > span.start && !places.has(span.start) && form === 'name')
    .toSorted((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start))
    .slice(0, items.length);
}
