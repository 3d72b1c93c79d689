import { problem, type Problem } from '../problem/problem';
import { span, type Span } from '../util/span';
import { type Line, linesOf } from './lines';

/** A top-level entry: its key line and all lines that belong to it. `items` is set when it is a block list of records. */
export interface OutlineEntry {
  readonly key: string;
  readonly span: Span;
  readonly items?: readonly Span[];
  /** Column of the dashes. */
  readonly indent: number;
}

export interface Outline {
  readonly entries: readonly OutlineEntry[];
  readonly problem?: Problem;
}

interface OpenEntry {
  readonly key: string;
  readonly start: number;
  readonly bare: boolean;
  end: number;
  indent: number;
  items?: Span[];
}

const keyLine = /^(?:([A-Za-z_$][\w$.-]*)|"([^"\\]*)"|'([^']*)')[ \t]*:(?=[ \t]|$)[ \t]*(.*)$/;

/**
 * Splits a record file into its top-level entries and the block lists among `sections` into their items, by indentation alone:
 * in YAML whatever belongs to an item is indented deeper than its dash, quoted and block text included. Undefined when the file
 * is laid out otherwise (a flow map, an indented one); linear, and looks at nothing but the beginnings of lines.
 */
export function outlineOf(source: string, sections: readonly string[]): Outline | undefined {
  const entries: OpenEntry[] = [];
  let started = false;
  for (const line of linesOf(source, source.charCodeAt(0) === 0xfeff ? 1 : 0)) {
    const first = source.charCodeAt(line.start);
    if (line.blank || (first === 35 && line.indent === 0)) continue;
    const text = source.slice(line.start, Math.min(line.end, line.start + 200));
    if (/^(?:---|\.\.\.)(?:[ \t]|$)/.test(text)) {
      if (started || text.trim() !== '---')
        return { entries: entries.map(closed), problem: documentProblem(line) };
      started = true;
      continue;
    }
    const open = entries.at(-1);
    const item = line.indent > 0 || first === 45;
    if (open && item) {
      extend(open, source, line);
      continue;
    }
    const match = keyLine.exec(text);
    if (!match) return undefined;
    started = true;
    const key = match[1] ?? match[2] ?? match[3] ?? '';
    const bare = sections.includes(key) && /^(?:#.*)?$/.test(match[4] ?? '');
    entries.push({ key, start: line.start, end: line.end, bare, indent: -1 });
  }
  return { entries: entries.map(closed) };
}

/** A comment at the dashes' column or before them belongs to no item; a deeper one may be text of a block scalar. */
function extend(open: OpenEntry, source: string, line: Line): void {
  const at = line.start + line.indent;
  const unit = source.charCodeAt(at);
  open.end = line.end;
  if (!open.bare || (unit === 35 && !(open.items && line.indent > open.indent))) return;
  const dash = unit === 45 && /[ \t\r\n]|^$/.test(source.charAt(at + 1));
  if (!open.items) {
    if (!dash) {
      open.indent = -2;
      return;
    }
    if (open.indent === -2) return;
    open.indent = line.indent;
    open.items = [];
  }
  if (dash && line.indent === open.indent) open.items.push(span(line.start, line.end));
  else if (line.indent <= open.indent && open.items.length > 0) open.indent = -2;
  else open.items.push(span((open.items.pop() as Span).start, line.end));
}

function closed(entry: OpenEntry): OutlineEntry {
  const { key, start, end, indent, items } = entry;
  const whole = { key, span: span(start, end), indent: Math.max(indent, 0) };
  return items && indent >= 0 ? { ...whole, items } : whole;
}

function documentProblem(line: Line): Problem {
  return problem('sidecar-several-documents', 'error', [], span(line.start, line.end));
}
