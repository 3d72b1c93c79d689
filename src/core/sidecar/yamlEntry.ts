import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import type { PlainValue } from '../annotation/plain';
import { problem, type Problem } from '../problem/problem';
import { span, type Span } from '../util/span';
import { deepest, longestEntry } from './limits';
import { isTooIntricate, nestsTooDeep } from './nesting';
import { readPlainYaml } from './plainYaml';
import type { RawField } from './recordFile';
import { plainOf, type YamlField, type YamlNode } from './yamlNode';

/** A stretch of YAML as fields or items; `problems` are those of its syntax, after which its content is not to be trusted. */
export interface YamlEntry {
  readonly root?: YamlNode;
  readonly problems: readonly Problem[];
}

/** Keys whose values are words: `exact: 1989` is the text "1989", whatever a YAML reader makes of it. */
const textKeys = new Set([
  'exact',
  'prefix',
  'suffix',
  'name',
  'aliases',
  'words',
  'note',
  'value',
  'by',
  'cue',
  'id',
  'article',
  ...['acronyms', 'role', 'of', 'since', 'until', 'description', 'image'],
  ...['wikidata', 'orcid', 'isni', 'viaf', 'bnf', 'ror', 'siren', 'lei', 'geonames'],
]);

export function isTextKey(key: string): boolean {
  return textKeys.has(key);
}

/** Reads `source` from `within.start` to `within.end`; spans in the result are offsets into the whole source. Never throws. */
export function readYaml(source: string, within: Span): YamlEntry {
  const plain = readPlainYaml(source, within, isTextKey);
  if (plain) return { root: plain, problems: [] };
  const text = source.slice(within.start, within.end);
  if (text.length > longestEntry) return refused('sidecar-entry-too-long', within, text.length, longestEntry);
  if (nestsTooDeep(text)) return refused('sidecar-too-deep', within, deepest);
  if (isTooIntricate(text)) return refused('sidecar-too-intricate', within);
  return parseYaml(source, within);
}

/** What the YAML parser makes of any stretch that is not too long, deep or intricate for it. */
export function parseYaml(source: string, within: Span): YamlEntry {
  const text = source.slice(within.start, within.end);
  const document = parseDocument(text, {
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
    version: '1.2',
  });
  const reader = new NodeReader(source, within.start);
  const [error] = document.errors;
  if (error) reader.fail('sidecar-yaml', span(error.pos[0], error.pos[1]), error.message);
  const root = document.contents && !error ? reader.read(document.contents as Node, 0, false) : undefined;
  return root ? { root, problems: reader.problems } : { problems: reader.problems };
}

function refused(code: string, at: Span, ...args: number[]): YamlEntry {
  return { problems: [problem(code, 'error', args, at)] };
}

/** Turns the parser's nodes into plain ones, and refuses what the sidecar does not use: aliases, tags, odd keys. */
class NodeReader {
  readonly problems: Problem[] = [];

  constructor(
    private readonly source: string,
    private readonly offset: number,
  ) {}

  fail(code: string, at: Span, ...args: (string | number)[]): void {
    if (this.problems.length > 0) return;
    const start = Math.min(at.start + this.offset, this.source.length);
    this.problems.push(
      problem(
        code,
        'error',
        args,
        span(start, Math.min(Math.max(start, at.end + this.offset), this.source.length)),
      ),
    );
  }

  read(node: Node, depth: number, text: boolean): YamlNode | undefined {
    const at = span(node.range?.[0] ?? 0, node.range?.[1] ?? 0);
    if (depth > deepest) this.fail('sidecar-too-deep', at, deepest);
    else if (isAlias(node) || hasAnchor(node)) this.fail('sidecar-alias', at);
    else if (node.tag !== undefined) this.fail('sidecar-tag', at, node.tag);
    else if (isScalar(node)) return this.scalar(node.value, node.type, node.source, at, text);
    else if (isMap(node)) return this.map(node, at, depth);
    else if (isSeq(node)) {
      const items = node.items.map((item) => this.item(item, depth, text));
      const known = items.filter((item) => item !== undefined);
      return {
        kind: 'list',
        span: this.extent(at, known, node.flow),
        flow: node.flow === true,
        items: known,
      };
    }
    return undefined;
  }

  private item(item: unknown, depth: number, text: boolean): YamlNode | undefined {
    // `[a: 1]` holds a pair, which nobody means to write in a sidecar.
    if (!isPair(item)) return this.read(item as Node, depth + 1, text);
    this.fail('sidecar-key', span((item.key as Node).range?.[0] ?? 0, (item.key as Node).range?.[1] ?? 0));
    return undefined;
  }

  private scalar(
    value: unknown,
    type: string | undefined,
    written: string | undefined,
    at: Span,
    text: boolean,
  ): YamlNode {
    const plain = typeof value === 'bigint' ? Number(value) : (value as PlainValue);
    const words = text && typeof plain !== 'string' && plain !== null ? (written ?? String(plain)) : plain;
    const block = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
    return { kind: 'scalar', span: this.trimmed(at), value: words, block };
  }

  private map(node: YAMLMap, at: Span, depth: number): YamlNode {
    const fields: YamlField[] = [];
    const seen = new Set<string>();
    for (const pair of node.items) {
      const field = this.field(pair, depth);
      if (!field) continue;
      if (seen.has(field.raw.key))
        this.fail('sidecar-duplicate-key', this.relative(field.raw.keySpan), field.raw.key);
      seen.add(field.raw.key);
      fields.push(field);
    }
    const nodes = fields.map(({ raw }) => raw);
    return { kind: 'map', span: this.extent(at, nodes, node.flow), flow: node.flow === true, fields };
  }

  private field(pair: Pair, depth: number): YamlField | undefined {
    const key = pair.key as Node;
    const at = span(key.range?.[0] ?? 0, key.range?.[1] ?? 0);
    const node = this.read(key, depth + 1, true);
    if (node?.kind !== 'scalar' || node.block || this.isExplicit(at) || typeof node.value !== 'string') {
      this.fail('sidecar-key', at);
      return undefined;
    }
    const value = this.valueNode(pair, at, depth, isTextKey(node.value));
    return value && { raw: this.rawField(node.value, node.span, value), node: value };
  }

  private valueNode(pair: Pair, key: Span, depth: number, text: boolean): YamlNode | undefined {
    const written = pair.value as Node | null;
    if (
      written &&
      !(isScalar(written) && written.source === '' && written.type === 'PLAIN' && !hasAnchor(written))
    )
      return this.read(written, depth + 1, text);
    const colon = this.source.indexOf(':', key.end + this.offset);
    const end = colon < 0 ? key.end + this.offset : colon + 1;
    return { kind: 'scalar', span: span(end, end), value: null, block: false };
  }

  private rawField(key: string, keySpan: Span, node: YamlNode): RawField {
    const block = node.kind === 'scalar' ? node.block : !node.flow;
    return {
      key,
      value: plainOf(node),
      span: span(keySpan.start, node.span.end),
      keySpan,
      valueSpan: node.span,
      block,
    };
  }

  /** `? key` is legal YAML that the edits would not know how to keep. */
  private isExplicit(key: Span): boolean {
    let before = key.start + this.offset - 1;
    while (before >= 0 && this.source[before] === ' ') before--;
    return this.source[before] === '?';
  }

  /** A block collection ends with its last value, not with the comments and blank lines after it. */
  private extent(at: Span, parts: readonly { readonly span: Span }[], flow: boolean | undefined): Span {
    const whole = span(at.start + this.offset, at.end + this.offset);
    const last = parts.at(-1);
    return flow || !last ? whole : span(whole.start, last.span.end);
  }

  /** A block scalar's range holds the line ends after it. */
  private trimmed(at: Span): Span {
    let end = at.end + this.offset;
    while (end > at.start + this.offset && /[\r\n]/.test(this.source[end - 1] as string)) end--;
    return span(at.start + this.offset, end);
  }

  private relative(at: Span): Span {
    return span(at.start - this.offset, at.end - this.offset);
  }
}

function hasAnchor(node: Node): boolean {
  return 'anchor' in node && node.anchor !== undefined;
}
