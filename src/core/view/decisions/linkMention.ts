import { makeEntityId } from '../../annotation/id';
import type { EntityRecord } from '../../annotation/record';
import type { ViewMention } from '../types';
import type { Decision, DecisionSources } from './decision';
import { Draft } from './draft';

/** These words name the entity with this key: confirmed as that, of its type. */
export function linkMention(items: readonly ViewMention[], into: string): Decision {
  return function* (sources) {
    const draft = new Draft(sources);
    const entity = sources.view.entities.get(into);
    if (!entity) return [];
    const known = sources.entities.find(({ id }) => id === entity.record);
    const record = known ?? newRecord(entity.name, entity.type, sources);
    const loose = items.filter((item) => item.entity !== into || item.status !== 'confirmed');
    if (!known && loose.length > 0) draft.entity({ kind: 'addEntity', record });
    for (const item of loose) {
      draft.link(item, record);
      yield;
    }
    return draft.finish();
  };
}

function newRecord(name: string, type: EntityRecord['type'], { random }: DecisionSources): EntityRecord {
  return { id: makeEntityId(name, random), type, name };
}
