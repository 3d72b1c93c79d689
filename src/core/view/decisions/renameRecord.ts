import type { SidecarChange } from '../../sidecar/editSidecar';
import type { Decision } from './decision';

/** The recorded entity with this id has another name; the old one is an alias as long as the article still uses it. */
export function renameRecord(id: string, name: string): Decision {
  // eslint-disable-next-line require-yield
  return function* ({ entities, text }): ReturnType<Decision> {
    const record = entities.find((each) => each.id === id);
    if (!record || record.name === name) return [];
    const stays = text.includes(record.name) ? [record.name] : [];
    const aliases = [...new Set([...stays, ...(record.aliases ?? [])])].filter((alias) => alias !== name);
    const { aliases: _aliases, ...rest } = record;
    const changed = { ...rest, name, ...(aliases.length > 0 && { aliases }) };
    const change: SidecarChange = { kind: 'update', record: changed };
    return [change];
  };
}
