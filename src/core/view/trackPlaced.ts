import type { PlaceState } from '../anchoring/placement';
import { track } from '../anchoring/track';
import { selectorsOf } from '../annotation/record';
import type { TextEdit } from '../text/textEdit';
import type { Span } from '../util/span';
import { allPlaced, groupPlaced, type Placed, placedAt, type PlacedRecords, spansOf } from './placed';

/**
 * The places after edits of the text, `before` being the text that the edits were made in and `after` what came of it. A record of
 * which a part was deleted whole has no place any more, until it is placed anew.
 */
export function trackPlaced(
  placed: PlacedRecords,
  edits: readonly TextEdit[],
  before: string,
  after: string,
): PlacedRecords {
  return groupPlaced(allPlaced(placed).map((each) => trackOne(each, edits, before, after)));
}

function trackOne(placed: Placed, edits: readonly TextEdit[], before: string, after: string): Placed {
  const spans = spansOf(placed);
  if (!spans) return placed;
  const selectors = selectorsOf(placed.record);
  const moved = track(spans, edits, before).map((span, i) =>
    restored(trimmed(span, after), selectors[i]?.exact, after),
  );
  const cue = 'cue' in placed && placed.cue ? trackCue(placed, placed.cue, edits, before, after) : undefined;
  const isChanged = moved.some(
    ({ start, end }, i) => unixLines(after.slice(start, end)) !== selectors[i]?.exact,
  );
  const { anchored } = placed;
  const state: PlaceState = isChanged ? 'changed' : anchored === 'changed' ? 'exact' : anchored;
  const place = { state, anchored } as const;
  return placedAt(placed.record, place, moved, cue && cue.end > cue.start ? cue : undefined);
}

function trackCue(
  { record }: Placed,
  cue: Span,
  edits: readonly TextEdit[],
  before: string,
  after: string,
): Span | undefined {
  const moved = track([cue], edits, before)[0];
  const exact = record.kind === 'quotation' ? record.cue?.exact : undefined;
  return moved && restored(moved, exact, after);
}

/**
 * The record's own words where they stand around what was followed: an edit that took some of them away was undone, or made good by
 * hand. Only what overlaps the followed place can be meant.
 */
function restored(span: Span, exact: string | undefined, text: string): Span {
  const { start, end } = span;
  if (exact === undefined || start === end) return span;
  if (unixLines(text.slice(start, end)) === exact) return span;
  const words = exact.includes('\n') && text.includes('\r\n') ? exact.replace(/\n/gu, '\r\n') : exact;
  const from = Math.max(0, start - words.length + 1);
  const found = text.slice(from, end + words.length - 1).indexOf(words);
  return found < 0 ? span : { start: from + found, end: from + found + words.length };
}

/** Without the spaces that an edit left at its edges: they are no words, and two of them in a row are found as one. */
function trimmed({ start, end }: Span, text: string): Span {
  const words = text.slice(start, end);
  const head = words.length - words.trimStart().length;
  return { start: start + head, end: Math.max(start + head, start + words.trimEnd().length) };
}

function unixLines(text: string): string {
  return text.replace(/\r\n?/gu, '\n');
}
