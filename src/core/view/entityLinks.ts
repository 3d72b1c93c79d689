import type { EntityRecord } from '../annotation/record';
import type { EntitySuggestion, MentionSuggestion } from '../annotation/suggestion';
import { sameSpan } from '../util/span';
import { inSteps, type Steps } from '../util/steps';
import { indexSpans } from './spanIndex';
import type { ViewSources } from './types';

/** From what the records and the analysis call an entity to its key in the view. */
export interface EntityLinks {
  /** `undefined` for an id that no record has. */
  ofRecord(id: string): string | undefined;
  ofSuggestion(key: string): string;
  /** The analysis's entities that stand for the record, by the record's id. */
  readonly suggestions: ReadonlyMap<string, readonly EntitySuggestion[]>;
}

/**
 * A suggested entity is taken for a recorded one when most decisions on its mentions say so, else when they have the type and a
 * name in common and no other record has. A record that another suggested entity bears the name of takes more than half of the
 * mentions: some words that were linked to it do not draw all that is called alike. This joins only what is shown; no file is
 * written by it.
 */
export function* linkEntities(sources: ViewSources): Steps<EntityLinks> {
  const ids = currentIds(sources.entities);
  const votes = yield* countVotes(sources, ids);
  const names = namedOnce(sources.entities);
  const bearers = bearersOf(sources.analysis?.entities ?? [], names);
  const sizes = mentionCounts(sources.analysis?.mentions ?? []);
  const linked = new Map<string, string>();
  const suggestions = new Map<string, EntitySuggestion[]>();
  yield* inSteps(sources.analysis?.entities ?? [], (entity) => {
    const named = byName(entity, names);
    const counts = votes.get(entity.key);
    const voted = mostVotes(counts, named);
    const isOthers = voted !== undefined && (bearers.get(voted) ?? entity.key) !== entity.key;
    const isMost = (counts?.get(voted ?? '') ?? 0) * 2 > (sizes.get(entity.key) ?? 0);
    const id = isOthers && !isMost ? named : (voted ?? named);
    if (id === undefined) return;
    linked.set(entity.key, id);
    const others = suggestions.get(id);
    if (others) others.push(entity);
    else suggestions.set(id, [entity]);
  });
  return {
    ofRecord: (id) => ids.get(id),
    ofSuggestion: (key) => linked.get(key) ?? `suggested:${key}`,
    suggestions,
  };
}

/** Every id, former ones too, to the id that the record has now. */
function currentIds(entities: readonly EntityRecord[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const entity of entities) for (const former of entity.formerIds ?? []) ids.set(former, entity.id);
  for (const { id } of entities) ids.set(id, id);
  return ids;
}

/** How many confirmed mentions tie a suggested entity (by its key) to a record (by its id). */
function* countVotes(
  { analysis, placed }: ViewSources,
  ids: ReadonlyMap<string, string>,
): Steps<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const votes = new Map<string, Map<string, number>>();
  if (placed.mentions.length === 0) return votes;
  const suggested = yield* indexSpans(analysis?.mentions ?? [], (mention) => mention.span);
  yield* inSteps(placed.mentions, ({ record, span }) => {
    const id = record.entity === undefined ? undefined : ids.get(record.entity);
    if (!span || id === undefined || record.status === 'rejected') return;
    const key = suggested.overlapping(span).find((mention) => sameSpan(mention.span, span))?.entity;
    if (key === undefined) return;
    const counts = votes.get(key) ?? new Map<string, number>();
    votes.set(key, counts.set(id, (counts.get(id) ?? 0) + 1));
  });
  return votes;
}

/** The first suggested entity that bears a record's name, by the record's id. */
function bearersOf(
  entities: readonly EntitySuggestion[],
  names: ReadonlyMap<string, string | undefined>,
): ReadonlyMap<string, string> {
  const bearers = new Map<string, string>();
  for (const entity of entities) {
    const id = byName(entity, names);
    if (id !== undefined && !bearers.has(id)) bearers.set(id, entity.key);
  }
  return bearers;
}

function mentionCounts(mentions: readonly MentionSuggestion[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { entity } of mentions)
    if (entity !== undefined) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  return counts;
}

/** Of several with as many votes the one `named`, else the first. */
function mostVotes(
  counts: ReadonlyMap<string, number> | undefined,
  named: string | undefined,
): string | undefined {
  let best: string | undefined;
  for (const [id, count] of counts ?? []) {
    const most = counts?.get(best ?? '') ?? 0;
    if (count > most || (count === most && id === named)) best = id;
  }
  return best;
}

/** Ids by type and name; a name that two records share names neither. */
function namedOnce(entities: readonly EntityRecord[]): ReadonlyMap<string, string | undefined> {
  const names = new Map<string, string | undefined>();
  for (const { id, type, name, aliases } of entities) {
    for (const each of new Set([name, ...(aliases ?? [])].map((form) => nameKey(type, form))))
      names.set(each, names.has(each) ? undefined : id);
  }
  return names;
}

function byName(
  entity: EntitySuggestion,
  names: ReadonlyMap<string, string | undefined>,
): string | undefined {
  return names.get(nameKey(entity.type, entity.name));
}

function nameKey(type: string, name: string): string {
  return `${type} ${name
    .normalize('NFC')
    .replace(/[\s’']+/gu, ' ')
    .toLowerCase()}`;
}
