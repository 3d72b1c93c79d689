import type { PlaceState } from '../anchoring/placement';
import { currentIds } from '../annotation/currentIds';
import { isPlainList, isPlainMap, type PlainValue } from '../annotation/plain';
import { type AnnotationRecord, type EntityRecord, selectorsOf } from '../annotation/record';

/**
 * Whether a fact-check says something of other words, another speaker, cue or source than the record has now, or of words that
 * the article has not any more. A check that does not tell what it was made on goes by the record's `was`.
 */
export function isCheckStale(
  record: AnnotationRecord,
  state: PlaceState,
  entities: readonly EntityRecord[],
): boolean {
  if (record.check === undefined) return false;
  if (state === 'changed') return true;
  const of = isPlainMap(record.check.of) ? record.check.of : {};
  if (of.words === undefined && record.was !== undefined) return true;
  const words = selectorsOf(record).map(({ exact }) => exact);
  if (differs(of.words, words.join(' '))) return true;
  if (record.kind !== 'quotation') return false;
  return (
    differs(of.cue, record.cue?.exact ?? '') ||
    (of.source !== undefined && of.source !== (record.source ?? null)) ||
    differsInSpeakers(of.speakers, record.speakers, currentIds(entities))
  );
}

/** Spaces, marks and typography between the words are no change of what was said. */
function differs(checked: PlainValue | undefined, now: string): boolean {
  if (checked === undefined) return false;
  const text = isPlainList(checked) ? checked.map(String).join(' ') : String(checked ?? '');
  return lettersOf(text) !== lettersOf(now);
}

function lettersOf(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

function differsInSpeakers(
  checked: PlainValue | undefined,
  now: readonly string[],
  ids: ReadonlyMap<string, string>,
): boolean {
  if (!isPlainList(checked)) return false;
  const current = (list: readonly PlainValue[]) =>
    list
      .map((id) => ids.get(String(id)) ?? String(id))
      .sort()
      .join(' ');
  return current(checked) !== current(now);
}
