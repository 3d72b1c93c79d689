import { CharClass, classAt, isLetterClass } from '../text/characters';
import type { TextEdit } from '../text/textEdit';
import { span, type Span } from '../util/span';

/**
 * Where spans are after edits of the text that do not overlap and are all given in offsets of the text before them. A span whose
 * text was deleted whole is empty, at the place of the deletion. Text typed at an edge belongs to the span only when it goes on
 * with the word there: a letter, digit or mark typed directly behind "Diop", not a space or a full stop. `text` is the text before
 * the edits. Linear in spans and edits, after sorting the edits.
 */
export function track(spans: readonly Span[], edits: readonly TextEdit[], text: string): readonly Span[] {
  const sorted = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return spans.map((at) => trackOne(at, sorted, text));
}

function trackOne(at: Span, edits: readonly TextEdit[], text: string): Span {
  let { start, end } = at;
  for (const edit of edits) {
    if (edit.span.start > at.end) break;
    [start, end] = afterEdit(edit, at, start, end, text);
  }
  return span(start, Math.max(start, end));
}

/** `start` and `end` are where the edits before this one left the span. */
function afterEdit(edit: TextEdit, at: Span, start: number, end: number, text: string): [number, number] {
  const { start: from, end: to } = edit.span;
  const by = edit.text.length - (to - from);
  if (to < at.start || (to === at.start && !joinsStart(edit, at, text))) return [start + by, end + by];
  if (to === at.start) return [start, end + by];
  if (from >= at.end) return joinsEnd(edit, at, text) ? [start, end + by] : [start, end];
  if (from >= at.start && to <= at.end) return [start, end + by];
  const place = start + (from - at.start);
  if (from < at.start && to < at.end) return [place + edit.text.length, end + by];
  // What reaches over the end leaves what stands before it; what reaches over both ends leaves nothing.
  return from > at.start ? [start, end - (at.end - from)] : [place, place];
}

/** Typed directly before the span: part of it when a word goes on from the new text into the span. */
function joinsStart(edit: TextEdit, at: Span, text: string): boolean {
  const inserted = edit.text;
  if (edit.span.start !== edit.span.end || inserted === '' || at.start === at.end) return false;
  return isWordAt(inserted, inserted.length - 1) && isWordAt(text, at.start) && isWordOnly(inserted);
}

function joinsEnd(edit: TextEdit, at: Span, text: string): boolean {
  const inserted = edit.text;
  if (edit.span.start !== edit.span.end || inserted === '' || at.start === at.end) return false;
  return isWordOnly(inserted) && isWordAt(text, at.end - 1);
}

function isWordOnly(text: string): boolean {
  return Array.from(text, (_, i) => i).every((i) => isWordAt(text, i));
}

function isWordAt(text: string, offset: number): boolean {
  const kind = classAt(text, offset);
  return isLetterClass(kind) || kind === CharClass.Digit || kind === CharClass.Mark;
}
