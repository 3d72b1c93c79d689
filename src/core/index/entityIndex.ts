import { nameForm } from '../analysis/entities/grouping/nameForm';
import type { EntityType } from '../annotation/types';
import type { EntitySummary } from './entitySummary';

/** By what an entity of one article is found in another one. */
export interface EntityIdentity {
  readonly type: EntityType;
  readonly name: string;
  readonly register?: string;
  readonly wikidata?: string;
}

export interface EntityOccurrence {
  /** What the host calls the sidecar. */
  readonly path: string;
  readonly entity: EntitySummary;
  /** `name`: they have but their type and full name in common. */
  readonly by: 'identifier' | 'name';
}

/** Which sidecars name an entity, kept one sidecar at a time. */
export interface EntityIndex {
  /** In place of what was known of the path. */
  set(path: string, entities: readonly EntitySummary[]): void;
  /** Occurrences in all other sidecars: by the same identifier, or by the name where no identifier says otherwise. */
  elsewhere(identity: EntityIdentity, path: string): readonly EntityOccurrence[];
}

export function createEntityIndex(): EntityIndex {
  const known = new Map<string, readonly EntitySummary[]>();
  const paths = new Map<string, Set<string>>();
  return {
    set(path, entities) {
      for (const key of (known.get(path) ?? []).flatMap(keysOf)) drop(paths, key, path);
      for (const key of entities.flatMap(keysOf)) add(paths, key, path);
      if (entities.length > 0) known.set(path, entities);
      else known.delete(path);
    },
    elsewhere(identity, path) {
      const found = new Set(keysOf(identity).flatMap((key) => [...(paths.get(key) ?? [])]));
      found.delete(path);
      return [...found].sort().flatMap((other) =>
        (known.get(other) ?? []).flatMap((entity) => {
          const by = sameness(identity, entity);
          return by ? [{ path: other, entity, by }] : [];
        }),
      );
    },
  };
}

function sameness(a: EntityIdentity, b: EntityIdentity): EntityOccurrence['by'] | undefined {
  const pairs = [
    [a.register, b.register],
    [a.wikidata, b.wikidata],
  ].filter(([x, y]) => x !== undefined && y !== undefined);
  if (pairs.some(([x, y]) => x === y)) return 'identifier';
  return pairs.length === 0 && nameKey(a) === nameKey(b) ? 'name' : undefined;
}

function keysOf(identity: EntityIdentity): readonly string[] {
  const { register, wikidata } = identity;
  return [
    nameKey(identity),
    ...(register === undefined ? [] : [`register ${register}`]),
    ...(wikidata === undefined ? [] : [`wikidata ${wikidata}`]),
  ];
}

/** Of one type, names that differ in case, accents or typography alone are one. */
export function nameKey({ type, name }: Pick<EntityIdentity, 'type' | 'name'>): string {
  return `${type} ${nameForm(name).key}`;
}

function add(paths: Map<string, Set<string>>, key: string, path: string): void {
  const set = paths.get(key);
  if (set) set.add(path);
  else paths.set(key, new Set([path]));
}

function drop(paths: Map<string, Set<string>>, key: string, path: string): void {
  const set = paths.get(key);
  if (set?.delete(path) && set.size === 0) paths.delete(key);
}
