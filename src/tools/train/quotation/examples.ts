import type { SourceCandidate } from '../../../core/analysis/quotation/sources';
import type { Span } from '../../../core/util/span';
import { runSteps } from '../../../core/util/steps';
import {
  analysePassage,
  draftQuotations,
  featuresOfMark,
  isUnspoken,
  sourceKind,
  type Draft,
  type PassageAnalysis,
} from '../../../core/analysis/quotation/drafts';
import { findIndirect, indirectFeatures } from '../../../core/analysis/quotation/indirect';
import type { QuotationModel } from '../../../core/analysis/quotation/model';
import { spanOf, type Passage } from '../../../core/analysis/quotation/passage';
import { joinParagraphs, preparePassages, spokenBy } from '../../../core/analysis/quotation/quotations';
import { createCast } from '../../../core/analysis/quotation/speakers/cast';
import { speakerOptions } from '../../../core/analysis/quotation/speakers/resolve';
import { questionOf, type SpokenBefore } from '../../../core/analysis/quotation/speakers/question';
import type { PressQuotation } from '../pressText';
import type { Choice } from './logistic';
import { entityNamed, severalNamed } from './sameName';
import type { TrainingText } from './trainingTexts';

export type MarkLabel = 'direct' | 'mixed' | 'none';

/** What one text teaches the three models that find quotations. */
export interface FindingExamples {
  readonly marks: readonly { readonly features: readonly string[]; readonly label: MarkLabel }[];
  readonly indirect: readonly { readonly features: readonly string[]; readonly yes: boolean }[];
  readonly sources: readonly Choice[];
}

export function findingExamples(text: TrainingText, model: QuotationModel): FindingExamples {
  const passages = runSteps(preparePassages(text.analyzed, text.layer));
  const all = passages.map((passage) => inPassage(text, passage, model));
  return {
    marks: all.flatMap(({ marks }) => marks),
    indirect: all.flatMap(({ indirect }) => indirect),
    sources: all.flatMap(({ sources }) => sources),
  };
}

function inPassage(text: TrainingText, passage: Passage, model: QuotationModel): FindingExamples {
  const scene = analysePassage(passage, model);
  const labels = scene.links.map(({ mark }) =>
    markLabel(text, articleSpan(passage, (passage.marks[mark] as { content: Span }).content)),
  );
  return {
    marks: scene.links.map((link, index) => ({
      features: featuresOfMark(scene, link),
      label: labels[index] as MarkLabel,
    })),
    indirect: indirectExamples(text, scene, labels),
    sources: [...sourceExamples(text, scene), ...unspokenExamples(text, scene)],
  };
}

function articleSpan({ offset }: Passage, { start, end }: Span): Span {
  return { start: start + offset, end: end + offset };
}

/** The reference's reading of a marked span: the form of the quotation that has much of its content there. */
export function markLabel(text: TrainingText, marked: Span): MarkLabel {
  for (const quotation of text.quotations) {
    const covered = quotation.content.reduce((sum, piece) => sum + shared(piece, marked), 0);
    if (quotation.kind === 'indirect') {
      if (quotation.content.some((piece) => jaccard([piece], [marked]) > 0.7)) return 'direct';
      continue;
    }
    const widest = quotation.content.some(
      (piece) =>
        shared(piece, marked) >= 0.6 * (piece.end - piece.start) ||
        (shared(piece, marked) > 0.8 * (marked.end - marked.start) && jaccard([piece], [marked]) > 0.4),
    );
    if (
      covered >= 0.5 * (marked.end - marked.start) &&
      widest &&
      covered <= 1.3 * (marked.end - marked.start)
    )
      return quotation.kind;
  }
  return 'none';
}

function indirectExamples(
  text: TrainingText,
  scene: PassageAnalysis,
  labels: readonly MarkLabel[],
): FindingExamples['indirect'] {
  const { passage, cues, links } = scene;
  const spoken = new Set(
    links.flatMap((link, index) =>
      labels[index] !== 'none' && link.relation !== 'far' && link.cue !== undefined ? [link.cue] : [],
    ),
  );
  return cues.flatMap((cue, index) => {
    const found = spoken.has(index) ? undefined : findIndirect(passage, cues, index);
    if (!found) return [];
    const [source] = scene.sourcesOf(index);
    const content = found.fragments.map(({ start, end }) => spanOf(passage, start, end));
    const yes = text.quotations.some(
      (quotation) => quotation.kind === 'indirect' && jaccard(quotation.content, content) >= 0.45,
    );
    return [
      {
        features: indirectFeatures(passage, cue, found, sourceKind(passage, source), source?.score ?? -9),
        yes,
      },
    ];
  });
}

function sourceExamples(text: TrainingText, scene: PassageAnalysis): Choice[] {
  const { passage, cues } = scene;
  return cues.flatMap((cue, index): Choice[] => {
    const words = spanOf(passage, cue.start, cue.end);
    const gold = text.quotations.find(
      (quotation) => quotation.cue && quotation.speaker && shared(quotation.cue, words) > 0,
    );
    if (!gold?.speaker) return [];
    return choiceOf(passage, scene.sourcesOf(index), gold.speaker);
  });
}

/** Marked words without words of saying, whose source the reference names. */
function unspokenExamples(text: TrainingText, scene: PassageAnalysis): Choice[] {
  const { passage, links } = scene;
  return links.flatMap((link): Choice[] => {
    if (!isUnspoken(link)) return [];
    const content = articleSpan(passage, (passage.marks[link.mark] as { content: Span }).content);
    const gold = referenceOf(text, { content: [content] });
    return gold?.speaker ? choiceOf(passage, scene.sourcesOfMark(link.mark), gold.speaker) : [];
  });
}

function choiceOf(passage: Passage, candidates: readonly SourceCandidate[], target: Span): Choice[] {
  const scores = candidates.map(({ phrase }) =>
    sourceFit(
      spanOf(passage, phrase.start, phrase.end),
      spanOf(passage, phrase.head, phrase.head + 1),
      target,
    ),
  );
  const best = Math.max(...scores, 0);
  if (best <= 0 || candidates.length < 2) return [];
  return [{ options: candidates.map(({ features }) => features), right: scores.indexOf(best) }];
}

/** How well a phrase is the reference's mention: its head inside, then the shared letters. */
function sourceFit(phrase: Span, head: Span, target: Span): number {
  const both = shared(phrase, target);
  if (both === 0) return 0;
  return (
    both / (phrase.end - phrase.start + target.end - target.start - both) + (shared(head, target) > 0 ? 1 : 0)
  );
}

/** Choices of the speaker for all quotations that the given model finds rightly. */
export function speakerExamples(text: TrainingText, model: QuotationModel): Choice[] {
  const passages = runSteps(preparePassages(text.analyzed, text.layer));
  const cast = runSteps(createCast(passages, text.layer));
  const drafts = joinParagraphs(passages.flatMap((passage) => draftQuotations(passage, model).drafts));
  const history: SpokenBefore[] = [];
  const choices: Choice[] = [];
  for (const draft of drafts) {
    const phrase = draft.sources[0]?.phrase;
    const question = questionOf(draft, cast, phrase);
    const options = speakerOptions(question, cast, history.slice(-6));
    const gold = referenceOf(text, draft);
    const several = gold?.speakerName ? severalNamed(text.layer, gold.speakerName) : undefined;
    const entity = gold?.speakerName && !several ? entityNamed(text.layer, gold.speakerName) : undefined;
    // Several speakers are found by rules: the ranker knows one.
    if (gold && !several)
      choices.push({ options: options.map(({ features }) => features), right: rightOf(options, entity) });
    history.push(
      spokenBy(draft, phrase, { question, speakers: several ?? (entity === undefined ? [] : [entity]) }),
    );
  }
  return choices;
}

function rightOf(
  options: readonly { readonly entity: string | undefined }[],
  entity: string | undefined,
): number {
  const index = options.findIndex((option) => option.entity === entity);
  return index < 0 ? options.length - 1 : index;
}

export function referenceOf(text: TrainingText, draft: Pick<Draft, 'content'>): PressQuotation | undefined {
  return text.quotations.find((quotation) => jaccard(quotation.content, draft.content) >= 0.5);
}

function shared(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

function jaccard(a: readonly Span[], b: readonly Span[]): number {
  const both = a.reduce((sum, one) => sum + b.reduce((total, other) => total + shared(one, other), 0), 0);
  const length = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const all = length(a) + length(b) - both;
  return all === 0 ? 0 : both / all;
}
