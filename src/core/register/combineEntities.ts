import { identifierSchemes } from './identifiers';
import type { RegisterEntity } from './registerEntity';
import type { RegisterSource } from './registerIndex';

/** An entry with the register that it stands in, as the host calls it. */
export interface SourcedEntity extends RegisterEntity {
  readonly source: string;
  /** The register whose folder the picture's path starts from. */
  readonly imageSource?: string;
}

/**
 * The entries of several registers as one list. One that stands in two of them, by its id or by the same identifier and type, is one
 * entry: the earlier register's word counts field by field, names of both count, and roles are those of the first that has any.
 */
export function combineEntities(registers: readonly RegisterSource[]): readonly SourcedEntity[] {
  const combined = new Map<string, SourcedEntity>();
  const ids = new Map<string, string>();
  for (const { source, entities } of registers) {
    for (const entity of entities) {
      const keys = keysOf(entity);
      const id = keys.map((key) => ids.get(key)).find((known) => known !== undefined) ?? entity.id;
      const earlier = combined.get(id);
      combined.set(id, earlier ? joined(earlier, entity, source) : sourced(entity, source));
      for (const key of keys) if (!ids.has(key)) ids.set(key, id);
    }
  }
  return [...combined.values()];
}

function keysOf({ id, type, identifiers }: RegisterEntity): readonly string[] {
  const identified = identifierSchemes.flatMap((scheme) => {
    const identifier = identifiers[scheme];
    return identifier === undefined ? [] : [`${type} ${scheme} ${identifier}`];
  });
  return [`id ${id}`, ...identified];
}

function sourced(entity: RegisterEntity, source: string): SourcedEntity {
  return { ...entity, source, ...(entity.image !== undefined && { imageSource: source }) };
}

function joined(earlier: SourcedEntity, later: RegisterEntity, source: string): SourcedEntity {
  const names = [...earlier.aliases, ...(later.name === earlier.name ? [] : [later.name]), ...later.aliases];
  return {
    ...sourced(later, source),
    ...earlier,
    aliases: [...new Set(names)].filter((name) => name !== earlier.name),
    acronyms: [...new Set([...earlier.acronyms, ...later.acronyms])],
    roles: earlier.roles.length > 0 ? earlier.roles : later.roles,
    identifiers: { ...later.identifiers, ...earlier.identifiers },
    formerIds: [
      ...new Set([...earlier.formerIds, ...later.formerIds, ...(later.id === earlier.id ? [] : [later.id])]),
    ],
  };
}
