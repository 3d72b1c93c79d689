import { type AnnotationRecord, selectorsOf } from '../annotation/record';
import { inSteps, runSteps, type Steps } from '../util/steps';
import { type AnchoredRecord, lessSure, type Placement } from './placement';
import { placeCue } from './placeCue';
import { placeSelectors } from './placeSelectors';

/** Finds the places of an article's records; see `anchorRecords`. */
export function anchor(text: string, records: readonly AnnotationRecord[]): readonly AnchoredRecord[] {
  return runSteps(anchorRecords(text, records));
}

/**
 * Where the records of an article are in its text, in their order. All are placed together: the order of the file, which was text
 * order when the records were written, and the neighbours of a record decide where its own words and context do not. Linear for
 * a text that was not edited.
 */
export function* anchorRecords(
  text: string,
  records: readonly AnnotationRecord[],
): Steps<readonly AnchoredRecord[]> {
  const selectors = records.flatMap(selectorsOf);
  const placements = yield* placeSelectors(text, selectors);
  let next = 0;
  return yield* inSteps(
    records,
    (record) => {
      const count = selectorsOf(record).length;
      const parts = placements.slice(next, (next += count));
      return anchoredRecord(text, record, parts);
    },
    perStep,
  );
}

const perStep = 64;

function anchoredRecord(text: string, record: AnnotationRecord, parts: readonly Placement[]): AnchoredRecord {
  const state = parts.map((part) => part.state).reduce(lessSure, 'exact');
  const spans = parts.flatMap((part) => part.span ?? []);
  if (spans.length < parts.length) return { record, state, parts };
  const cue = record.kind === 'quotation' && record.cue ? placeCue(text, record.cue, spans) : undefined;
  return { record, state, parts, spans, ...(cue && { cue }) };
}
