import { makeEntityId } from '../../annotation/id';
import type { AnnotationRecord, EntityRecord } from '../../annotation/record';
import type { Steps } from '../../util/steps';
import type { ArticleView, ViewEntity, ViewMention } from '../types';
import type { Decision, DecisionSources } from './decision';
import { Draft } from './draft';

/**
 * The entities with these keys are the one with the key `into`, whose name and type count. Of their records the one with the
 * smallest id stays, as in a merge of files: it keeps the others' ids as `formerIds` and their names as aliases, and every reference
 * goes to it. What is only suggested stays so, where the names tie it to the record; other mentions are linked one by one.
 */
export function mergeEntities(keys: readonly string[], into: string): Decision {
  return function* (sources) {
    const { view } = sources;
    const target = view.entities.get(into);
    const others = [...new Set(keys)].flatMap((key) => (key === into ? [] : (view.entities.get(key) ?? [])));
    if (!target || others.length === 0) return [];
    const draft = new Draft(sources);
    const records = recordsOf([target, ...others], sources);
    const merged = mergedRecord(target, others, records, sources);
    const gone = records.filter(({ id }) => id !== merged.id);
    draft.entity({ kind: records.length > 0 ? 'update' : 'addEntity', record: merged });
    const linked = yield* linkLoose(draft, [target, ...others], merged, sources);
    moveReferences(draft, new Set(gone.map(({ id }) => id)), merged.id, linked, sources.records);
    for (const { id } of gone) draft.update({ kind: 'remove', id });
    return draft.finish();
  };
}

/** Records of the entities, the one that stays first. */
function recordsOf(merging: readonly ViewEntity[], { entities }: DecisionSources): readonly EntityRecord[] {
  const ids = new Set(merging.map(({ record }) => record));
  return entities.filter(({ id }) => ids.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** All that the records say, the target's word first. */
function mergedRecord(
  target: ViewEntity,
  others: readonly ViewEntity[],
  records: readonly EntityRecord[],
  { random, view }: DecisionSources,
): EntityRecord {
  const own = records.find(({ id }) => id === target.record);
  const inOrder = [...(own ? [own] : []), ...records.filter((record) => record !== own)];
  const id = records[0]?.id ?? makeEntityId(target.name, random);
  const gone = records.slice(1);
  const names = [
    ...inOrder.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]),
    ...others
      .filter((entity) => entity.record === undefined && isNamed(entity, view))
      .map(({ name }) => name),
  ];
  const aliases = [...new Set(names)].filter((name) => name !== target.name);
  const formerIds = [
    ...new Set([...records.flatMap((each) => each.formerIds ?? []), ...gone.map((each) => each.id)]),
  ];
  const notes = [...new Set(inOrder.flatMap(({ note }) => note ?? []))];
  return {
    ...Object.assign({}, ...inOrder.toReversed()),
    id,
    type: target.type,
    name: target.name,
    ...(aliases.length > 0 && { aliases }),
    ...(formerIds.length > 0 && { formerIds }),
    ...(notes.length > 0 && { note: notes.join('\n') }),
  };
}

/** Links the suggested mentions that nothing would tie to the record, and those of another type. Gives the records that it changes. */
function* linkLoose(
  draft: Draft,
  merging: readonly ViewEntity[],
  merged: EntityRecord,
  sources: DecisionSources,
): Steps<ReadonlySet<string>> {
  const names = new Set(otherNames(merged, merging, sources));
  const linked = new Set<string>();
  for (const entity of merging) {
    const isTied = isNamed(entity, sources.view) && !names.has(nameKey(entity.name));
    const isLoose = entity.record === undefined && !isTied;
    for (const mention of mentionsOf(entity, sources.view)) {
      if (entity.type === merged.type && !(isLoose && mention.record === undefined)) continue;
      draft.link(mention, merged);
      if (mention.record !== undefined) linked.add(mention.record);
      yield;
    }
  }
  return linked;
}

/** A description is no name: it ties nothing to a record. */
function isNamed(entity: ViewEntity, view: ArticleView): boolean {
  return mentionsOf(entity, view).some(({ form }) => form === 'name' || form === 'acronym');
}

function mentionsOf({ mentions }: ViewEntity, view: ArticleView): readonly ViewMention[] {
  return mentions.flatMap((index) => view.mentions[index] ?? []);
}

/** Names of the type's other records: what two records share ties to neither. */
function otherNames(
  merged: EntityRecord,
  merging: readonly ViewEntity[],
  { entities }: DecisionSources,
): readonly string[] {
  const ours = new Set(merging.map(({ record }) => record));
  return entities
    .filter(({ id, type }) => type === merged.type && !ours.has(id))
    .flatMap(({ name, aliases }) => [name, ...(aliases ?? [])].map(nameKey));
}

function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Mentions, speakers and candidates of the records that go. */
function moveReferences(
  draft: Draft,
  gone: ReadonlySet<string>,
  id: string,
  linked: ReadonlySet<string>,
  records: readonly AnnotationRecord[],
): void {
  if (gone.size === 0) return;
  const moved = (ids: readonly string[]) => [...new Set(ids.map((each) => (gone.has(each) ? id : each)))];
  for (const record of records) {
    if (record.kind === 'mention' && gone.has(record.entity ?? '') && !linked.has(record.id))
      draft.update({ kind: 'set', id: record.id, fields: { entity: id } });
    if (record.kind !== 'quotation') continue;
    const { speakers, candidates = [] } = record;
    const fields = {
      ...(speakers.some((each) => gone.has(each)) && { speakers: moved(speakers) }),
      ...(candidates.some((each) => gone.has(each)) && { candidates: moved(candidates) }),
    };
    if (Object.keys(fields).length > 0) draft.update({ kind: 'set', id: record.id, fields });
  }
}
