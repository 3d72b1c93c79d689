import type { EntityRecord } from './record';

/** Every id of an entity, those of entities merged into it too, to the id that it has now. */
export function currentIds(entities: readonly EntityRecord[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const entity of entities) for (const former of entity.formerIds ?? []) ids.set(former, entity.id);
  for (const { id } of entities) ids.set(id, id);
  return ids;
}
