import type { PlainMap, PlainValue } from '../annotation/plain';
import { span, type Span } from '../util/span';
import { linesOf } from './lines';
import type { YamlField, YamlNode } from './yamlNode';

/** Longer stretches go to the YAML parser. */
const longest = 8000;
const deepestPlain = 8;

/**
 * Reads YAML as sidecars are written: block maps and lists, values on one line that are a word, a whole number, a double-quoted text
 * or a list of words in brackets; no comments, no blank lines. Undefined for anything else, even where it is valid: the YAML parser reads
 * that. What this gives is what that would give, in a tenth of the time. `isText` tells the keys whose numbers are words.
 */
export function readPlainYaml(
  source: string,
  within: Span,
  isText: (key: string) => boolean,
): YamlNode | undefined {
  if (within.end - within.start > longest) return undefined;
  const lines: Line[] = [];
  for (const { start, end, indent } of linesOf(source, within.start, within.end))
    lines.push({ indent, start: start + indent, text: source.slice(start + indent, end) });
  const reader = new PlainReader(lines, isText);
  const root = lines.length > 0 ? reader.block(0) : undefined;
  return reader.isDone ? root : undefined;
}

/** What is left of a line to be read; `indent` is the column of `start`. */
interface Line {
  indent: number;
  start: number;
  text: string;
}

const keyForm = /^([A-Za-z][\w-]*):(?: (.*))?$/;
const textForm = /^"(?:[^"\\\p{Cc}\u2028\u2029\ufeff]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"$/u;
const wordForm = /^[A-Za-z][\w-]*$/;
const numberForm = /^(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;
const listForm = /^\[(?:[A-Za-z][\w-]*(?:, [A-Za-z][\w-]*)*)?\]$/;
/** Words that mean something else to a YAML parser. */
const reserved = /^(?:null|true|false)$/i;

class PlainReader {
  private at = 0;

  constructor(
    private readonly lines: readonly Line[],
    private readonly isText: (key: string) => boolean,
  ) {}

  get isDone(): boolean {
    return this.at === this.lines.length;
  }

  /** The map or list that begins at the current line. */
  block(depth: number, text = false): YamlNode | undefined {
    const line = this.lines[this.at];
    if (!line || depth > deepestPlain) return undefined;
    return isDash(line) ? this.list(line.indent, depth, text) : this.map(line.indent, depth);
  }

  private list(indent: number, depth: number, text: boolean): YamlNode | undefined {
    const items: YamlNode[] = [];
    const start = (this.lines[this.at] as Line).start;
    for (
      let line = this.lines[this.at];
      line && line.indent === indent && isDash(line);
      line = this.lines[this.at]
    ) {
      line.indent += 2;
      line.start += 2;
      line.text = line.text.slice(2);
      const item = keyForm.test(line.text)
        ? this.map(line.indent, depth + 1)
        : this.value(line.text, line.start, text);
      if (!item) return undefined;
      items.push(item);
    }
    return { kind: 'list', span: span(start, (items.at(-1) as YamlNode).span.end), flow: false, items };
  }

  private map(indent: number, depth: number): YamlNode | undefined {
    const fields: YamlField[] = [];
    const start = (this.lines[this.at] as Line).start;
    for (let line = this.lines[this.at]; line && line.indent === indent; line = this.lines[this.at]) {
      const field = this.field(line, depth);
      if (!field || fields.some(({ raw }) => raw.key === field.raw.key)) return undefined;
      fields.push(field);
    }
    const last = fields.at(-1);
    return last && { kind: 'map', span: span(start, last.raw.span.end), flow: false, fields };
  }

  private field(line: Line, depth: number): YamlField | undefined {
    const [, key, written] = keyForm.exec(line.text) ?? [];
    if (key === undefined || reserved.test(key)) return undefined;
    const keySpan = span(line.start, line.start + key.length);
    const text = this.isText(key);
    const node =
      written === undefined
        ? this.nested(line.indent, text, depth)
        : this.value(written, keySpan.end + 2, text);
    if (!node) return undefined;
    const block = node.kind !== 'scalar' && !node.flow;
    const whole = span(keySpan.start, node.span.end);
    return { raw: { key, value: valueOf(node), span: whole, keySpan, valueSpan: node.span, block }, node };
  }

  /** On the lines below, deeper. */
  private nested(indent: number, text: boolean, depth: number): YamlNode | undefined {
    this.at++;
    const next = this.lines[this.at];
    return next && next.indent > indent ? this.block(depth + 1, text) : undefined;
  }

  private value(written: string, start: number, text: boolean): YamlNode | undefined {
    this.at++;
    const at = span(start, start + written.length);
    if (listForm.test(written)) return flowList(written, at);
    const value = scalarOf(written, text);
    return value === undefined ? undefined : { kind: 'scalar', span: at, value, block: false };
  }
}

function scalarOf(written: string, text: boolean): PlainValue | undefined {
  if (written.startsWith('"')) {
    if (!textForm.test(written)) return undefined;
    return written.includes('\\') ? (JSON.parse(written) as string) : written.slice(1, -1);
  }
  if (wordForm.test(written)) return reserved.test(written) ? undefined : written;
  if (!numberForm.test(written)) return undefined;
  return text ? written : Number(written);
}

function flowList(written: string, at: Span): YamlNode | undefined {
  const items: YamlNode[] = [];
  for (const { 0: value, index } of written.matchAll(/[A-Za-z][\w-]*/g)) {
    if (reserved.test(value)) return undefined;
    const start = at.start + index;
    items.push({ kind: 'scalar', span: span(start, start + value.length), value, block: false });
  }
  return { kind: 'list', span: at, flow: true, items };
}

function isDash({ text }: Line): boolean {
  return text.length > 2 && text.startsWith('- ');
}

function valueOf(node: YamlNode): PlainValue {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(valueOf);
  return Object.fromEntries(node.fields.map(({ raw }) => [raw.key, raw.value])) as PlainMap;
}
