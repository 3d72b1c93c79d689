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
  const moved = track(spans, edits, before).map((span) => trimmed(span, after));
  const cue = 'cue' in placed && placed.cue ? track([placed.cue], edits, before)[0] : undefined;
  const selectors = selectorsOf(placed.record);
  const isChanged = moved.some(
    ({ start, end }, i) => unixLines(after.slice(start, end)) !== selectors[i]?.exact,
  );
  const { anchored } = placed;
  const state: PlaceState = isChanged ? 'changed' : anchored === 'changed' ? 'exact' : anchored;
  const place = { state, anchored } as const;
  return placedAt(placed.record, place, moved, cue && cue.end > cue.start ? cue : undefined);
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
