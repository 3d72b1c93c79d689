import { type Finding, readFinding } from '../../annotation/check';
import { type AnnotationRecord, type EntityRecord, selectorsOf } from '../../annotation/record';
import type { QuotationForm } from '../../annotation/types';
import { type CheckItem, checkItems, type CheckState } from '../../view/checkState';
import type { PlacedRecords } from '../../view/placed';
import type { ArticleView } from '../../view/types';

/** What a report of one article is made of. */
export interface ReportArticle {
  /** Path of the article as the report shall name it. */
  readonly file: string;
  readonly text: string;
  readonly view: ArticleView;
  readonly placed: PlacedRecords;
  readonly entities: readonly EntityRecord[];
  /** The verdict that stands for "not yet". */
  readonly unchecked: string;
}

/** One quotation or claim of a report. */
export interface ReportRow {
  readonly kind: QuotationForm | 'claim';
  /** Its words as they stand in the article; of what has no place, as they were recorded. Parts are joined by " […] ". */
  readonly words: string;
  /** Line of the article, from 1; absent where there is no place. */
  readonly line?: number;
  readonly speakers: readonly Speaker[];
  readonly cue?: string;
  readonly state: CheckState;
  /** Absent for what nobody has checked. Of a stale check it says what was found of other words. */
  readonly finding?: Finding;
  /** Words that were checked, where the check is stale and says so. */
  readonly checkedWords?: string;
}

export interface Speaker {
  readonly name: string;
  readonly type: 'person' | 'organization' | 'other';
}

/** The rows of an article in the order of the text. */
export function reportRows(article: ReportArticle): readonly ReportRow[] {
  const { view, placed, entities, unchecked, text } = article;
  const lineOf = lineCounter(text);
  return checkItems(view, placed, entities, unchecked).map((item): ReportRow => {
    const { state, record, quotation, start } = item;
    const finding = state === 'open' ? undefined : readFinding(record?.check);
    const cue = quotation?.cue && text.slice(quotation.cue.span.start, quotation.cue.span.end);
    const checked = state === 'stale' ? checkedWordsOf(record) : undefined;
    return {
      kind: quotation?.form ?? (record?.kind === 'quotation' ? record.form : 'claim'),
      words: wordsOf(item, text),
      ...(start !== undefined && { line: lineOf(start) }),
      speakers: speakersOf(item, article),
      ...(cue !== undefined && cue !== '' && { cue: oneLine(cue) }),
      state,
      ...(finding && { finding }),
      ...(checked !== undefined && { checkedWords: checked }),
    };
  });
}

function wordsOf({ quotation, record }: CheckItem, text: string): string {
  const parts = quotation
    ? quotation.content.map(({ start, end }) => text.slice(start, end))
    : record
      ? selectorsOf(record).map(({ exact }) => exact)
      : [];
  return parts.map(oneLine).join(' […] ');
}

function checkedWordsOf(record: AnnotationRecord | undefined): string | undefined {
  const of = record?.check?.of;
  const words = typeof of === 'object' && of !== null && 'words' in of ? of.words : undefined;
  return typeof words === 'string' ? oneLine(words) : undefined;
}

function speakersOf({ quotation, record }: CheckItem, { view, entities }: ReportArticle): readonly Speaker[] {
  const speaker = (name: string, type: string): Speaker => ({
    name,
    type: type === 'person' || type === 'organization' ? type : 'other',
  });
  if (quotation)
    return quotation.speakers.flatMap((key) => {
      const entity = view.entities.get(key);
      return entity ? [speaker(entity.name, entity.type)] : [];
    });
  const ids = record?.kind === 'quotation' ? record.speakers : [];
  return ids.flatMap((id) => {
    const entity = entities.find((each) => each.id === id || each.formerIds?.includes(id) === true);
    return entity ? [speaker(entity.name, entity.type)] : [];
  });
}

function oneLine(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}

/** Lines of ascending offsets, counted in one pass. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    for (const { 0: end, index } of text.slice(at, offset).matchAll(/\r\n|\r|\n/gu)) {
      // A line end that the offset cuts in two is none yet.
      if (at + index + end.length <= offset) line++;
    }
    at = Math.max(at, offset);
    return line;
  };
}
