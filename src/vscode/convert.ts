import { Position, Range, type TextDocument } from 'vscode';

import type { Span } from '../core/util/span';

/** The only crossing between spans of the core and ranges of VS Code; both count UTF-16 code units. */
export function toRange(document: TextDocument, { start, end }: Span): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}

export function toSpan(document: TextDocument, range: Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** Length of the document in UTF-16 units, without making its text one string. */
export function lengthOf(document: TextDocument): number {
  return document.offsetAt(new Position(document.lineCount, 0));
}
