import type { MentionSuggestion, QuotationSuggestion } from '../../annotation/suggestion';
import { why } from '../../annotation/why';
import { compareSpans, type Span } from '../../util/span';
import type { Steps } from '../../util/steps';
import type { AnalysisContext, AnalyzedArticle, EntityLayer, QuotationLayer } from '../types';
import { draftQuotations, type Draft, type RefusedDraft } from './drafts';
import type { QuotationModel } from './model';
import { addUnmarkedSpeech } from './interview';
import { pairAllMarks } from './paragraphs';
import { noteRepeats } from './repeats';
import { createPassage, mentionsByBlock, spanOf, wordAt, type Passage } from './passage';
import type { Phrase } from './phrases';
import { createCast, type Cast } from './speakers/cast';
import { resolveSpeaker, type Resolution } from './speakers/resolve';
import type { SpokenBefore } from './speakers/question';
import { quotationModel } from './weights';

/**
 * Reported speech of an article with its speakers. Document stage: linear in the text whatever its marks, never throws; equal
 * to a full analysis after any edit, since nothing is kept.
 */
export function* quotations(
  analyzed: AnalyzedArticle,
  layer: EntityLayer,
  context: AnalysisContext,
): Steps<QuotationLayer> {
  return yield* findQuotations(analyzed, layer, quotationModel, context.weakSpeech);
}

/** The same with a given model, for training and measuring. */
export function* findQuotations(
  analyzed: AnalyzedArticle,
  layer: EntityLayer,
  model: QuotationModel,
  weak = false,
): Steps<QuotationLayer> {
  const passages = yield* preparePassages(analyzed, layer);
  const cast = yield* createCast(passages, layer);
  const drafts: Draft[] = [];
  const refused: RefusedDraft[] = [];
  for (const passage of passages) {
    const found = draftQuotations(passage, model, weak);
    for (const draft of found.drafts) drafts.push(draft);
    for (const marks of found.refused) refused.push(marks);
    yield;
  }
  return yield* withSpeakers(joinParagraphs(drafts), refused, cast, model);
}

export function* preparePassages(analyzed: AnalyzedArticle, layer: EntityLayer): Steps<readonly Passage[]> {
  const paired = addUnmarkedSpeech(analyzed.blocks, yield* pairAllMarks(analyzed.blocks));
  const marks = yield* noteRepeats(analyzed.blocks, paired);
  const mentions = mentionsByBlock(analyzed.blocks, layer);
  const passages: Passage[] = [];
  for (const [index, block] of analyzed.blocks.entries()) {
    passages.push(createPassage(index, block, marks[index] ?? { spans: [] }, mentions[index] ?? []));
    yield;
  }
  return passages;
}

/** A quotation over several paragraphs is one, with a fragment a paragraph. */
export function joinParagraphs(drafts: readonly Draft[]): readonly Draft[] {
  const joined: Draft[] = [];
  for (const draft of drafts) {
    const last = draft.continues
      ? joined.findLastIndex(
          (earlier) => earlier.form !== 'indirect' && draft.passage.index - earlier.passage.index <= 12,
        )
      : -1;
    const earlier = joined[last];
    if (!earlier) joined.push(draft);
    else joined[last] = continued(earlier, draft);
  }
  return joined;
}

/** Marks that open again and again without closing give fragments over each other: of two the one that starts first stays. */
function apart(content: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const part of content.toSorted(compareSpans))
    if (part.start >= (kept.at(-1)?.end ?? -1)) kept.push(part);
  return kept;
}

function continued(first: Draft, next: Draft): Draft {
  const cued = first.cue || !next.cue ? first : next;
  return {
    ...first,
    content: [...first.content, ...next.content],
    marks: [...first.marks, ...next.marks],
    ...(cued.cue && { cue: cued.cue }),
    passage: cued.passage,
    sources: cued.sources,
    token: cued.token,
  };
}

function* withSpeakers(
  drafts: readonly Draft[],
  refused: readonly RefusedDraft[],
  cast: Cast,
  model: QuotationModel,
): Steps<QuotationLayer> {
  const history: SpokenBefore[] = [];
  const found: QuotationSuggestion[] = [];
  const mentions: MentionSuggestion[] = [];
  for (const draft of drafts) {
    const phrase = draft.sources[0]?.phrase;
    const resolution = resolveSpeaker(draft, cast, history.slice(-6), model);
    found.push(suggestion(draft, phrase, resolution));
    mentions.push(...mentionOf(draft, phrase, resolution, cast));
    history.push(spokenBy(draft, phrase, resolution));
    yield;
  }
  return { quotations: inTextOrder(found), refused, mentions: withoutRepeats(mentions) };
}

export function spokenBy(
  draft: Draft,
  phrase: Phrase | undefined,
  { question, speakers }: Pick<Resolution, 'question' | 'speakers'>,
): SpokenBefore {
  return {
    entity: speakers[0],
    ...(speakers.length > 1 && { group: speakers }),
    sentence: question.sentence,
    block: draft.passage.index,
    kind: question.kind,
    head: phrase ? wordAt(draft.passage, phrase.head) : '',
    draft,
  };
}

function suggestion(draft: Draft, phrase: Phrase | undefined, resolution: Resolution): QuotationSuggestion {
  const { passage, cue } = draft;
  return {
    form: draft.form,
    content: apart(draft.content),
    marks: draft.marks,
    ...(cue && { cue: { span: spanOf(passage, cue.start, cue.end), tone: cue.tone, lemma: cue.lemma } }),
    ...(phrase && { source: spanOf(passage, phrase.start, phrase.end) }),
    speakers: resolution.speakers,
    candidates: resolution.candidates,
    confidence: { found: draft.found, form: draft.formConfidence, speaker: resolution.confidence },
    why: [...draft.why, ...(cue ? [why('words-of-saying', cue.lemma, cue.tone)] : []), ...resolution.why],
  };
}

/** Roles and pronouns that speak, so that the words themselves can say who it is. */
function mentionOf(
  draft: Draft,
  phrase: Phrase | undefined,
  { speakers, question, confidence, why: reasons }: Resolution,
  cast: Cast,
): MentionSuggestion[] {
  const entity = speakers[0];
  if (!phrase || entity === undefined || (question.kind !== 'role' && question.kind !== 'pronoun')) return [];
  const type = cast.entities.get(entity)?.type ?? 'person';
  const { passage } = draft;
  return [
    {
      span: spanOf(passage, phrase.start, phrase.end),
      type,
      form: question.kind,
      entity,
      confidence,
      why: reasons,
    },
  ];
}

function withoutRepeats(mentions: readonly MentionSuggestion[]): readonly MentionSuggestion[] {
  const seen = new Set<string>();
  return mentions
    .filter(({ span }) => !seen.has(`${span.start} ${span.end}`) && seen.add(`${span.start} ${span.end}`))
    .toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

function inTextOrder(found: readonly QuotationSuggestion[]): readonly QuotationSuggestion[] {
  const start = (quotation: QuotationSuggestion) => quotation.content[0]?.start ?? 0;
  return found.toSorted((a, b) => start(a) - start(b));
}
