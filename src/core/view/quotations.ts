import type { Cue, QuotationSuggestion } from '../annotation/suggestion';
import { compareSpans, contains, type Span, spanLength } from '../util/span';
import type { Steps } from '../util/steps';
import type { EntityLinks } from './entityLinks';
import type { PlacedQuotation } from './placed';
import { indexSpans } from './spanIndex';
import type { ViewQuotation, ViewSources } from './types';

interface Placed extends PlacedQuotation {
  readonly content: readonly Span[];
}

const itemsPerStep = 100;

/** Quotations to show, in text order of their first words. */
export function* showQuotations(sources: ViewSources, links: EntityLinks): Steps<readonly ViewQuotation[]> {
  const suggestions = sources.analysis?.quotations ?? [];
  const placed = sources.placed.quotations.filter(
    (quotation): quotation is Placed => !!quotation.content?.length,
  );
  const suggested = yield* indexSpans(suggestions, ({ content }) => hull(content));
  const decisions = yield* indexSpans(placed, ({ content }) => hull(content));
  const sourceOf = new Map(sources.placed.mentions.map(({ record, span }) => [record.id, span]));
  const shown: ViewQuotation[] = [];
  for (const decision of placed) {
    if (decision.record.status === 'rejected') continue;
    const same = suggested
      .overlapping(hull(decision.content))
      .find(({ content }) => competes(content, decision.content));
    shown.push(fromRecord(decision, same, sourceOf.get(decision.record.source ?? ''), sources.text, links));
  }
  for (const [index, suggestion] of suggestions.entries()) {
    if (index % itemsPerStep === 0) yield;
    const speaking = decisions
      .overlapping(hull(suggestion.content))
      .filter(({ content }) => competes(content, suggestion.content));
    if (speaking.some((decision) => hides(decision, suggestion))) continue;
    shown.push(fromSuggestion(suggestion, speaking, links));
  }
  yield;
  return shown.toSorted((a, b) => compareSpans(hull(a.content), hull(b.content)));
}

/** From the first to the last code unit of a quotation's words. */
export function hull(content: readonly Span[]): Span {
  return { start: content[0]?.start ?? 0, end: content.at(-1)?.end ?? 0 };
}

/**
 * Whether two are rival readings of the same words. A quotation that lies inside another and is less than half of it is a
 * quotation in a quotation, which has its own speaker and its own decision.
 */
function competes(a: readonly Span[], b: readonly Span[]): boolean {
  const shared = sharedLength(a, b);
  if (shared === 0) return false;
  const nested = contains(hull(a), hull(b)) || contains(hull(b), hull(a));
  return !nested || shared * 2 >= Math.max(totalLength(a), totalLength(b));
}

function sharedLength(a: readonly Span[], b: readonly Span[]): number {
  let shared = 0;
  for (const one of a) {
    for (const other of b)
      shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  }
  return shared;
}

function totalLength(spans: readonly Span[]): number {
  return spans.reduce((sum, each) => sum + spanLength(each), 0);
}

function hides({ record }: Placed, suggestion: QuotationSuggestion): boolean {
  if (record.status !== 'rejected') return true;
  if (record.scope === 'speaker' || record.scope === 'link') return false;
  return record.scope === 'type' ? record.form === suggestion.form : true;
}

function fromSuggestion(
  suggestion: QuotationSuggestion,
  decisions: readonly Placed[],
  links: EntityLinks,
): ViewQuotation {
  const refused = new Set(
    decisions.flatMap(({ record }) => record.speakers.map((id) => links.ofRecord(id) ?? id)),
  );
  const { confidence, ...rest } = suggestion;
  const speakers = rest.speakers.map(links.ofSuggestion).filter((key) => !refused.has(key));
  return {
    ...rest,
    kind: 'quotation',
    status: 'suggested',
    state: 'exact',
    speakers,
    candidates: candidatesOf(suggestion, links).filter(({ entity }) => !refused.has(entity)),
    confidence: confidence.found * confidence.form,
    speakerConfidence: confidence.speaker,
  };
}

function candidatesOf(suggestion: QuotationSuggestion, links: EntityLinks): ViewQuotation['candidates'] {
  return suggestion.candidates.map(({ entity, score }) => ({ entity: links.ofSuggestion(entity), score }));
}

function fromRecord(
  { record, content, cue, state }: Placed,
  same: QuotationSuggestion | undefined,
  source: Span | undefined,
  text: string,
  links: EntityLinks,
): ViewQuotation {
  const known = (ids: readonly string[]) =>
    ids.map(links.ofRecord).filter((key): key is string => key !== undefined);
  const cueShown = cueOf(cue, same?.cue);
  return {
    kind: 'quotation',
    form: record.form,
    content,
    marks: record.form === 'indirect' ? [] : marksAround(text, content),
    status: record.status === 'confirmed' ? 'confirmed' : 'suggested',
    state,
    record: record.id,
    speakers: known(record.speakers),
    candidates: known(record.candidates ?? []).map((entity) => ({ entity, score: 0 })),
    why: record.why ?? (record.status === 'suggested' ? (same?.why ?? []) : []),
    ...(cueShown && { cue: cueShown }),
    ...(source && { source }),
    ...(record.by !== undefined && { by: record.by }),
    ...(record.confidence !== undefined && { confidence: record.confidence }),
    ...(record.note !== undefined && { note: record.note }),
    ...(record.check !== undefined && { check: record.check }),
  };
}

/** The tone and dictionary form come from the analysis, when it found the same words of saying. */
function cueOf(recorded: Span | undefined, suggested: Cue | undefined): Cue | undefined {
  if (!recorded) return undefined;
  const same = suggested && sharedLength([recorded], [suggested.span]) > 0;
  return { span: recorded, tone: same ? suggested.tone : 'neutral', lemma: same ? suggested.lemma : '' };
}

const openingMark = /[«“”"„‹‘—–]\s*$/u;
const closingMark = /^\s*[»“”"›’]/u;

/** The marks that stand right before and after each part, with nothing but spaces between. */
export function marksAround(text: string, content: readonly Span[]): readonly Span[] {
  const marks: Span[] = [];
  for (const { start, end } of content) {
    const before = openingMark.exec(text.slice(Math.max(0, start - 3), start));
    if (before) marks.push(oneUnit(Math.max(0, start - 3) + before.index));
    const after = closingMark.exec(text.slice(end, end + 3));
    if (after) marks.push(oneUnit(end + after[0].length - 1));
  }
  return marks;
}

function oneUnit(start: number): Span {
  return { start, end: start + 1 };
}
