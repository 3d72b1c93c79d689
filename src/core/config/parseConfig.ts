import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';

import { problem, type Problem, type Severity } from '../problem/problem';
import type { Span } from '../util/span';
import { type Config, defaultConfig, knownLanguages, type ParsedConfig } from './config';
import { isUsablePattern } from './patterns';

const largest = 200_000;
const deepest = 32;

/** Reads `verbatim.yaml`. Never throws on content; a key that is wrong keeps its default, and the others count all the same. */
export function parseConfig(source: string): ParsedConfig {
  if (source.length > largest) return failed(problem('config-too-large', 'error', [largest]));
  if (isTooDeep(source)) return failed(problem('config-too-deep', 'error', [deepest]));
  const document: Document = parseDocument(source, { logLevel: 'silent' });
  const errors = document.errors.map(({ code, pos }) =>
    problem('config-syntax', 'error', [code], { start: pos[0], end: pos[1] }),
  );
  if (errors.length > 0) return { config: defaultConfig, problems: errors };
  if (document.contents === null) return { config: defaultConfig, problems: [] };
  if (!isMap(document.contents))
    return failed(problem('config-not-a-map', 'error', [], { start: 0, end: 1 }));
  return readMap(document.contents, document);
}

function failed(found: Problem): ParsedConfig {
  return { config: defaultConfig, problems: [found] };
}

/** Nesting by brackets or by indentation, found without parsing: the parser's own work grows with the depth. */
function isTooDeep(source: string): boolean {
  let open = 0;
  for (const [mark] of source.matchAll(/[[\]{}]|^[ ?-]{1,1000}/gmu)) {
    if (mark === '[' || mark === '{') open++;
    else if (mark === ']' || mark === '}') open--;
    else if (mark.length > deepest * 4) return true;
    if (open > deepest) return true;
  }
  return false;
}

type Key = keyof Config;

interface Read {
  readonly value?: unknown;
  readonly problems?: readonly Problem[];
}

const readers: Readonly<Record<Key, (node: Node | null, document: Document) => Read>> = {
  version: (node) =>
    scalarOf(node) === 1 ? { value: 1 } : wrong('config-version', 'error', node, [shownOf(node)]),
  articles: (node) => patterns(node),
  exclude: (node) => patterns(node),
  language: (node) => {
    const value = scalarOf(node);
    const isKnown = typeof value === 'string' && knownLanguages.includes(value);
    return isKnown ? { value } : wrong('config-language', 'warning', node, [shownOf(node)]);
  },
  encoding: (node) => text(node, /^[\w.:-]{1,40}$/u, 'config-encoding'),
  register: (node) => list(node, relative, 'config-register'),
  verdicts: (node) => list(node, /^[\p{L}][\p{L}\p{N} _-]{0,60}$/u, 'config-verdict'),
  rules: (node, document) =>
    (isMap(node) && plainValue(node, document)) || wrong('config-type', 'error', node),
};

/** A relative path with no step upwards, no drive and no scheme: in an untrusted folder too it can name nothing outside. */
const insideFolder = /^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\\:\0]{1,300}$/u;

/** A relative path that may lead upwards, to a register that several folders share; hosts look at where it ends. */
const relative = /^(?!\/)[^\\:\0]{1,300}$/u;

function readMap(map: YAMLMap, document: Document): ParsedConfig {
  const problems: Problem[] = [];
  const values: Partial<Record<Key, unknown>> = {};
  let ruleSpans: ReadonlyMap<string, Span> | undefined;
  for (const pair of map.items as readonly Pair<Node, Node | null>[]) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    if (!isKey(key)) {
      problems.push(problem('config-unknown-key', 'warning', [key], spanOf(pair.key)));
      continue;
    }
    const read = readers[key](pair.value, document);
    problems.push(...(read.problems ?? []));
    if (read.value !== undefined) values[key] = read.value;
    if (key === 'rules' && isMap(pair.value)) ruleSpans = keySpans(pair.value);
  }
  return { config: { ...defaultConfig, ...values } as Config, problems, ...(ruleSpans && { ruleSpans }) };
}

function keySpans({ items }: YAMLMap): ReadonlyMap<string, Span> {
  return new Map(
    (items as readonly Pair<Node, Node | null>[]).flatMap(({ key }) => {
      const at = spanOf(key);
      return isScalar(key) && at ? [[String(key.value), at] as const] : [];
    }),
  );
}

/** `undefined` where aliases stand for more than a person would write. */
function plainValue(node: YAMLMap, document: Document): Read | undefined {
  try {
    return { value: node.toJS(document, { maxAliasCount: 100 }) };
  } catch {
    return undefined;
  }
}

function isKey(key: string): key is Key {
  return Object.hasOwn(readers, key);
}

function patterns(node: Node | null): Read {
  return listOf(node, (value, item) => {
    if (!insideFolder.test(value)) return problem('config-path', 'error', [value], spanOf(item));
    return isUsablePattern(value) ? undefined : problem('config-pattern', 'error', [value], spanOf(item));
  });
}

function list(node: Node | null, form: RegExp, code: string): Read {
  return listOf(node, (value, item) =>
    form.test(value) ? undefined : problem(code, 'error', [value], spanOf(item)),
  );
}

/** The items that are right; each that is wrong is a problem of its own. One text stands for a list of one. */
function listOf(node: Node | null, check: (value: string, item: Node) => Problem | undefined): Read {
  const items = isSeq(node) ? (node.items as readonly Node[]) : node ? [node] : [];
  const problems: Problem[] = [];
  const value: string[] = [];
  for (const item of items) {
    const text = scalarOf(item);
    const found =
      typeof text === 'string' ? check(text, item) : problem('config-type', 'error', [], spanOf(item));
    if (found) problems.push(found);
    else value.push(text as string);
  }
  return { value, problems };
}

function text(node: Node | null, form: RegExp, code: string): Read {
  const value = scalarOf(node);
  return typeof value === 'string' && form.test(value)
    ? { value }
    : wrong(code, 'error', node, [shownOf(node)]);
}

function wrong(code: string, severity: Severity, node: Node | null, args: readonly string[] = []): Read {
  return { problems: [problem(code, severity, args, spanOf(node))] };
}

function scalarOf(node: Node | null): unknown {
  return isScalar(node) ? node.value : undefined;
}

function shownOf(node: Node | null): string {
  return isScalar(node) ? String(node.value).slice(0, 80) : '';
}

function spanOf(node: Node | null): Span | undefined {
  const range = node?.range;
  return range ? { start: range[0], end: Math.max(range[1], range[0]) } : undefined;
}
