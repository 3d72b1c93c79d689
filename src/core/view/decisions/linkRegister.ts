import { makeEntityId } from '../../annotation/id';
import type { EntityRecord } from '../../annotation/record';
import { isEntityType } from '../../annotation/types';
import type { ViewMention } from '../types';
import type { Decision, DecisionSources } from './decision';
import { Draft } from './draft';

/** What these words name is the register's entry with this id: confirmed, with the link on the entity's record. */
export function linkRegister(mention: ViewMention, entry: string): Decision {
  return withFields(mention, (record) => ({
    register: entry,
    notRegister: without(record?.notRegister, entry),
  }));
}

/** What these words name is not the register's entry with this id. */
export function unlinkRegister(mention: ViewMention, entry: string): Decision {
  return withFields(mention, (record) => ({
    ...(record?.register === entry && { register: undefined }),
    notRegister: [...(without(record?.notRegister, entry) ?? []), entry],
  }));
}

/** The item of Wikidata that these words name. */
export function identify(mention: ViewMention, wikidata: string): Decision {
  return withFields(mention, () => ({ wikidata }));
}

type Fields = Readonly<{
  register?: string | undefined;
  notRegister?: readonly string[] | undefined;
  wikidata?: string;
}>;

function withFields(mention: ViewMention, fieldsFor: (record: EntityRecord | undefined) => Fields): Decision {
  return function* (sources) {
    const draft = new Draft(sources);
    const entity = mention.entity === undefined ? undefined : sources.view.entities.get(mention.entity);
    const known = sources.entities.find(({ id }) => id === entity?.record);
    if (known) draft.update({ kind: 'set', id: known.id, fields: { ...fieldsFor(known) } });
    const record = known ?? newRecord(mention, fieldsFor(undefined), sources);
    if (!record) return [];
    if (!known) draft.entity({ kind: 'addEntity', record });
    if (!known || mention.status !== 'confirmed') draft.link(mention, record);
    yield;
    return draft.finish();
  };
}

function newRecord(
  mention: ViewMention,
  fields: Fields,
  { view, text, random }: DecisionSources,
): EntityRecord | undefined {
  const entity = mention.entity === undefined ? undefined : view.entities.get(mention.entity);
  const type = entity?.type ?? mention.type;
  if (!isEntityType(type)) return undefined;
  const name = entity?.name ?? text.slice(mention.span.start, mention.span.end);
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return { id: makeEntityId(name, random), type, name, ...given };
}

function without(ids: readonly string[] | undefined, id: string): readonly string[] | undefined {
  const rest = ids?.filter((each) => each !== id) ?? [];
  return rest.length > 0 ? rest : undefined;
}
