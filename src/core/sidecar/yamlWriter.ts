import { isPlainList, isPlainMap, type PlainMap, type PlainValue } from '../annotation/plain';

/** Words that some YAML reader takes for something else than text. */
const notText = /^(?:y|yes|n|no|true|false|on|off|null|nan|inf)$/i;

/** Keys whose values are names from a closed set or ids, written without quotes where that is safe. */
const bareKeys = new Set([
  ...['id', 'kind', 'type', 'form', 'status', 'scope', 'entity', 'source', 'speakers', 'candidates'],
  ...['register', 'notRegister', 'wikidata', 'formerIds', 'code', 'rule', 'verdict', 'language', 'article'],
]);

/** Lists written on one line: ids, and the arguments of a message. */
const flowLists = new Set(['speakers', 'candidates', 'formerIds', 'notRegister', 'args']);

/** Lists whose maps are written on one line each. */
const flowItems = new Set(['why']);

/** `key: value` as block YAML, its first line without indentation, the others indented for a key at column `indent`. */
export function fieldText(key: string, value: PlainValue, indent: number, lineEnd: string): string {
  return `${keyText(key)}:${blockValueText(key, value, indent, lineEnd)}`;
}

/** What stands after the colon: a space and a value, or lines of their own. */
export function blockValueText(key: string, value: PlainValue, indent: number, lineEnd: string): string {
  if (!needsLines(key, value)) return ` ${flowText(key, value)}`;
  const inner = indent + 2;
  const start = lineEnd + ' '.repeat(inner);
  if (isPlainMap(value)) return start + mapText(value, inner, lineEnd);
  return (value as readonly PlainValue[])
    .map((item) => `${start}- ${itemText(key, item, inner, lineEnd)}`)
    .join('');
}

/** The fields of a block map whose keys stand at column `indent`; the first line is not indented. */
export function mapText(map: PlainMap, indent: number, lineEnd: string): string {
  return Object.entries(map)
    .map(([key, value]) => fieldText(key, value, indent, lineEnd))
    .join(lineEnd + ' '.repeat(indent));
}

/** A value on one line. Under the key it has, because that decides on quotes. */
export function flowText(key: string, value: PlainValue): string {
  if (isPlainList(value)) return `[${value.map((item) => flowText(key, item)).join(', ')}]`;
  if (isPlainMap(value)) return `{${flowFields(value)}}`;
  return typeof value === 'string' ? stringText(key, value) : String(value);
}

export function flowFields(map: PlainMap): string {
  return Object.entries(map)
    .map(([key, value]) => `${keyText(key)}: ${flowText(key, value)}`)
    .join(', ');
}

/** Whether the value is written on lines of its own: one scalar a line, so that changes and merges stay small. */
export function needsLines(key: string, value: PlainValue): boolean {
  if (isPlainMap(value)) return Object.keys(value).length > 0;
  return isPlainList(value) && value.length > 0 && !flowLists.has(key);
}

/** What stands behind the dash of an item; `indent` is the column of the dash. */
export function itemText(key: string, item: PlainValue, indent: number, lineEnd: string): string {
  const block = isPlainMap(item) && Object.keys(item).length > 0 && !flowItems.has(key);
  return block ? mapText(item, indent + 2, lineEnd) : flowText(key, item);
}

export function keyText(key: string): string {
  return /^[A-Za-z][\w-]*$/.test(key) && !notText.test(key) ? key : quoted(key);
}

function stringText(key: string, value: string): string {
  const bare = bareKeys.has(key) && /^[A-Za-z][\w-]*(?:\.[\w-]+)*$/.test(value) && !notText.test(value);
  return bare ? value : quoted(value);
}

/** Always one line; what nobody can see, or what turns the reading direction, is escaped. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
