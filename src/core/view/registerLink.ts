import type { EntityRecord } from '../annotation/record';
import type { EntityType } from '../annotation/types';
import type { SourcedEntity } from '../register/combineEntities';
import type { NameKind, NameMatch, RegisterIndex } from '../register/registerIndex';

/** An entry of the register taken for an entity of the article. */
export interface RegisterLink {
  readonly entity: SourcedEntity;
  /** `record`: the sidecar says so; `identifier`: both have the same one; by a name it is a suggestion. */
  readonly by: 'record' | 'identifier' | NameKind;
}

interface Named {
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly acronym?: string;
}

/**
 * The entry that the sidecar's record names, else the only one of the type that its names fit: the fullest name first, then the others
 * together. `undefined` where there is none, where there are several, and for an entry that a person said it is not.
 */
export function registerLink(
  named: Named,
  record: EntityRecord | undefined,
  register: RegisterIndex,
): RegisterLink | undefined {
  const recorded = record?.register === undefined ? undefined : register.byId(record.register);
  if (recorded) return { entity: recorded, by: 'record' };
  const refused = new Set(record?.notRegister?.map((id) => register.byId(id)));
  const identified = record?.wikidata === undefined ? undefined : register.byWikidata(record.wikidata);
  if (identified?.type === named.type && !refused.has(identified))
    return { entity: identified, by: 'identifier' };
  const fitting = (form: string) =>
    register.named(form, named.type).filter(({ entity }) => !refused.has(entity));
  const whole = fitting(named.name);
  if (whole.length > 0) return only(whole);
  return only([...(named.acronym === undefined ? [] : [named.acronym]), ...named.aliases].flatMap(fitting));
}

function only(matches: readonly NameMatch[]): RegisterLink | undefined {
  const [first] = matches;
  return first && matches.every(({ entity }) => entity === first.entity) ? first : undefined;
}
