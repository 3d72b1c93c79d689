import type { MentionSuggestion } from '../../../annotation/suggestion';
import { isEntityType, type EntityType } from '../../../annotation/types';
import { tokenAt, tokenText } from '../../../text/tokens';
import type { Steps } from '../../../util/steps';
import type { AnalyzedArticle, EntityLayer, TokenizedBlock } from '../../types';
import { acronymPairs } from './acronymPairs';
import { knownCountry } from './aliases';
import { describeEntity, type GenderOf } from './describeEntity';
import type { Group, NamedMention } from './groups';
import { groupOrganizations } from './groupOrganizations';
import { groupPersons, joinOrOpen } from './groupPersons';
import { metonymyOf } from './metonymy';
import { isAcronym, nameForm } from './nameForm';
import { genderOfTitle, isTitle } from './persons';
import { withRoles } from './roles';

/**
 * Who is who in the article: mentions of names (text order, without entity) into entities with their names, acronyms, roles,
 * genders and countries. Deterministic; near linear in the mentions.
 */
export function* groupMentions(
  analyzed: AnalyzedArticle,
  mentions: readonly MentionSuggestion[],
  genderOf: GenderOf = () => undefined,
): Steps<EntityLayer> {
  const named = namedMentions(analyzed, mentions);
  yield;
  const groups = groupAll(analyzed.article.text, named).toSorted((a, b) => firstStart(a) - firstStart(b));
  yield;
  const entities = groups.map((group, index) => describeEntity(group, `e${index + 1}`, genderOf));
  const keys = new Map<MentionSuggestion, string>(
    groups.flatMap((group, index) => group.members.map(({ mention }) => [mention, `e${index + 1}`] as const)),
  );
  const linked = mentions.map((mention) => ({
    ...mention,
    form: isAcronym(wordsOf(analyzed, mention)) ? ('acronym' as const) : mention.form,
    ...(keys.has(mention) && { entity: keys.get(mention) as string }),
  }));
  yield;
  const layer = { mentions: metonymyOf(analyzed, linked, entities), entities };
  return yield* withRoles(analyzed, layer);
}

function groupAll(text: string, named: readonly NamedMention[]): readonly Group[] {
  const of = (type: EntityType) => named.filter(({ mention }) => mention.type === type);
  const organizations = of('organization');
  return [
    ...groupPersons(of('person')),
    ...groupOrganizations(organizations, acronymPairs(text, organizations)),
    ...groupByKey(of('location'), ({ form }) => knownCountry(form.text) ?? form.key),
    ...groupByKey(of('event'), ({ form }) => form.key),
    ...groupByKey(of('product'), ({ form }) => form.key),
  ];
}

function groupByKey(
  mentions: readonly NamedMention[],
  keyOf: (mention: NamedMention) => string,
): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const mention of mentions) joinOrOpen(groups, keyOf(mention), mention);
  return [...groups.values()];
}

function firstStart(group: Group): number {
  return group.members.reduce((first, { mention }) => Math.min(first, mention.span.start), Infinity);
}

/** Mentions are in text order, so blocks and mentions are walked side by side. */
function namedMentions(
  analyzed: AnalyzedArticle,
  mentions: readonly MentionSuggestion[],
): readonly NamedMention[] {
  let block = 0;
  return mentions.flatMap((mention) => {
    while (block + 1 < analyzed.blocks.length && blockEnd(analyzed, block) <= mention.span.start) block++;
    const inBlock = analyzed.blocks[block];
    if (!isEntityType(mention.type) || !inBlock) return [];
    const gender = mention.type === 'person' ? titleBefore(inBlock, mention) : undefined;
    const form = nameForm(wordsOf(analyzed, mention));
    return [{ mention: mention as NamedMention['mention'], form, block, ...(gender && { gender }) }];
  });
}

function wordsOf(analyzed: AnalyzedArticle, { span }: MentionSuggestion): string {
  return analyzed.article.text.slice(span.start, span.end);
}

function blockEnd(analyzed: AnalyzedArticle, block: number): number {
  return (analyzed.blocks[block] as TokenizedBlock).block.span.end;
}

function titleBefore({ tokens, block }: TokenizedBlock, { span }: MentionSuggestion) {
  const first = tokenAt(tokens, span.start - block.span.start);
  const inside = tokenText(tokens, first);
  return genderOfTitle(isTitle(inside) ? inside : first > 0 ? tokenText(tokens, first - 1) : '');
}
