import { isPlainList, isPlainMap, samePlain, type PlainMap, type PlainValue } from '../annotation/plain';
import { applyEdits, type TextEdit } from '../text/textEdit';
import { span } from '../util/span';
import { lineAt, lineStart } from './lines';
import type { RawField } from './recordFile';
import { writtenOrder } from './writeRecord';
import { blockValueText, fieldText, flowText, itemText, keyText, needsLines } from './yamlWriter';
import { readYaml } from './yamlEntry';
import { plainOf, type YamlField, type YamlNode } from './yamlNode';

/** New values by key; `undefined` removes the key. */
export type FieldChanges = Readonly<Record<string, PlainValue | undefined>>;

type MapNode = Extract<YamlNode, { kind: 'map' }>;

/**
 * Changes some fields of one record in its own text (a block list of one item, or a flow map) and touches nothing else: not the
 * comments, not the spacing, not the fields that keep their value. Undefined when the text is not such a record.
 */
export function editRecordText(text: string, changes: FieldChanges, lineEnd: string): string | undefined {
  let current: string | undefined = text;
  for (const [key, value] of Object.entries(changes))
    if (current !== undefined) current = setAt(current, [], key, value, lineEnd);
  return current;
}

/** Sets one key of the map that `path` leads to, after reading the text anew: what an earlier change moved is where it is now. */
function setAt(
  text: string,
  path: readonly (string | number)[],
  key: string,
  value: PlainValue | undefined,
  lineEnd: string,
): string | undefined {
  const map = mapAt(text, path);
  if (!map) return undefined;
  const field = map.fields.find(({ raw }) => raw.key === key);
  if (field && value !== undefined && samePlain(field.raw.value, value)) return text;
  if (!field)
    return value === undefined ? text : applyEdits(text, [insertion(text, map, key, value, lineEnd)]);
  if (value === undefined) return applyEdits(text, [removal(text, map, field.raw)]);
  const more = appended(text, key, field.node, value, lineEnd);
  if (more) return applyEdits(text, [more]);
  const inner = innerChanges(field.node, value);
  if (!inner) return applyEdits(text, [replacement(text, map, field, value, lineEnd)]);
  let current: string | undefined = text;
  for (const change of inner)
    if (current !== undefined)
      current = setAt(current, [...path, key, ...change.path], change.key, change.value, lineEnd);
  return current;
}

function mapAt(text: string, path: readonly (string | number)[]): MapNode | undefined {
  const { root, problems } = readYaml(text, span(0, text.length));
  let node = problems.length > 0 ? undefined : root;
  if (node?.kind === 'list') node = node.items.length === 1 ? node.items[0] : undefined;
  for (const step of path) {
    if (node?.kind === 'map') node = node.fields.find(({ raw }) => raw.key === step)?.node;
    else node = node?.kind === 'list' ? node.items[step as number] : undefined;
  }
  return node?.kind === 'map' ? node : undefined;
}

type ListNode = Extract<YamlNode, { kind: 'list' }>;

/** A list that only grew: its new items go behind the others, which stay as they are written. */
function appended(
  text: string,
  key: string,
  node: YamlNode,
  value: PlainValue,
  lineEnd: string,
): TextEdit | undefined {
  if (node.kind !== 'list' || !isPlainList(value) || node.items.length === 0) return undefined;
  const known = plainOf(node) as readonly PlainValue[];
  const grew = value.length > known.length && known.every((item, i) => samePlain(item, value[i]));
  if (!grew) return undefined;
  return itemsBehind(text, key, node, value.slice(known.length), lineEnd);
}

function itemsBehind(
  text: string,
  key: string,
  node: ListNode,
  items: readonly PlainValue[],
  lineEnd: string,
): TextEdit {
  const last = (node.items.at(-1) as YamlNode).span.end;
  if (node.flow) return { span: at(last), text: items.map((item) => `, ${flowText(key, item)}`).join('') };
  const column = columnOf(text, node.span.start);
  const start = `${lineEnd}${' '.repeat(column)}- `;
  const written = items.map((item) => start + itemText(key, item, column, lineEnd)).join('');
  return { span: at(lineAt(text, last).end), text: written };
}

interface InnerChange {
  readonly path: readonly number[];
  readonly key: string;
  readonly value: PlainValue | undefined;
}

/** How to come from the old map, or list of as many maps, to the new one key by key; undefined when it must be replaced whole. */
function innerChanges(node: YamlNode, value: PlainValue): readonly InnerChange[] | undefined {
  if (node.kind === 'map' && isPlainMap(value))
    return keepsOne(node, value) ? mapChanges(node, value, []) : undefined;
  if (node.kind !== 'list' || !isPlainList(value) || node.items.length !== value.length) return undefined;
  const pairs = node.items.map((item, i) => [item, value[i] as PlainValue] as const);
  const maps = pairs.every(([item, next]) => item.kind === 'map' && isPlainMap(next) && keepsOne(item, next));
  return maps
    ? pairs.flatMap(([item, next], i) => mapChanges(item as MapNode, next as PlainMap, [i]))
    : undefined;
}

/** A map that would lose all its keys on the way is written anew. */
function keepsOne(node: MapNode, value: PlainMap): boolean {
  return node.fields.some(({ raw }) => Object.hasOwn(value, raw.key));
}

function mapChanges(node: MapNode, value: PlainMap, path: readonly number[]): readonly InnerChange[] {
  const old = plainOf(node) as PlainMap;
  const gone = Object.keys(old).filter((key) => !Object.hasOwn(value, key));
  const changed = Object.keys(value).filter((key) => !samePlain(old[key], value[key]));
  return [
    ...changed.map((key) => ({ path, key, value: value[key] })),
    ...gone.map((key) => ({ path, key, value: undefined })),
  ];
}

function replacement(
  text: string,
  map: MapNode,
  field: YamlField,
  value: PlainValue,
  lineEnd: string,
): TextEdit {
  const { key, keySpan, valueSpan } = field.raw;
  const empty = valueSpan.start === valueSpan.end;
  const nested = field.node.kind === 'scalar' ? field.node.block : !map.flow && !isFlow(field.node);
  const lines = !map.flow && needsLines(key, value) && !isFlow(field.node);
  if (!lines && !nested && !empty) return { span: valueSpan, text: flowText(key, value) };
  const colon = text.indexOf(':', keySpan.end) + 1;
  const written = lines
    ? blockValueText(key, value, columnOf(text, keySpan.start), lineEnd)
    : ` ${flowText(key, value)}`;
  return { span: span(colon, valueSpan.end), text: written };
}

/** A person who wrote a map or list on one line gets it back on one line. */
function isFlow(node: YamlNode): boolean {
  return node.kind !== 'scalar' && node.flow;
}

function insertion(text: string, map: MapNode, key: string, value: PlainValue, lineEnd: string): TextEdit {
  const before = predecessor(map, key);
  const first = map.fields[0]?.raw;
  if (map.flow) return flowInsertion(map, before, `${keyText(key)}: ${flowText(key, value)}`);
  const indent = columnOf(text, first?.keySpan.start ?? map.span.start);
  const written = fieldText(key, value, indent, lineEnd);
  const margin = lineEnd + ' '.repeat(indent);
  if (!before) return { span: at(first?.keySpan.start ?? map.span.start), text: written + margin };
  return { span: at(lineAt(text, before.span.end).end), text: margin + written };
}

function flowInsertion(map: MapNode, before: RawField | undefined, written: string): TextEdit {
  if (before) return { span: at(before.span.end), text: `, ${written}` };
  return { span: at(map.span.start + 1), text: map.fields.length > 0 ? `${written}, ` : written };
}

/** The field after which the key belongs in the order of keys; unknown keys go last. */
function predecessor(map: MapNode, key: string): RawField | undefined {
  const rank = writtenOrder.indexOf(key);
  const fields = map.fields.map(({ raw }) => raw);
  if (rank < 0) return fields.at(-1);
  return fields.findLast((field) => {
    const other = writtenOrder.indexOf(field.key);
    return other >= 0 && other < rank;
  });
}

function removal(text: string, map: MapNode, field: RawField): TextEdit {
  const index = map.fields.findIndex(({ raw }) => raw.key === field.key);
  const next = map.fields[index + 1]?.raw;
  if (map.fields.length === 1) return { span: field.span, text: map.flow ? '' : '{}' };
  if (map.flow) return flowRemoval(map, field, index, next);
  const start = lineStart(text, field.keySpan.start);
  if (text.slice(start, field.keySpan.start).trim() === '') return lineRemoval(text, start, field.span.end);
  // On the line of the dash: the next field moves up, unless a comment stands between.
  const between = next && text.slice(field.span.end, next.keySpan.start);
  const movesUp = next && between?.trim() === '';
  return { span: span(field.keySpan.start, movesUp ? next.keySpan.start : field.span.end), text: '' };
}

function flowRemoval(map: MapNode, field: RawField, index: number, next: RawField | undefined): TextEdit {
  if (next) return { span: span(field.span.start, next.span.start), text: '' };
  const before = map.fields[index - 1] as YamlField;
  return { span: span(before.raw.span.end, field.span.end), text: '' };
}

function lineRemoval(text: string, start: number, end: number): TextEdit {
  const line = lineAt(text, end);
  if (line.next > line.end) return { span: span(start, line.next), text: '' };
  const before = /\r?\n$|\r$/.exec(text.slice(0, start));
  return { span: span(start - (before?.[0].length ?? 0), line.end), text: '' };
}

function at(offset: number) {
  return span(offset, offset);
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}
