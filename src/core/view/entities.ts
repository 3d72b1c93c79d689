import type { EntityRecord } from '../annotation/record';
import type { EntitySuggestion } from '../annotation/suggestion';
import { inSteps, type Steps } from '../util/steps';
import type { EntityLinks } from './entityLinks';
import { registerLink } from './registerLink';
import type { ViewEntity, ViewMention, ViewQuotation, ViewSources } from './types';

/** The entities that a shown mention or quotation names, and all that the sidecar records, by key. */
export function* showEntities(
  sources: ViewSources,
  links: EntityLinks,
  mentions: readonly ViewMention[],
  quotations: readonly ViewQuotation[],
): Steps<ReadonlyMap<string, ViewEntity>> {
  const mentioned = yield* indicesBy(mentions, ({ entity }) => (entity === undefined ? [] : [entity]));
  const speaking = yield* indicesBy(quotations, ({ speakers }) => speakers);
  const shown = new Map<string, ViewEntity>();
  const places = (key: string) => ({
    mentions: mentioned.get(key) ?? [],
    quotations: speaking.get(key) ?? [],
  });
  for (const record of sources.entities) {
    const merged = recorded(record, links.suggestions.get(record.id) ?? []);
    shown.set(record.id, { ...withRegister(merged, record, sources), ...places(record.id) });
  }
  const candidates = yield* indicesBy(quotations, (quotation) =>
    quotation.candidates.map(({ entity }) => entity),
  );
  for (const [index, { key: suggestedKey, ...entity }] of (sources.analysis?.entities ?? []).entries()) {
    if (index % entitiesPerStep === 0) yield;
    const key = links.ofSuggestion(suggestedKey);
    const isShown = mentioned.has(key) || speaking.has(key) || candidates.has(key);
    if (isShown && !shown.has(key))
      shown.set(key, { ...withRegister({ ...entity, key }, undefined, sources), ...places(key) });
  }
  return shown;
}

const entitiesPerStep = 256;

type Unplaced = Omit<ViewEntity, 'mentions' | 'quotations'>;

function withRegister(
  entity: Unplaced,
  record: EntityRecord | undefined,
  { register }: ViewSources,
): Unplaced {
  const link = register && registerLink(entity, record, register);
  return link ? { ...entity, register: link } : entity;
}

function* indicesBy<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly string[],
): Steps<ReadonlyMap<string, readonly number[]>> {
  const indices = new Map<string, number[]>();
  yield* inSteps(items, (item, index) => {
    for (const key of keysOf(item)) {
      const list = indices.get(key);
      if (list) list.push(index);
      else indices.set(key, [index]);
    }
  });
  return indices;
}

/** What the record says, and what the analysis adds to it. */
function recorded(record: EntityRecord, suggestions: readonly EntitySuggestion[]): Unplaced {
  const { key: _key, type: _type, name: _name, aliases: _aliases, ...found } = suggestions[0] ?? noSuggestion;
  const names = [
    ...(record.aliases ?? []),
    ...suggestions.flatMap(({ name, aliases }) => [name, ...aliases]),
  ];
  return {
    ...found,
    roles: suggestions.flatMap(({ roles }) => roles),
    key: record.id,
    record: record.id,
    type: record.type,
    name: record.name,
    aliases: [...new Set(names)].filter((name) => name !== record.name),
    ...(record.wikidata !== undefined && { wikidata: record.wikidata }),
    ...(record.note !== undefined && { note: record.note }),
  };
}

const noSuggestion: EntitySuggestion = { key: '', type: 'person', name: '', aliases: [], roles: [] };
