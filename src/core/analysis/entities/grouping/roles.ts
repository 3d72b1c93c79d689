import type { EntitySuggestion, RoleStatement } from '../../../annotation/suggestion';
import { countryByDemonym, countryByName } from '../../../language/fr/countries';
import { foldName } from '../../../language/fr/foldName';
import type { Steps } from '../../../util/steps';
import { createPassage, mentionsByBlock } from '../../quotation/passage';
import { collectRoles, type StatedRole } from '../../quotation/speakers/statedRoles';
import type { AnalyzedArticle, EntityLayer } from '../../types';

const blocksPerStep = 16;

/** The layer with the roles that the article states of its persons and organisations, and the countries that the roles tell. */
export function* withRoles(analyzed: AnalyzedArticle, layer: EntityLayer): Steps<EntityLayer> {
  const entities = new Map(layer.entities.map((entity) => [entity.key, entity]));
  const statements = new Map<string, RoleStatement[]>();
  const mentions = mentionsByBlock(analyzed.blocks, layer);
  for (const [index, block] of analyzed.blocks.entries()) {
    const own = mentions[index] ?? [];
    if (own.length > 0) {
      const passage = createPassage(index, block, { spans: [] }, own);
      for (const [key, roles] of collectRoles(passage, entities)) {
        const known = statements.get(key);
        if (known) known.push(...roles.map(statement));
        else statements.set(key, roles.map(statement));
      }
    }
    if (index % blocksPerStep === blocksPerStep - 1) yield;
  }
  return {
    ...layer,
    entities: layer.entities.map((entity) => withStatements(entity, statements.get(entity.key) ?? [])),
  };
}

function statement({ span, text, gender }: StatedRole): RoleStatement {
  return {
    span,
    text: text.replace(/\s+/gu, ' '),
    former: /^(?:ancien(?:ne)?s?\b|ex-|ex\s)/iu.test(text),
    ...(gender && { gender }),
  };
}

function withStatements(entity: EntitySuggestion, roles: readonly RoleStatement[]): EntitySuggestion {
  const seen = new Set<string>();
  const distinct = roles.filter(({ text }) => !seen.has(foldName(text)) && seen.add(foldName(text)));
  const country =
    entity.country ?? distinct.map(({ text }) => countryIn(text)).find((code) => code !== undefined);
  return { ...entity, roles: distinct, ...(country !== undefined && { country }) };
}

/** "ministre malien des Affaires étrangères", "président du Burkina Faso". */
function countryIn(role: string): string | undefined {
  const place = /(?:\bdu |\bde la |\bde l['’]|\bdes |\bde |\bd['’])(\p{Lu}[\p{L}’' -]+)$/u.exec(role)?.[1];
  const named = place === undefined ? undefined : countryByName(place);
  if (named !== undefined) return named;
  for (const word of role.split(/[\s-]+/u)) {
    const code = countryByDemonym(word);
    if (code !== undefined) return code;
  }
  return undefined;
}
