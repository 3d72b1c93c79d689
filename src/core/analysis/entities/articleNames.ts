import type { MentionSuggestion } from '../../annotation/suggestion';
import { isEntityType } from '../../annotation/types';
import { why, type Why } from '../../annotation/why';
import { shift } from '../../util/span';
import { inSteps, type Steps } from '../../util/steps';
import type { Rescoring } from '../ner/rescoring';
import type { AnalysisContext, AnalyzedArticle } from '../types';
import { gatherCandidates, type Candidate } from './candidates';
import { heed, type Heeded } from './folderKnowledge';
import { listedNames } from './listedNames';
import { heedRegister } from './registerKnowledge';
import { chooseCandidates, rescore } from './rescoring';

/**
 * The names of an article in text order, none overlapping: what the recogniser saw in each block, weighed with what the rest of
 * the article and the folder's decisions say. Times are left to their own stage. Linear but for sorting.
 */
export function* articleNames(
  analyzed: AnalyzedArticle,
  context: AnalysisContext,
  rescoring: Rescoring,
): Steps<readonly MentionSuggestion[]> {
  const seen = yield* gatherCandidates(analyzed);
  const scored = yield* rescore(seen, rescoring);
  const weighed = yield* inSteps(scored, (candidate, index) => ({
    ...heedAll(candidate, formOf(analyzed, candidate), context),
    before: (seen[index] as Candidate).confidence,
  }));
  const listed = yield* listedNames(analyzed, context.register, seen);
  const more = listed.map((candidate) => ({
    ...heed(candidate, formOf(analyzed, candidate), context.folder),
    before: undefined,
    listed: heedRegister(candidate, formOf(analyzed, candidate), context.register).heeded,
  }));
  const chosen = yield* chooseCandidates([...weighed, ...more], rescoring.threshold);
  const names = yield* inSteps(chosen, (name): readonly MentionSuggestion[] => {
    const { type, span, block, confidence } = name;
    if (!isEntityType(type)) return [];
    const start = analyzed.blocks[block]?.block.span.start ?? 0;
    return [{ span: shift(span, start), type, form: 'name', confidence, why: reasons(name) }];
  });
  return names.flat();
}

/** What people decided elsewhere, then what they list. */
function heedAll<T extends Candidate>(candidate: T, form: string, context: AnalysisContext): T & Heeded {
  const decided = heed(candidate, form, context.folder);
  const listed = heedRegister(decided, form, context.register);
  return { ...listed, heeded: [...decided.heeded, ...listed.heeded] };
}

function formOf(analyzed: AnalyzedArticle, { block, span }: Candidate): string {
  return analyzed.blocks[block]?.block.text.slice(span.start, span.end) ?? '';
}

/** Less sure than this, the recogniser alone would not have suggested it. */
const doubtful = 0.4;

interface Reasons extends Heeded {
  /** What the recogniser alone said; nothing where it saw no name. */
  readonly before: number | undefined;
  readonly listed?: readonly Why[];
}

function reasons(name: Reasons): readonly Why[] {
  if (name.before === undefined) return [...(name.listed ?? []), ...name.heeded];
  const own = name.before < doubtful ? why('recognized-elsewhere') : why('recognized');
  return [own, ...name.heeded];
}
