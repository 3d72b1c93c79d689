import type { EntitySuggestion, MentionSuggestion } from '../../../core/annotation/suggestion';
import type { EntityType } from '../../../core/annotation/types';
import type { AnalyzedArticle, EntityLayer } from '../../../core/analysis/types';

/**
 * Groups given names into entities by their words alone, so that the quotation stage can be trained apart from the recogniser:
 * a person by surname, an organisation by its words or its acronym.
 */
export function groupNames(analyzed: AnalyzedArticle): EntityLayer {
  const groups: Group[] = [];
  const mentions: MentionSuggestion[] = [];
  for (const name of collect(analyzed)) {
    const group =
      groups.find((known) => known.type === name.type && fits(known, name.text)) ?? create(groups, name);
    if (!group.names.includes(name.text)) group.names.push(name.text);
    mentions.push({
      span: name.span,
      type: name.type,
      form: 'name',
      entity: group.key,
      confidence: 0.99,
      why: [],
    });
  }
  return { mentions, entities: groups.map(entityOf) };
}

interface Group {
  readonly key: string;
  readonly type: EntityType;
  readonly names: string[];
}

interface Name {
  readonly type: EntityType;
  readonly text: string;
  readonly span: { readonly start: number; readonly end: number };
}

function collect(analyzed: AnalyzedArticle): Name[] {
  return analyzed.blocks.flatMap(({ block }, index) =>
    (analyzed.names[index] ?? []).map(({ type, span }) => ({
      type: type as EntityType,
      text: block.text.slice(span.start, span.end).replace(/\s+/gu, ' '),
      span: { start: span.start + block.span.start, end: span.end + block.span.start },
    })),
  );
}

function create(groups: Group[], name: Name): Group {
  const group = { key: `e${groups.length}`, type: name.type, names: [] };
  groups.push(group);
  return group;
}

function fits(group: Group, text: string): boolean {
  const words = wordsOf(text);
  return group.names.some((name) => {
    const known = wordsOf(name);
    if (
      known.join(' ') === words.join(' ') ||
      initials(known) === words.join('') ||
      initials(words) === known.join('')
    )
      return true;
    const [short, long] = known.length < words.length ? [known, words] : [words, known];
    if (group.type === 'person') return short.length > 0 && short.every((word) => long.includes(word));
    return (
      group.type === 'organization' &&
      short.length * 2 >= long.length &&
      short.every((word) => long.includes(word))
    );
  });
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (word) => !/^(?:le|la|les|l|du|de|des|d|m|mme|me)$/u.test(word),
  );
}

function initials(words: readonly string[]): string | undefined {
  return words.length > 1
    ? words
        .filter((word) => word !== 'et')
        .map((word) => word[0])
        .join('')
    : undefined;
}

function entityOf({ key, type, names }: Group): EntitySuggestion {
  const [name = ''] = names.toSorted((a, b) => b.length - a.length);
  return { key, type, name, aliases: names.filter((other) => other !== name), roles: [] };
}
