import type { Span } from '../util/span';

/** A line without its line end. `next` is the offset at which the line after it starts. */
export interface Line extends Span {
  readonly next: number;
  /** Number of leading spaces. */
  readonly indent: number;
  /** Nothing but spaces and tabs. */
  readonly blank: boolean;
}

/** The lines of `source` from `start` to `end`; LF and CRLF end a line, as does a lone CR. */
export function* linesOf(source: string, start = 0, end = source.length): Generator<Line> {
  let at = start;
  while (at < end) {
    const line = lineAt(source, at, end);
    yield line;
    at = line.next;
  }
}

export function lineAt(source: string, start: number, limit = source.length): Line {
  let end = start;
  while (end < limit && !isLineEnd(source.charCodeAt(end))) end++;
  const crlf = source.charCodeAt(end) === 13 && source.charCodeAt(end + 1) === 10;
  const next = Math.min(end + (crlf ? 2 : 1), limit);
  let indent = 0;
  while (start + indent < end && source.charCodeAt(start + indent) === 32) indent++;
  let text = start + indent;
  while (text < end && isBlank(source.charCodeAt(text))) text++;
  return { start, end, next, indent, blank: text === end };
}

/** Offset at which the line that holds `offset` starts. */
export function lineStart(source: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineEnd(source.charCodeAt(at - 1))) at--;
  return at;
}

/** The line end that the file uses: that of its first line. */
export function lineEndOf(source: string): '\n' | '\r\n' {
  const at = source.indexOf('\n');
  return at > 0 && source[at - 1] === '\r' ? '\r\n' : '\n';
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9;
}
