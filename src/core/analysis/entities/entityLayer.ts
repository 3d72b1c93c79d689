import type { EntitySuggestion, MentionSuggestion } from '../../annotation/suggestion';
import { isEntityType } from '../../annotation/types';
import { why } from '../../annotation/why';
import { shift, type Span } from '../../util/span';
import type { Steps } from '../../util/steps';
import type { AnalysisContext, AnalyzedArticle, EntityLayer, RecognizedName } from '../types';

// Grouping (who is who, roles, countries, metonymy) is being built in ./grouping/ by the integrator: groupMentions(analyzed, mentions).
// This file keeps choosing the names (the article pass) and hands the chosen mentions to it.
/** Chooses names over the whole article and groups their mentions into entities. Deterministic; linear in the names. */
export function* entityLayer(analyzed: AnalyzedArticle, _context: AnalysisContext): Steps<EntityLayer> {
  const mentions: MentionSuggestion[] = [];
  const entities = new Map<string, EntitySuggestion>();
  for (const [index, { block }] of analyzed.blocks.entries()) {
    for (const name of bestNames(analyzed.names[index] ?? [])) {
      if (!isEntityType(name.type)) continue;
      const span: Span = shift(name.span, block.span.start);
      const text = analyzed.article.text.slice(span.start, span.end);
      const key = `${name.type} ${text}`;
      entities.set(key, entities.get(key) ?? { key, type: name.type, name: text, aliases: [], roles: [] });
      const { type, confidence } = name;
      mentions.push({ span, type, form: 'name', entity: key, confidence, why: [why('recognized')] });
    }
  }
  return { mentions, entities: [...entities.values()] };
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
