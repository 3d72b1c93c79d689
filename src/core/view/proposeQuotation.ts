import { findCues, type CueFound } from '../analysis/quotation/cues';
import { createPassage, type Passage, spanOf } from '../analysis/quotation/passage';
import type { MentionSuggestion } from '../annotation/suggestion';
import type { QuotationForm } from '../annotation/types';
import { createArticle } from '../text/article';
import type { ArticleFormat } from '../text/block';
import { splitSentences } from '../text/sentences';
import { tokenize } from '../text/tokens';
import type { Span } from '../util/span';
import { hull, marksAround } from './quotations';
import type { ArticleView, ViewMention } from './types';

/** What can be said of words that a person marks as a quotation, before anybody is asked. */
export interface QuotationProposal {
  readonly form: QuotationForm;
  readonly cue?: Span;
  readonly source?: Span;
  /** Keys of entities of the view, the likeliest first. */
  readonly speakers: readonly string[];
}

/**
 * The nearest words of saying outside of the quoted ones, the name next to them, and who else could speak: whoever is named nearby,
 * then who spoke last, then the others by how often they are named.
 */
export function proposeQuotation(
  text: string,
  format: ArticleFormat,
  view: ArticleView,
  content: Span,
): QuotationProposal {
  const passage = passageAt(text, format, content);
  const cue = passage && nearestCue(passage, content);
  const source = sourceNear(view, cue ?? content, content);
  const form = marksAround(text, [content]).length > 0 ? formOf(text, content) : 'indirect';
  return {
    form,
    ...(cue && { cue }),
    ...(source && { source: source.span }),
    speakers: speakersNear(view, source, content),
  };
}

/** Marked words that begin in the middle of a sentence are woven into the reporter's own. */
function formOf(text: string, { start }: Span): QuotationForm {
  return /^\p{Ll}/u.test(text.slice(start, start + 2)) ? 'mixed' : 'direct';
}

function passageAt(text: string, format: ArticleFormat, content: Span): Passage | undefined {
  const blocks = createArticle(text, format).blocks;
  const index = blocks.findIndex(({ span }) => span.start <= content.start && content.start < span.end);
  const block = blocks[index];
  if (!block) return undefined;
  const tokens = tokenize(block.text);
  const own = { start: content.start - block.span.start, end: content.end - block.span.start };
  const noMentions: readonly MentionSuggestion[] = [];
  const marks = { spans: [{ content: own, style: 'guillemets' as const, parent: -1, certain: true }] };
  return createPassage(index, { block, tokens, sentences: splitSentences(tokens) }, marks, noMentions);
}

/** Words of saying further away than this belong to something else. */
const furthest = 120;

/** Those right behind the words come before those in front of them that are as near. */
function nearestCue(passage: Passage, content: Span): Span | undefined {
  const spans = findCues(passage)
    .filter(({ form }) => form !== 'absent')
    .map((cue) => spanOfCue(passage, cue))
    .filter((span) => span.end <= content.start || span.start >= content.end);
  const near = spans.filter((span) => distance(span, content) <= furthest);
  return near.toSorted((a, b) => distance(a, content) - distance(b, content) || b.start - a.start)[0];
}

function spanOfCue(passage: Passage, { start, end }: CueFound): Span {
  return spanOf(passage, start, end);
}

function sourceNear(view: ArticleView, near: Span, content: Span): ViewMention | undefined {
  const speaking = view.mentions.filter(
    ({ span, type, entity }) =>
      entity !== undefined &&
      (type === 'person' || type === 'organization') &&
      distance(span, near) <= furthest &&
      (span.end <= content.start || span.start >= content.end),
  );
  return speaking.toSorted((a, b) => distance(a.span, near) - distance(b.span, near))[0];
}

function speakersNear(view: ArticleView, source: ViewMention | undefined, content: Span): readonly string[] {
  const spokeLast = view.quotations.findLast((each) => hull(each.content).end <= content.start);
  const others = [...view.entities.values()]
    .filter(({ type }) => type === 'person' || type === 'organization')
    .toSorted((a, b) => b.quotations.length - a.quotations.length || b.mentions.length - a.mentions.length);
  const keys = [source?.entity, ...(spokeLast?.speakers ?? []), ...others.map(({ key }) => key)];
  return [...new Set(keys.filter((key) => key !== undefined))];
}

/** Code units between two spans; none where they touch or overlap. */
function distance(a: Span, b: Span): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}
