import { env, l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';

import { isEntityType, type MentionType } from '../../../../core/annotation/types';
import { spanLength } from '../../../../core/util/span';
import type { EntityLine, TypeGroup } from '../../../../core/view/trees/entityTree';
import { excerpt } from '../../../../core/view/trees/excerpt';
import { standingOf } from '../../../../core/view/trees/standing';
import type { ArticleView, ViewMention } from '../../../../core/view/types';
import { typeColor } from '../../../ids';
import { iconOfType, nameOfType, pluralOfType } from '../../../messages';
import { shownDate } from '../../hover/shownDate';
import type { Grown, Scene, TreeNode } from '../articleTree';
import { iconOfStanding, nameOfStanding, openOrDecided } from '../standings';

/** Types, below each its entities, dates or hours, below each its mentions in their context. */
export function entityNodes(scene: Scene, groups: readonly TypeGroup[]): Grown {
  const roots = groups.map((group) => typeNode(scene, group));
  const lines = new Map<number, TreeNode>();
  for (const root of roots) {
    for (const [index, node] of root.children().entries())
      for (const mention of root.group.lines[index]?.mentions ?? []) lines.set(mention, node);
  }
  return { roots, at: (offset, view, isOpen) => nodeAt(lines, view, offset, isOpen) };
}

/** The innermost mention's line, or the mention itself below an open line, or the type that is closed above it. */
function nodeAt(
  lines: ReadonlyMap<number, TreeNode>,
  view: ArticleView,
  offset: number,
  isOpen: (node: TreeNode) => boolean,
): TreeNode | undefined {
  const index = view.mentions.findLastIndex(
    ({ span }, at) => span.start <= offset && offset <= span.end && spanLength(span) > 0 && lines.has(at),
  );
  const line = lines.get(index);
  if (!line) return undefined;
  if (line.parent && !isOpen(line.parent)) return line.parent;
  if (!isOpen(line)) return line;
  return line.children().find((node) => node.items(view)[0] === view.mentions[index]) ?? line;
}

function typeNode(scene: Scene, group: TypeGroup): TreeNode & { readonly group: TypeGroup } {
  let lines: readonly TreeNode[] | undefined;
  const node: TreeNode & { readonly group: TypeGroup } = {
    id: group.type,
    group,
    entities: [],
    reveals: false,
    children: () => (lines ??= group.lines.map((line) => lineNode(scene, line, node))),
    items: (view) => group.lines.flatMap((line) => mentionsOf(line.mentions, view)),
    item: () => typeItem(group),
  };
  return node;
}

function typeItem({ type, lines, mentions }: TypeGroup): TreeItem {
  const item = new TreeItem(pluralOfType(type), TreeItemCollapsibleState.Expanded);
  item.iconPath = new ThemeIcon(iconOfType(type), new ThemeColor(typeColor(type)));
  item.description = String(lines.length);
  item.contextValue = `type ${lines.some(({ standing }) => openOrDecided(standing) === 'open') ? 'open' : 'decided'}`;
  const label = l10n.t('{0}: {1}, {2} mentions', pluralOfType(type), lines.length, mentions);
  item.accessibilityInformation = { label };
  item.tooltip = label;
  return item;
}

function lineNode(scene: Scene, line: EntityLine, parent: TreeNode): TreeNode {
  let mentions: readonly TreeNode[] | undefined;
  const node: TreeNode = {
    id: `${parent.id}/${line.id}`,
    parent,
    entities: line.entity === undefined ? [] : [line.entity],
    reveals: true,
    children: () =>
      (mentions ??= line.mentions.map((index, at) => mentionNode(scene, line.type, index, at, node))),
    items: (view) => mentionsOf(line.mentions, view),
    item: () => lineItem(scene, line),
  };
  return node;
}

function lineItem({ view }: Scene, line: EntityLine): TreeItem {
  const { type, standing, mentions, quotations } = line;
  const name = nameOfLine(line);
  const item = new TreeItem(name, TreeItemCollapsibleState.Collapsed);
  item.iconPath = iconOfStanding(standing, typeColor(type));
  item.description = String(mentions.length);
  item.contextValue = ['entity', openOrDecided(standing), isEntityType(type) ? 'named' : 'time'].join(' ');
  const entity = line.entity === undefined ? undefined : view.entities.get(line.entity);
  const also = (entity?.aliases ?? []).slice(0, 8).join(', ');
  const lines = [
    `${name}: ${nameOfType(type)}, ${nameOfStanding(standing)}`,
    ...[...new Set(entity?.roles.map(({ text }) => text))].slice(0, 4),
    ...(also === '' ? [] : [l10n.t('Also named here: {0}', also)]),
    mentions.length === 1 ? l10n.t('Named once') : l10n.t('Named {0} times', mentions.length),
    ...(quotations > 0 ? [l10n.t('Quotations: {0}', quotations)] : []),
  ];
  item.tooltip = lines.join('\n');
  item.accessibilityInformation = { label: lines.join('. ') };
  return item;
}

/** Dates as the language writes them: their words are below. */
function nameOfLine({ value, name }: EntityLine): string {
  return (value === undefined ? undefined : shownDate(value, env.language)) ?? name;
}

function mentionNode(scene: Scene, type: MentionType, index: number, at: number, parent: TreeNode): TreeNode {
  return {
    id: `${parent.id}/${at}`,
    parent,
    entities: [],
    reveals: true,
    children: () => [],
    items: (view) => mentionsOf([index], view),
    item: () => mentionItem(scene, type, index),
  };
}

function mentionItem({ view, text: article }: Scene, type: MentionType, index: number): TreeItem {
  const mention = view.mentions[index];
  if (!mention) return new TreeItem('…');
  const { text, words } = excerpt(article, mention.span);
  const item = new TreeItem({ label: text, highlights: [[words.start, words.end]] });
  const standing = standingOf(mention);
  item.iconPath = iconOfStanding(standing, typeColor(type));
  item.contextValue = ['mention', openOrDecided(standing), isEntityType(type) ? 'named' : 'time'].join(' ');
  item.tooltip = text;
  const named = text.slice(words.start, words.end);
  item.accessibilityInformation = { label: `${named}, ${nameOfStanding(standing)}: ${text}` };
  return item;
}

/** What an edit deleted has no words left. */
function mentionsOf(indices: readonly number[], view: ArticleView): readonly ViewMention[] {
  return indices.flatMap((index) => {
    const mention = view.mentions[index];
    return mention && spanLength(mention.span) > 0 ? [mention] : [];
  });
}
