import { type EntityType, entityTypes } from '../annotation/types';
import type { Steps } from '../util/steps';
import { nameKey } from './entityIndex';
import type { EntitySummary } from './entitySummary';
import type { SidecarSummary } from './sidecarSummary';

/** Someone or something that articles of a folder name, by decisions alone. */
export interface FolderEntity {
  /** Unique among all of them, and the same as long as its name, or its identifier, is. */
  readonly id: string;
  readonly type: EntityType;
  /** As most articles have it. */
  readonly name: string;
  /** In the order in which the sidecars were given. */
  readonly occurrences: readonly FolderOccurrence[];
  readonly mentions: number;
  readonly quotations: number;
}

export interface FolderOccurrence {
  /** What the host calls the sidecar. */
  readonly path: string;
  readonly entity: EntitySummary;
}

const sidecarsPerStep = 200;

/**
 * Who and what is named in a folder: in most articles first. Those with an identifier in common are one; one without joins those of
 * its type and name, unless several with identifiers bear it.
 */
export function* folderEntities(
  summaries: Iterable<readonly [path: string, summary: SidecarSummary]>,
): Steps<readonly FolderEntity[]> {
  const identified = new Map<string, FolderOccurrence[]>();
  const named = new Map<string, FolderOccurrence[]>();
  const keys = new Map<string, string>();
  let count = 0;
  for (const [path, { entities = [] }] of summaries) {
    for (const entity of entities) {
      const key = identifierOf(entity);
      add(key === undefined ? named : identified, key ?? keyOf(entity, keys), { path, entity });
    }
    if (++count % sidecarsPerStep === 0) yield;
  }
  joinByRegister(identified);
  const bearers = bearersOf(identified);
  yield;
  for (const [key, occurrences] of named) {
    const [only, ...others] = bearers.get(key) ?? [];
    const group = only !== undefined && others.length === 0 ? identified.get(only) : undefined;
    if (group) group.push(...occurrences);
    else identified.set(key, occurrences);
  }
  yield;
  return [...identified].map(([id, occurrences]) => entityOf(id, occurrences)).sort(byArticles);
}

/** `nameKey`, made once for each form of a name. */
function keyOf(entity: EntitySummary, known: Map<string, string>): string {
  const form = `${entity.type} ${entity.name}`;
  const key = known.get(form) ?? nameKey(entity);
  known.set(form, key);
  return key;
}

function identifierOf({ register, wikidata }: EntitySummary): string | undefined {
  if (wikidata !== undefined) return `wikidata ${wikidata}`;
  return register === undefined ? undefined : `register ${register}`;
}

/** One article may name the register's entry, another one its item: they are joined where a record has both. */
function joinByRegister(groups: Map<string, FolderOccurrence[]>): void {
  const items = new Map<string, string>();
  for (const [key, occurrences] of groups) {
    for (const { entity } of occurrences)
      if (entity.register !== undefined && !key.startsWith('register ')) items.set(entity.register, key);
  }
  for (const [register, key] of items) {
    const alone = groups.get(`register ${register}`);
    if (!alone) continue;
    groups.get(key)?.push(...alone);
    groups.delete(`register ${register}`);
  }
}

/** The groups whose entities bear a name. */
function bearersOf(
  groups: ReadonlyMap<string, readonly FolderOccurrence[]>,
): ReadonlyMap<string, readonly string[]> {
  const bearers = new Map<string, string[]>();
  for (const [key, occurrences] of groups)
    for (const name of new Set(occurrences.map(({ entity }) => nameKey(entity)))) add(bearers, name, key);
  return bearers;
}

function entityOf(id: string, occurrences: readonly FolderOccurrence[]): FolderEntity {
  const names = new Map<string, number>();
  for (const { entity } of occurrences) names.set(entity.name, (names.get(entity.name) ?? 0) + 1);
  const [name = ''] = [...names].reduce((best, each) => (each[1] > best[1] ? each : best), ['', 0]);
  const sum = (numberOf: (entity: EntitySummary) => number): number =>
    occurrences.reduce((total, { entity }) => total + numberOf(entity), 0);
  return {
    id,
    type: occurrences[0]?.entity.type ?? 'person',
    name,
    occurrences,
    mentions: sum(({ mentions }) => mentions),
    quotations: sum(({ quotations }) => quotations),
  };
}

/** Most articles first, then by type and name. */
function byArticles(a: FolderEntity, b: FolderEntity): number {
  const types = entityTypes.indexOf(a.type) - entityTypes.indexOf(b.type);
  return b.occurrences.length - a.occurrences.length || types || compare(a.name, b.name);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function add<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
