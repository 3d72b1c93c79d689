import { type MentionType, mentionTypes } from '../../annotation/types';
import { plainLine } from '../../util/plainLine';
import { spanLength } from '../../util/span';
import type { Steps } from '../../util/steps';
import type { ArticleView, ViewMention } from '../types';
import { type Standing, standingOf, standingOfAll } from './standing';
import { uniqueId } from './uniqueId';

/** One entity, one date or hour, or words that name something that is not known further. */
export interface EntityLine {
  /** Unique in the tree, and the same in the next one as long as its type and name are. */
  readonly id: string;
  /** Key in the view; absent for times and what could not be resolved. */
  readonly entity?: string;
  readonly type: MentionType;
  readonly name: string;
  /** EDTF, of dates and hours. */
  readonly value?: string;
  readonly standing: Standing;
  /** Indices into the view's mentions, in text order; at least one. */
  readonly mentions: readonly number[];
  /** How often it speaks. */
  readonly quotations: number;
}

export interface TypeGroup {
  readonly type: MentionType;
  readonly lines: readonly EntityLine[];
  /** Of all lines together. */
  readonly mentions: number;
}

export const entityOrders = ['place', 'frequency'] as const;
export type EntityOrder = (typeof entityOrders)[number];

/** What is left out; all is shown where a set is absent. */
export interface EntityFilter {
  readonly types?: ReadonlySet<MentionType>;
  /** Of the mentions: a line shows those that stand so. */
  readonly standings?: ReadonlySet<Standing>;
}

const mentionsPerStep = 500;

/** The article's entities by type, in the order of their first mention or by the number of mentions. */
export function* entityTree(
  view: ArticleView,
  text: string,
  order: EntityOrder = 'place',
  filter: EntityFilter = {},
): Steps<readonly TypeGroup[]> {
  const found = new Map<string, number[]>();
  for (const [index, mention] of view.mentions.entries()) {
    if (index % mentionsPerStep === mentionsPerStep - 1) yield;
    if (spanLength(mention.span) === 0 || !passes(mention, view, filter)) continue;
    const key = lineKey(mention, text);
    const mentions = found.get(key);
    if (mentions) mentions.push(index);
    else found.set(key, [index]);
  }
  const taken = new Map<string, number>();
  const groups = new Map<MentionType, EntityLine[]>(mentionTypes.map((type) => [type, []]));
  for (const mentions of found.values()) {
    const line = lineOf(view, text, mentions, taken);
    groups.get(line.type)?.push(line);
  }
  yield;
  return [...groups].flatMap(([type, lines]) => (lines.length > 0 ? [groupOf(type, lines, order)] : []));
}

function passes(mention: ViewMention, view: ArticleView, { types, standings }: EntityFilter): boolean {
  return (types?.has(typeOf(mention, view)) ?? true) && (standings?.has(standingOf(mention)) ?? true);
}

function typeOf({ entity, type }: ViewMention, view: ArticleView): MentionType {
  return (entity === undefined ? undefined : view.entities.get(entity)?.type) ?? type;
}

/** What has no entity is one line where it has the same value, or else the same words. */
function lineKey({ entity, type, value, span }: ViewMention, text: string): string {
  if (entity !== undefined) return `entity ${entity}`;
  return value ? `value ${type} ${value.edtf}` : `words ${type} ${text.slice(span.start, span.end)}`;
}

/** `mentions` in text order, at least one. */
function lineOf(
  view: ArticleView,
  text: string,
  mentions: readonly number[],
  taken: Map<string, number>,
): EntityLine {
  const items = mentions.flatMap((index) => view.mentions[index] ?? []);
  const first = items[0] as ViewMention;
  const entity = first.entity === undefined ? undefined : view.entities.get(first.entity);
  const type = entity?.type ?? first.type;
  const name = plainLine(entity?.name ?? text.slice(first.span.start, first.span.end)).trim();
  return {
    id: uniqueId(`${type} ${first.value?.edtf ?? name}`, taken),
    type,
    name,
    standing: standingOfAll(items),
    mentions,
    quotations: entity?.quotations.length ?? 0,
    ...(first.entity !== undefined && { entity: first.entity }),
    ...(first.value && { value: first.value.edtf }),
  };
}

/** Lines come in the order of their first mention. */
function groupOf(type: MentionType, lines: readonly EntityLine[], order: EntityOrder): TypeGroup {
  const mentions = lines.reduce((sum, line) => sum + line.mentions.length, 0);
  const sorted = order === 'place' ? lines : lines.toSorted((a, b) => b.mentions.length - a.mentions.length);
  return { type, lines: sorted, mentions };
}
