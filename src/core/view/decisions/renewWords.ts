import { createDescriber } from '../../anchoring/describe';
import { type PlainMap } from '../../annotation/plain';
import { type AnnotationRecord, type QuoteSelector, selectorsOf } from '../../annotation/record';
import type { Span } from '../../util/span';
import { allPlaced, spansOf } from '../placed';
import type { Decision, DecisionSources } from './decision';

/**
 * The words that stand there now are the decision's words. What was checked was checked on the old ones: of a checked record they
 * stay as `was`, and its check stays stale.
 */
export function acceptWords(ids: readonly string[]): Decision {
  return function* (sources) {
    const describer = createDescriber(sources.text);
    const accepted = placesOf(sources, ids).map(([record, spans]) =>
      withWords(record, renewed(record, spans, sources.text, describer.describe)),
    );
    yield;
    return accepted.map((record) => ({ kind: 'update', record }));
  };
}

/** These words are what the decision is about, wherever it was thought to be. `spans` are its parts in text order. */
export function replaceWords(id: string, spans: readonly Span[]): Decision {
  return function* (sources) {
    const record = sources.records.find((each) => each.id === id);
    const parts = spans.filter(({ start, end }) => end > start).toSorted((a, b) => a.start - b.start);
    if (!record || parts.length === 0) return [];
    const describer = createDescriber(sources.text);
    const selectors = (record.kind === 'mention' ? parts.slice(0, 1) : parts).map(describer.describe);
    yield;
    return [{ kind: 'update', record: withWords(record, selectors) }];
  };
}

/** Who checked it looked again: the check holds for the words, the speakers and the words of saying as they are now. */
export function renewCheck(ids: readonly string[]): Decision {
  return function* (sources) {
    const describer = createDescriber(sources.text);
    const renewedOnes = placesOf(sources, ids).flatMap(([record, spans]) => {
      if (record.check === undefined) return [];
      const selectors = renewed(record, spans, sources.text, describer.describe);
      const { was: _was, ...current } = withWords(record, selectors) as typeof record;
      return [{ ...current, check: { ...record.check, of: checkedOn(current as AnnotationRecord) } }];
    });
    yield;
    return renewedOnes.map((record) => ({ kind: 'update', record: record as AnnotationRecord }));
  };
}

/** The check is taken back: it has to be made again, on the words as they are now. */
export function withdrawCheck(ids: readonly string[]): Decision {
  return function* (sources) {
    const describer = createDescriber(sources.text);
    const places = new Map(placesOf(sources, ids).map(([{ id }, spans]) => [id, spans]));
    const unchecked = sources.records.filter(({ id }) => ids.includes(id));
    yield;
    return unchecked.map(({ check: _check, ...record }) => {
      const spans = places.get(record.id);
      const old = selectorsOf(record as AnnotationRecord);
      const selectors = spans
        ? renewed(record as AnnotationRecord, spans, sources.text, describer.describe)
        : old;
      return { kind: 'update', record: withWords(record as AnnotationRecord, selectors) };
    });
  };
}

function placesOf(
  { placed, records }: DecisionSources,
  ids: readonly string[],
): readonly (readonly [AnnotationRecord, readonly Span[]])[] {
  const spans = new Map(allPlaced(placed).map((each) => [each.record.id, spansOf(each)]));
  return records.flatMap((record) => {
    const place = ids.includes(record.id) ? spans.get(record.id) : undefined;
    return place ? [[record, place] as const] : [];
  });
}

/** Selectors that fit already stay as they are written. */
function renewed(
  record: AnnotationRecord,
  spans: readonly Span[],
  text: string,
  describe: (at: Span) => QuoteSelector,
): readonly QuoteSelector[] {
  const old = selectorsOf(record);
  const fits = spans.every(
    ({ start, end }, i) => text.slice(start, end).replace(/\r\n?/gu, '\n') === old[i]?.exact,
  );
  return fits && spans.length === old.length ? old : spans.map(describe);
}

function withWords(record: AnnotationRecord, selectors: readonly QuoteSelector[]): AnnotationRecord {
  const old = selectorsOf(record);
  const isOther = selectors.map(({ exact }) => exact).join(' ') !== old.map(({ exact }) => exact).join(' ');
  if (record.kind === 'mention') {
    const { was, ...kept } = record;
    const first = record.check === undefined ? undefined : (was ?? (isOther ? record.selector : undefined));
    return { ...kept, selector: selectors[0] as QuoteSelector, ...(first && { was: first }) };
  }
  const { was, ...kept } = record;
  const first = record.check === undefined ? undefined : (was ?? (isOther ? record.content : undefined));
  return { ...kept, content: selectors, ...(first && { was: first }) };
}

/** What a check is made on, as the record has it now. */
export function checkedOn(record: AnnotationRecord): PlainMap {
  const words = selectorsOf(record)
    .map(({ exact }) => exact)
    .join(' ');
  if (record.kind !== 'quotation') return { words };
  return {
    words,
    ...(record.speakers.length > 0 && { speakers: record.speakers }),
    ...(record.cue && { cue: record.cue.exact }),
    ...(record.source !== undefined && { source: record.source }),
  };
}
