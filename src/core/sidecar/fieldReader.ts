import { isPlainList, isPlainMap, type PlainMap, type PlainValue } from '../annotation/plain';
import { problem, type Problem } from '../problem/problem';
import type { Span } from '../util/span';
import type { RawField, RawRecord } from './recordFile';

/** Reads the known fields of a record; what has the wrong type is a problem and counts as absent. */
export interface FieldReader {
  readonly problems: readonly Problem[];
  /** A string that is not empty. */
  text(key: string): string | undefined;
  texts(key: string): readonly string[] | undefined;
  number(key: string): number | undefined;
  oneOf<T extends string>(key: string, values: readonly T[]): T | undefined;
  map(key: string): PlainMap | undefined;
  maps(key: string): readonly PlainMap[] | undefined;
  /** Reports what the caller found wrong with a field, or with the record where the field is absent. */
  fail(code: string, key: string, ...args: string[]): undefined;
}

export function readerOf(record: RawRecord): FieldReader {
  const problems: Problem[] = [];
  const fields = new Map(record.fields.map((field) => [field.key, field]));
  const place = (key: string): Span => fields.get(key)?.span ?? record.fields[0]?.keySpan ?? record.span;
  const fail: FieldReader['fail'] = (code, key, ...args) => {
    problems.push(problem(code, 'error', [key, ...args], place(key)));
    return undefined;
  };
  /** The value as what `as` makes of it; absent and empty fields are absent. */
  const read = <T>(key: string, as: (value: PlainValue) => T | undefined): T | undefined => {
    const value = (fields.get(key) as RawField | undefined)?.value ?? null;
    return value === null ? undefined : (as(value) ?? fail('sidecar-wrong-type', key));
  };
  return {
    problems,
    text: (key) => (fields.get(key)?.value === '' ? undefined : read(key, asText)),
    texts: (key) => read(key, (value) => listOf(value, asText)),
    number: (key) => read(key, (value) => (typeof value === 'number' ? value : undefined)),
    oneOf: (key, values) => {
      const text = read(key, asText);
      const known = values.find((value) => value === text);
      return text === undefined ? undefined : (known ?? fail('sidecar-unknown-value', key, text));
    },
    map: (key) => read(key, (value) => (isPlainMap(value) ? value : undefined)),
    maps: (key) => read(key, (value) => listOf(value, (item) => (isPlainMap(item) ? item : undefined))),
    fail,
  };
}

export function asText(value: PlainValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** All items or nothing: half a list is not what the person wrote. */
export function listOf<T>(
  value: PlainValue | undefined,
  as: (item: PlainValue) => T | undefined,
): readonly T[] | undefined {
  if (!isPlainList(value)) return undefined;
  const items = value.map(as);
  return items.every((item) => item !== undefined) ? (items as T[]) : undefined;
}

/** Tells of a field that the record cannot do without, unless something was told of it already. */
export function required<T>(reader: FieldReader, key: string, value: T | undefined): T | undefined {
  if (value === undefined && !reader.problems.some(({ args }) => args[0] === key))
    reader.fail('sidecar-missing', key);
  return value;
}
