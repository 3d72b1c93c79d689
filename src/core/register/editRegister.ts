import { isPlainList, isPlainMap, type PlainMap, type PlainValue, samePlain } from '../annotation/plain';
import { problem } from '../problem/problem';
import { editRecordFile, type EditResult, type RecordChange } from '../sidecar/editRecordFile';
import type { RawRecord } from '../sidecar/recordFile';
import type { IdentifierScheme } from './identifiers';
import { type Register, registerSections } from './register';
import type { RegisterEntity, RegisterRole } from './registerEntity';

/** What a person does to a register. Adding what is there already changes nothing. */
export type RegisterChange =
  /** Goes to the end of the entries. */
  | { readonly kind: 'addEntity'; readonly entity: RegisterEntity }
  | { readonly kind: 'addAlias'; readonly id: string; readonly alias: string }
  | { readonly kind: 'addAcronym'; readonly id: string; readonly acronym: string }
  | { readonly kind: 'addRole'; readonly id: string; readonly role: RegisterRole }
  | {
      readonly kind: 'setIdentifier';
      readonly id: string;
      readonly scheme: IdentifierScheme;
      readonly identifier: string;
    }
  /** A name given up stays as an alias. */
  | { readonly kind: 'rename'; readonly id: string; readonly name: string };

/**
 * The register's text with the changes made at their places: no other byte changes. All or nothing; a problem, and no text, for a
 * register that was not understood whole, and for ids that are not there or there already.
 */
export function editRegister(register: Register, changes: readonly RegisterChange[]): EditResult {
  const records = new Map(
    register.sections.flatMap((section) => section.records.map((record) => [record.id, record] as const)),
  );
  const plain: RecordChange[] = [];
  let last = register.sections.findLast(({ key }) => key === 'entities')?.records.at(-1)?.id;
  const written = new Map<string, PlainMap>();
  for (const change of changes) {
    if (change.kind === 'addEntity') {
      const fields = fieldsOf(change.entity);
      const after = last === undefined ? {} : { after: last };
      plain.push({ kind: 'add', section: 'entities', fields, ...after });
      last = change.entity.id;
      written.set(last, fields);
      continue;
    }
    const known = written.get(change.id) ?? fieldsIn(records.get(change.id));
    if (!known) return { problem: problem('sidecar-no-record', 'error', [change.id]) };
    const fields = fieldsAfter(known, change);
    written.set(change.id, { ...known, ...fields });
    if (Object.keys(fields).length > 0) plain.push({ kind: 'set', id: change.id, fields });
  }
  return editRecordFile(register, plain, { sections: registerSections });
}

function fieldsIn(record: RawRecord | undefined): PlainMap | undefined {
  return record && Object.fromEntries(record.fields.map(({ key, value }) => [key, value]));
}

/** The fields that the change makes other than they are. */
function fieldsAfter(fields: PlainMap, change: Exclude<RegisterChange, { kind: 'addEntity' }>): PlainMap {
  switch (change.kind) {
    case 'addAlias':
      return fields.name === change.alias ? {} : withItem(fields, 'aliases', change.alias);
    case 'addAcronym':
      return withItem(fields, 'acronyms', change.acronym);
    case 'addRole':
      return withItem(fields, 'roles', { ...change.role } as PlainMap);
    case 'setIdentifier':
      return fields[change.scheme] === change.identifier ? {} : { [change.scheme]: change.identifier };
    case 'rename': {
      if (fields.name === change.name) return {};
      const old = typeof fields.name === 'string' ? withItem(fields, 'aliases', fields.name) : {};
      const aliases = listIn({ ...fields, ...old }, 'aliases').filter((alias) => alias !== change.name);
      return { name: change.name, ...(aliases.length > 0 && { aliases }) };
    }
  }
}

function withItem(fields: PlainMap, key: string, item: PlainValue): PlainMap {
  const list = listIn(fields, key);
  const isThere = list.some((other) => samePlain(isPlainMap(other) ? roleIn(other) : other, item));
  return isThere ? {} : { [key]: [...list, item] };
}

function listIn(fields: PlainMap, key: string): readonly PlainValue[] {
  const value = fields[key];
  return isPlainList(value) ? value : [];
}

/** Without keys that a person added. */
function roleIn({ role, of, since, until }: PlainMap): PlainMap {
  return compact({ role, of, since, until });
}

function fieldsOf({ identifiers, ...entity }: RegisterEntity): PlainMap {
  return compact({ ...entity, ...identifiers } as unknown as PlainMap);
}

function compact(map: Readonly<Record<string, PlainValue | undefined>>): PlainMap {
  const kept = Object.entries(map).filter(
    ([, value]) => value !== undefined && !(isPlainList(value) && value.length === 0),
  );
  return Object.fromEntries(kept) as PlainMap;
}
