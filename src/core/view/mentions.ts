import type { MentionSuggestion } from '../annotation/suggestion';
import { compareSpans, contains, sameSpan, type Span } from '../util/span';
import type { Steps } from '../util/steps';
import type { EntityLinks } from './entityLinks';
import type { PlacedMention } from './placed';
import { indexSpans } from './spanIndex';
import type { ViewMention, ViewSources } from './types';

interface Placed extends PlacedMention {
  readonly span: Span;
}

const itemsPerStep = 200;

/** Mentions to show, in text order. */
export function* showMentions(sources: ViewSources, links: EntityLinks): Steps<readonly ViewMention[]> {
  const suggestions = sources.analysis?.mentions ?? [];
  const placed = sources.placed.mentions.filter((mention): mention is Placed => mention.span !== undefined);
  const suggested = yield* indexSpans(suggestions, (mention) => mention.span);
  const decisions = yield* indexSpans(placed, (mention) => mention.span);
  const rejectedForms = formsRejected(placed);
  const shown: ViewMention[] = [];
  for (const decision of placed) {
    if (decision.record.status === 'rejected') continue;
    const same = suggested.overlapping(decision.span).find(({ span }) => sameSpan(span, decision.span));
    shown.push(fromRecord(decision, same, links));
  }
  for (const [index, suggestion] of suggestions.entries()) {
    if (index % itemsPerStep === 0) yield;
    const speaking = decisions.overlapping(suggestion.span);
    const words = sources.text.slice(suggestion.span.start, suggestion.span.end);
    if (rejectedForms.has(words) || speaking.some((decision) => hides(decision, suggestion))) continue;
    shown.push(fromSuggestion(suggestion, speaking, links));
  }
  yield;
  return shown.toSorted((a, b) => compareSpans(a.span, b.span));
}

/** Words that a rejection speaks of wherever they stand. */
function formsRejected(placed: readonly Placed[]): ReadonlySet<string> {
  const rejections = placed.filter(({ record }) => record.status === 'rejected' && record.scope === 'form');
  return new Set(rejections.map(({ record }) => record.selector.exact));
}

function hides({ record, span }: Placed, suggestion: MentionSuggestion): boolean {
  if (record.status === 'rejected' && record.scope === 'type') return record.type === suggestion.type;
  if (record.status === 'rejected' && record.scope === 'link') return false;
  return !standsBeside(record.selector.exact, span, suggestion);
}

/**
 * A description and the name inside it are two mentions: "le ministre du Mali" and "Mali". A decision on one says nothing about
 * the other. A name inside a name is one too many, so there the decision stands alone.
 */
function standsBeside(words: string, span: Span, suggestion: MentionSuggestion): boolean {
  if (sameSpan(span, suggestion.span)) return false;
  if (contains(span, suggestion.span)) return describes(words) && suggestion.form !== 'role';
  const isDescription = suggestion.form === 'role' || suggestion.form === 'common';
  return contains(suggestion.span, span) && isDescription && !describes(words);
}

function describes(words: string): boolean {
  return /^\p{Ll}/u.test(words);
}

function fromSuggestion(
  suggestion: MentionSuggestion,
  decisions: readonly Placed[],
  links: EntityLinks,
): ViewMention {
  const { entity, ...rest } = suggestion;
  const key = entity === undefined ? undefined : links.ofSuggestion(entity);
  const unlinked = decisions.some(({ record }) => isLinkRejected(record, key, links));
  return {
    ...rest,
    ...(rest.actsFor !== undefined && { actsFor: links.ofSuggestion(rest.actsFor) }),
    kind: 'mention',
    status: 'suggested',
    state: 'exact',
    ...(key !== undefined && !unlinked && { entity: key }),
  };
}

function isLinkRejected(
  { status, scope, entity }: Placed['record'],
  key: string | undefined,
  links: EntityLinks,
): boolean {
  if (status !== 'rejected' || scope !== 'link') return false;
  return entity === undefined || links.ofRecord(entity) === key;
}

/** The record's word counts; what the analysis says of the same words fills in what a record does not hold. */
function fromRecord(
  { record, span, state }: Placed,
  same: MentionSuggestion | undefined,
  links: EntityLinks,
): ViewMention {
  const alike = same?.type === record.type ? same : undefined;
  const entity = record.entity === undefined ? undefined : links.ofRecord(record.entity);
  const value = record.value === undefined ? alike?.value : { edtf: record.value, absolute: true };
  return {
    kind: 'mention',
    span,
    type: record.type,
    form: alike?.form ?? (record.type === 'date' || record.type === 'hour' ? 'time' : 'name'),
    status: record.status === 'confirmed' ? 'confirmed' : 'suggested',
    state,
    record: record.id,
    why: record.why ?? (record.status === 'suggested' ? (alike?.why ?? []) : []),
    ...(entity !== undefined && { entity }),
    ...(value && { value }),
    ...(alike?.actsFor !== undefined && { actsFor: links.ofSuggestion(alike.actsFor) }),
    ...(record.by !== undefined && { by: record.by }),
    ...(record.confidence !== undefined && { confidence: record.confidence }),
    ...(record.note !== undefined && { note: record.note }),
    ...(record.check !== undefined && { check: record.check }),
  };
}
