import { anchor } from '../../core/anchoring/anchor';
import { lineAt, lineEndOf } from '../../core/sidecar/lines';
import type { RawRecord, RecordSection } from '../../core/sidecar/recordFile';
import type { Sidecar } from '../../core/sidecar/sidecar';
import { span, type Span } from '../../core/util/span';

/**
 * The sidecar's text with its annotations in the order of their places in the article; a record without a place stays behind the
 * one that it follows. Records move whole, with the comments and blank lines before them; nothing else changes. The same text when
 * all are in order, and for annotations that are not written as a block list.
 */
export function reorder(sidecar: Sidecar, text: string): string {
  const section = sidecar.sections.find(({ key }) => key === 'annotations');
  if (section?.layout !== 'block' || section.records.length < 2) return sidecar.source;
  const order = placeOrder(section, placesOf(sidecar, text));
  if (order.every((from, to) => from === to)) return sidecar.source;
  const chunks = chunksOf(sidecar.source, section);
  const first = chunks[0] as Span;
  const last = chunks.at(-1) as Span;
  const texts = order.map((index) => chunkText(sidecar.source, chunks[index] as Span));
  return sidecar.source.slice(0, first.start) + texts.join('') + restOf(sidecar.source, last);
}

function placesOf(sidecar: Sidecar, text: string): ReadonlyMap<string, Span> {
  return new Map(
    anchor(text, sidecar.annotations).flatMap(({ record, spans }) => {
      const first = spans?.[0];
      return first ? [[record.id, span(first.start, (spans.at(-1) ?? first).end)] as const] : [];
    }),
  );
}

/** Indices of the records in their new order: by start, the longer one first; a quotation before the mentions in it. */
function placeOrder({ records }: RecordSection, places: ReadonlyMap<string, Span>): readonly number[] {
  let place: Span = span(-1, -1);
  const keyed = records.map(({ id }: RawRecord, index) => {
    place = (id === undefined ? undefined : places.get(id)) ?? place;
    return { index, place };
  });
  return keyed
    .toSorted((a, b) => a.place.start - b.place.start || b.place.end - a.place.end || a.index - b.index)
    .map(({ index }) => index);
}

/** Of each record: from the line after the one before it to the end of its last line, without its line end. */
function chunksOf(source: string, { keySpan, records }: RecordSection): readonly Span[] {
  let start = lineAt(source, keySpan.end).next;
  return records.map((record) => {
    const { end, next } = lineAt(source, record.span.end);
    const chunk = span(start, end);
    start = next;
    return chunk;
  });
}

function chunkText(source: string, { start, end }: Span): string {
  return source.slice(start, end) + lineEndOf(source);
}

/** What follows the last record; a file that ended without a line end gets one, since another record may be last now. */
function restOf(source: string, last: Span): string {
  return source.slice(lineAt(source, last.end).next);
}
