import { isPlainList, isPlainMap, type PlainMap, type PlainValue } from '../../core/annotation/plain';
import { parseSidecar } from '../../core/sidecar/parseSidecar';
import { fieldOf, type RawRecord } from '../../core/sidecar/recordFile';
import type { Sidecar } from '../../core/sidecar/sidecar';

/**
 * A sidecar for people who read a diff: a paragraph a record, words in their context, everything else as "key: value", keys that are
 * not known included. In file order, so that a change stands where it was made. A file that is not understood whole is given as it is.
 */
export function readable(source: string): string {
  const sidecar = parseSidecar(source);
  if (sidecar.readOnly !== undefined && sidecar.readOnly !== 'newerVersion') return source;
  const words = mentionWords(sidecar);
  const head = sidecar.fields.flatMap(({ key, value }) => fieldLines(key, value, ''));
  const records = sidecar.sections.flatMap((section) =>
    section.records.map((record) => recordLines(record, words)),
  );
  return [head, ...records]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `${line}\n`).join(''))
    .join('\n');
}

function mentionWords({ annotations }: Sidecar): ReadonlyMap<string, string> {
  return new Map(
    annotations.flatMap((record) => (record.kind === 'mention' ? [[record.id, record.selector.exact]] : [])),
  );
}

const titleKeys = ['kind', 'type', 'form', 'status', 'name', 'id'];

/** What the record is about goes into its first line, its words into the next. */
function recordLines(record: RawRecord, words: ReadonlyMap<string, string>): readonly string[] {
  const text = (key: string): string => {
    const value = fieldOf(record, key)?.value;
    return typeof value === 'string' ? oneLine(value) : '';
  };
  const kind = record.section === 'entities' ? 'entity' : text('kind');
  const title = [kind, text('form'), text('type'), text('status'), text('name')].filter(Boolean).join(' ');
  const selector: PlainMap = Object.fromEntries(
    record.fields.filter(({ key }) => isSelectorKey(key)).map(({ key, value }) => [key, value]),
  );
  const rest = record.fields.filter(({ key }) => !titleKeys.includes(key) && !isSelectorKey(key));
  return [
    `${title} (${text('id')})`,
    ...(isSelector(selector) ? [`  ${inContext(selector)}`] : []),
    ...rest.flatMap(({ key, value }) =>
      key === 'source' && typeof value === 'string' && words.has(value)
        ? [`  source: ${oneLine(words.get(value) ?? '')} (${value})`]
        : fieldLines(key, value, '  '),
    ),
  ];
}

function fieldLines(key: string, value: PlainValue, margin: string): readonly string[] {
  if (isSelector(value)) return [`${margin}${key}: ${inContext(value)}`];
  if (isPlainMap(value)) return [`${margin}${key}:`, ...mapLines(value, `${margin}  `)];
  if (!isPlainList(value)) return [`${margin}${key}: ${shown(value)}`];
  if (!value.some((item) => isPlainMap(item) || isPlainList(item)))
    return [`${margin}${key}: ${value.map(shown).join(', ')}`];
  return [
    `${margin}${key}:`,
    ...value.map((item) => `${margin}  ${isSelector(item) ? inContext(item) : shown(item)}`),
  ];
}

function mapLines(map: PlainMap, margin: string): readonly string[] {
  return Object.entries(map).flatMap(([key, value]) => fieldLines(key, value, margin));
}

function shown(value: PlainValue): string {
  return typeof value === 'string' ? oneLine(value) : JSON.stringify(value);
}

function isSelectorKey(key: string): boolean {
  return key === 'exact' || key === 'prefix' || key === 'suffix';
}

function isSelector(value: PlainValue): value is PlainMap {
  return isPlainMap(value) && typeof value.exact === 'string' && Object.keys(value).every(isSelectorKey);
}

function inContext({ prefix = '', exact = '', suffix = '' }: PlainMap): string {
  return oneLine(`${String(prefix)}[${String(exact)}]${String(suffix)}`);
}

/** A line end in the article is no line end of the diff. */
function oneLine(text: string): string {
  return text.replace(/\r\n?|\n/gu, '⏎');
}
