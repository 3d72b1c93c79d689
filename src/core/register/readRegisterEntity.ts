import type { PlainMap } from '../annotation/plain';
import { entityTypes } from '../annotation/types';
import { type FieldReader, readerOf, required } from '../sidecar/fieldReader';
import { defined, type ReadRecord } from '../sidecar/readAnnotation';
import type { RawRecord } from '../sidecar/recordFile';
import { edtfDate, firstDay, lastDay } from './edtf';
import { hasFormOf, identifierSchemes } from './identifiers';
import type { RegisterEntity, RegisterRole } from './registerEntity';

/** A record of a register's `entities`. A field that is wrong is told of and counts as absent; the file keeps it. */
export function readRegisterEntity(raw: RawRecord): ReadRecord<RegisterEntity> {
  const reader = readerOf(raw);
  const id = required(reader, 'id', reader.text('id'));
  const type = required(reader, 'type', reader.oneOf('type', entityTypes));
  const name = required(reader, 'name', reader.text('name'));
  const rest = {
    aliases: reader.texts('aliases') ?? [],
    acronyms: reader.texts('acronyms') ?? [],
    roles: (reader.maps('roles') ?? []).flatMap((role) => roleOf(reader, role) ?? []),
    identifiers: identifiersOf(reader),
    formerIds: reader.texts('formerIds') ?? [],
    ...defined({
      description: reader.text('description'),
      image: imageOf(reader),
      note: reader.text('note'),
    }),
  };
  if (!id || !type || !name) return { problems: reader.problems };
  return { record: { id, type, name, ...rest }, problems: reader.problems };
}

function identifiersOf(reader: FieldReader): RegisterEntity['identifiers'] {
  const entries = identifierSchemes.flatMap((scheme) => {
    const value = reader.text(scheme);
    if (value === undefined) return [];
    if (hasFormOf(scheme, value)) return [[scheme, value] as const];
    reader.fail('register-identifier', scheme, value);
    return [];
  });
  return Object.fromEntries(entries);
}

/** A picture inside the register's folder: no address, no step upwards, and of a kind that holds no program. */
const picture = /^(?!\/)(?!(?:.*\/)?\.\.(?:\/|$))[^\\:\0]{1,300}\.(?:png|jpe?g|gif|webp)$/iu;

function imageOf(reader: FieldReader): string | undefined {
  const path = reader.text('image');
  return path === undefined || picture.test(path) ? path : reader.fail('register-image', 'image', path);
}

const roleKeys = ['role', 'of', 'since', 'until'] as const;

function roleOf(reader: FieldReader, map: PlainMap): RegisterRole | undefined {
  const role: Partial<Record<(typeof roleKeys)[number], string>> = {};
  for (const key of roleKeys) {
    const value = map[key] ?? '';
    if (typeof value !== 'string') return reader.fail('register-role', 'roles');
    if (value !== '') role[key] = value;
  }
  if (role.role === undefined && role.of === undefined) return reader.fail('register-role', 'roles');
  for (const date of [role.since, role.until])
    if (date !== undefined && !edtfDate.test(date)) return reader.fail('register-date', 'roles', date);
  if (endsBeforeItBegins(role))
    return reader.fail('register-dates', 'roles', role.since ?? '', role.until ?? '');
  return role;
}

function endsBeforeItBegins({ since, until }: RegisterRole): boolean {
  const [first, last] = [firstDay(since ?? ''), lastDay(until ?? '')];
  return first !== undefined && last !== undefined && last < first;
}
