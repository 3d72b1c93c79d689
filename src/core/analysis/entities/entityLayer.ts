import type { MentionSuggestion } from '../../annotation/suggestion';
import { isEntityType } from '../../annotation/types';
import { why } from '../../annotation/why';
import { shift } from '../../util/span';
import type { Steps } from '../../util/steps';
import type { AnalysisContext, AnalyzedArticle, EntityLayer, RecognizedName } from '../types';
import type { GenderOf } from './grouping/describeEntity';
import { groupMentions } from './grouping/groupMentions';

/** Chooses names over the whole article and groups their mentions into entities. Deterministic; linear in the names. */
export function* entityLayer(
  analyzed: AnalyzedArticle,
  _context: AnalysisContext,
  genderOf?: GenderOf,
): Steps<EntityLayer> {
  const mentions: MentionSuggestion[] = [];
  for (const [index, { block }] of analyzed.blocks.entries()) {
    for (const { span, type, confidence } of bestNames(analyzed.names[index] ?? [])) {
      if (!isEntityType(type)) continue;
      mentions.push({
        span: shift(span, block.span.start),
        type,
        form: 'name',
        confidence,
        why: [why('recognized')],
      });
    }
  }
  return yield* groupMentions(analyzed, mentions, genderOf);
}

/** The likelier of two names that overlap, in text order. */
function bestNames(names: readonly RecognizedName[]): readonly RecognizedName[] {
  const chosen: RecognizedName[] = [];
  for (const name of names) {
    if (name.confidence < 0.5) continue;
    const last = chosen.at(-1);
    if (!last || last.span.end <= name.span.start) chosen.push(name);
    else if (last.confidence < name.confidence) chosen[chosen.length - 1] = name;
  }
  return chosen;
}
