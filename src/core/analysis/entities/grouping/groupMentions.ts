import type { EntitySuggestion, MentionSuggestion } from '../../../annotation/suggestion';
import { isEntityType, type EntityType } from '../../../annotation/types';
import { tokenAt, tokenText } from '../../../text/tokens';
import { inSteps, type Steps } from '../../../util/steps';
import type { AnalyzedArticle, EntityLayer, TokenizedBlock } from '../../types';
import { acronymPairs } from './acronymPairs';
import { knownCountry } from './aliases';
import { describeEntity, type GenderOf } from './describeEntity';
import { type Group, joinOrOpen, type NamedMention } from './groups';
import { groupOrganizations } from './groupOrganizations';
import { groupPersons } from './groupPersons';
import { metonymyOf } from './metonymy';
import { isAcronym, type NameForm, nameForm } from './nameForm';
import { type Origin, originOf } from './origin';
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
  const named = yield* namedMentions(analyzed, mentions);
  const groups = (yield* groupAll(analyzed.article.text, named)).toSorted(
    (a, b) => firstStart(a) - firstStart(b),
  );
  yield;
  const keys = new Map<MentionSuggestion, string>();
  const entities: EntitySuggestion[] = [];
  for (const [index, group] of groups.entries()) {
    const key = `e${index + 1}`;
    entities.push(describeEntity(group, key, genderOf));
    for (const { mention } of group.members) keys.set(mention, key);
    if (index % perStep === 0) yield;
  }
  const linked = yield* inSteps(mentions, (mention) => linkedMention(analyzed, mention, keys.get(mention)));
  const acting = yield* metonymyOf(analyzed, linked, entities);
  return yield* withRoles(analyzed, { mentions: acting, entities });
}

const perStep = 64;

function linkedMention(
  analyzed: AnalyzedArticle,
  mention: MentionSuggestion,
  entity: string | undefined,
): MentionSuggestion {
  return {
    ...mention,
    form: isAcronym(wordsOf(analyzed, mention)) ? 'acronym' : mention.form,
    ...(entity !== undefined && { entity }),
  };
}

function* groupAll(text: string, named: readonly NamedMention[]): Steps<readonly Group[]> {
  const of = (type: EntityType) => named.filter(({ mention }) => mention.type === type);
  const organizations = of('organization');
  return [
    ...(yield* groupPersons(of('person'))),
    ...(yield* groupOrganizations(organizations, acronymPairs(text, organizations))),
    ...(yield* groupByKey(of('location'), ({ form }) => knownCountry(form.text) ?? form.key)),
    ...(yield* groupByKey(of('event'), ({ form }) => form.key)),
    ...(yield* groupByKey(of('product'), ({ form }) => form.key)),
  ];
}

function* groupByKey(
  mentions: readonly NamedMention[],
  keyOf: (mention: NamedMention) => string,
): Steps<readonly Group[]> {
  const groups = new Map<string, Group>();
  for (const [i, mention] of mentions.entries()) {
    joinOrOpen(groups, keyOf(mention), mention);
    if (i % perStep === 0) yield;
  }
  return [...groups.values()];
}

function firstStart(group: Group): number {
  return group.members.reduce((first, { mention }) => Math.min(first, mention.span.start), Infinity);
}

/** Mentions are in text order, so blocks and mentions are walked side by side. */
function* namedMentions(
  analyzed: AnalyzedArticle,
  mentions: readonly MentionSuggestion[],
): Steps<readonly NamedMention[]> {
  const forms = new Map<string, NameForm>();
  const named: NamedMention[] = [];
  let block = 0;
  for (const [i, mention] of mentions.entries()) {
    while (block + 1 < analyzed.blocks.length && blockEnd(analyzed, block) <= mention.span.start) block++;
    const { type } = mention;
    if (!isEntityType(type)) continue;
    const text = wordsOf(analyzed, mention);
    const form = forms.get(text) ?? nameForm(text);
    forms.set(text, form);
    named.push({
      mention: mention as NamedMention['mention'],
      form,
      block,
      ...(type === 'person' && besideName(analyzed.blocks[block] as TokenizedBlock, mention)),
    });
    if (i % perStep === 0) yield;
  }
  return named;
}

function wordsOf(analyzed: AnalyzedArticle, { span }: MentionSuggestion): string {
  return analyzed.article.text.slice(span.start, span.end);
}

function blockEnd(analyzed: AnalyzedArticle, block: number): number {
  return (analyzed.blocks[block] as TokenizedBlock).block.span.end;
}

function besideName(block: TokenizedBlock, mention: MentionSuggestion): Origin {
  const origin = originOf(block, mention.span);
  const gender = titleBefore(block, mention) ?? origin.gender;
  return { ...origin, ...(gender && { gender }) };
}

function titleBefore({ tokens, block }: TokenizedBlock, { span }: MentionSuggestion) {
  const first = tokenAt(tokens, span.start - block.span.start);
  const inside = tokenText(tokens, first);
  return genderOfTitle(isTitle(inside) ? inside : first > 0 ? tokenText(tokens, first - 1) : '');
}
