import type { EntityRecord } from '../annotation/record';
import { entityTypes } from '../annotation/types';
import { readerOf, required } from './fieldReader';
import { defined, type ReadRecord } from './readAnnotation';
import type { RawRecord } from './recordFile';

/** A record of the `entities` section. */
export function readEntity(raw: RawRecord): ReadRecord<EntityRecord> {
  const reader = readerOf(raw);
  const id = required(reader, 'id', reader.text('id'));
  const type = required(reader, 'type', reader.oneOf('type', entityTypes));
  const name = required(reader, 'name', reader.text('name'));
  if (!id || !type || !name) return { problems: reader.problems };
  const optional = defined({
    aliases: reader.texts('aliases'),
    wikidata: reader.text('wikidata'),
    register: reader.text('register'),
    notRegister: reader.texts('notRegister'),
    formerIds: reader.texts('formerIds'),
    note: reader.text('note'),
  });
  return { record: { id, type, name, ...optional }, problems: reader.problems };
}
