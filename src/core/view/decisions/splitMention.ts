import { makeEntityId } from '../../annotation/id';
import { isEntityType } from '../../annotation/types';
import type { ViewMention } from '../types';
import type { Decision } from './decision';
import { Draft } from './draft';

/**
 * These words name somebody or something of their own, and not what they were taken for: an entity with the words of the first
 * one as its name, of its type. Nothing for dates and hours, which name no entity.
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
    return draft.finish();
  };
}
