import type { Steps } from '../../util/steps';
import type { Recognizer } from '../ner/recognizer';
import type { AnalysisContext, AnalyzedArticle, EntityLayer } from '../types';
import { articleNames } from './articleNames';
import { groupMentions } from './grouping/groupMentions';

/** Chooses names over the whole article and groups their mentions into entities. Deterministic; linear in the names. */
export function* entityLayer(
  analyzed: AnalyzedArticle,
  context: AnalysisContext,
  recognizer: Recognizer | undefined,
): Steps<EntityLayer> {
  if (!recognizer) return { mentions: [], entities: [] };
  const mentions = yield* articleNames(analyzed, context, recognizer.rescoring);
  yield;
  return yield* groupMentions(analyzed, mentions, recognizer.genderOf);
}
