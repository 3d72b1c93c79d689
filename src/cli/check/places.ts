import { anchor } from '../../core/anchoring/anchor';
import type { AnchoredRecord } from '../../core/anchoring/placement';
import { type AnnotationRecord, selectorsOf } from '../../core/annotation/record';
import { problem, type Problem } from '../../core/problem/problem';
import type { Sidecar } from '../../core/sidecar/sidecar';
import type { Span } from '../../core/util/span';
import { isCheckStale } from '../../core/view/staleCheck';
import { fieldSpans } from './spans';

type FieldSpan = ReturnType<typeof fieldSpans>;

/** How each record fits the article, and which of them say something of the same words. */
export function checkPlaces(sidecar: Sidecar, text: string): readonly Problem[] {
  const anchored = anchor(text, sidecar.annotations);
  const place = fieldSpans(sidecar);
  const stale = anchored
    .filter(({ record, state }) => isCheckStale(record, state, sidecar.entities))
    .map(({ record }) => problem('check-stale', 'error', [wordsOf(record)], place(record.id, 'check')));
  return [
    ...anchored.flatMap((each) => [...placeProblem(each, text, place), ...cueProblem(each, place)]),
    ...stale,
    ...repeated(anchored, place),
  ];
}

function placeProblem(anchored: AnchoredRecord, text: string, place: FieldSpan): readonly Problem[] {
  const { record, state, parts, spans = [] } = anchored;
  const at = place(record.id, record.kind === 'mention' ? 'exact' : 'content');
  // A suggestion that fits no more is made anew; a decision that fits no more stops to act.
  const severity = record.status === 'suggested' ? 'warning' : 'error';
  const words = wordsOf(record);
  switch (state) {
    case 'exact':
      return [];
    case 'moved':
      return [problem('check-moved', 'information', [words], at)];
    case 'changed': {
      const now = shown(spans.map(({ start, end }: Span) => text.slice(start, end)));
      return [problem('check-changed', 'warning', [words, now], at)];
    }
    case 'uncertain': {
      const count = parts.find((part) => part.state === 'uncertain')?.candidates?.length ?? 0;
      return [problem('check-uncertain', severity, [words, count], at)];
    }
    case 'orphan':
      return [problem('check-orphan', severity, [words], at)];
  }
}

function cueProblem({ record, cue }: AnchoredRecord, place: FieldSpan): readonly Problem[] {
  if (cue?.state !== 'orphan' || record.kind !== 'quotation') return [];
  return [
    problem('check-cue', 'warning', [record.cue?.exact ?? '', wordsOf(record)], place(record.id, 'cue')),
  ];
}

/**
 * Records that a merge of lines has doubled: two decisions of one kind on the same words, or one that confirms what the other
 * rejects. A rejection of a type, link or speaker alone may stand beside a confirmation.
 */
function repeated(anchored: readonly AnchoredRecord[], place: FieldSpan): readonly Problem[] {
  const first = new Map<string, AnnotationRecord>();
  return anchored.flatMap(({ record, spans }) => {
    if (record.status === 'suggested') return [];
    if (record.status === 'rejected' && (record.scope ?? 'span') !== 'span') return [];
    const key = JSON.stringify([record.kind, spans ?? selectorsOf(record)]);
    const other = first.get(key);
    if (!other) {
      first.set(key, record);
      return [];
    }
    const code = other.status === record.status ? 'check-repeated' : 'check-contradicts';
    return [problem(code, 'error', [wordsOf(record), other.id], place(record.id))];
  });
}

function wordsOf(record: AnnotationRecord): string {
  return shown(selectorsOf(record).map(({ exact }) => exact));
}

const longestShown = 80;

function shown(parts: readonly string[]): string {
  const words = parts.join(' … ').replace(/\s+/gu, ' ');
  if (words.length <= longestShown) return words;
  return `${words.slice(0, longestShown).replace(/[\ud800-\udbff]$/u, '')}…`;
}
