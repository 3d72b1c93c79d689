import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, workspace } from 'vscode';

import type { EntitySummary } from '../../../../core/index/entitySummary';
import type { FolderEntity } from '../../../../core/index/folderEntities';
import type { SidecarSummary } from '../../../../core/index/sidecarSummary';
import { plainLine } from '../../../../core/util/plainLine';
import { internalCommands, typeColor } from '../../../ids';
import { iconOfType, nameOfType } from '../../../messages';
import { articleOf } from '../../../sidecars/sidecarUri';

/** A node of the view of the folder: what it shows, and what is below it. */
export interface FolderNode {
  readonly id: string;
  readonly parent?: FolderNode;
  children(): readonly FolderNode[] | Promise<readonly FolderNode[]>;
  item(): TreeItem;
}

/** A heading with as many of its rows as a person asked for, and one that asks for more. */
export function groupNode(
  id: 'articles' | 'entities',
  label: string,
  count: number | undefined,
  rows: (parent: FolderNode) => readonly FolderNode[] | Promise<readonly FolderNode[]>,
): FolderNode {
  const node: FolderNode = {
    id,
    children: () => rows(node),
    item: () => {
      const { Expanded, Collapsed } = TreeItemCollapsibleState;
      const item = new TreeItem(label, id === 'articles' ? Expanded : Collapsed);
      item.iconPath = new ThemeIcon(id === 'articles' ? 'files' : 'symbol-namespace');
      if (count !== undefined) item.description = String(count);
      item.accessibilityInformation = { label: count === undefined ? label : `${label}: ${count}` };
      item.tooltip = item.accessibilityInformation.label;
      return item;
    },
  };
  return node;
}

export function moreNode(parent: FolderNode, rest: number): FolderNode {
  return {
    id: `${parent.id}/more`,
    parent,
    children: () => [],
    item: () => {
      const label = l10n.t('{0} more…', rest);
      const item = new TreeItem(label);
      item.iconPath = new ThemeIcon('ellipsis');
      item.command = { command: internalCommands.showMore, title: '', arguments: [parent.id] };
      item.accessibilityInformation = { label };
      item.tooltip = label;
      return item;
    },
  };
}

/** An article with how much is decided in it, and below it whom and what it names. */
export function articleNode(
  parent: FolderNode,
  sidecar: Uri,
  summary: SidecarSummary | undefined,
  isRead: boolean,
): FolderNode {
  const article = articleOf(sidecar) ?? sidecar;
  const node: FolderNode = {
    id: `article ${sidecar.toString()}`,
    parent,
    children: () =>
      (summary?.entities ?? []).map((entity, at) =>
        entityInArticle(node, `${node.id}/${at}`, article, entity),
      ),
    item: () => articleItem(article, summary, isRead),
  };
  return node;
}

function articleItem(article: Uri, summary: SidecarSummary | undefined, isRead: boolean): TreeItem {
  const path = workspace.asRelativePath(article);
  const name = path.split('/').at(-1) ?? path;
  const item = new TreeItem(
    plainLine(name),
    summary?.entities?.length ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  const unread = isRead ? l10n.t('its annotations cannot be read') : '';
  const counts = summary ? countsOf(summary) : unread;
  const folder = path.slice(0, -name.length - 1);
  item.resourceUri = article;
  item.iconPath = ThemeIcon.File;
  item.description = [counts, folder].filter((part) => part !== '').join(' · ');
  item.tooltip = [path, counts].filter((part) => part !== '').join('\n');
  item.accessibilityInformation = { label: [path, counts].filter((part) => part !== '').join(': ') };
  item.command = { command: internalCommands.openArticle, title: '', arguments: [article.toString()] };
  return item;
}

function countsOf({ counts }: SidecarSummary): string {
  if (!counts) return '';
  const { confirmed, rejected, suggested, checks } = counts;
  return [
    l10n.t('{0} confirmed', confirmed),
    ...(rejected > 0 ? [l10n.t('{0} rejected', rejected)] : []),
    ...(suggested > 0 ? [l10n.t('{0} suggested', suggested)] : []),
    ...(checks > 0 ? [l10n.t('{0} checked', checks)] : []),
  ].join(', ');
}

/** An entity over all articles, and below it the articles that name it. */
export function entityNode(parent: FolderNode, entity: FolderEntity): FolderNode {
  const node: FolderNode = {
    id: `entity ${entity.id}`,
    parent,
    children: () =>
      entity.occurrences.map(({ path, entity: here }, at) => {
        const article = articleOf(Uri.parse(path)) ?? Uri.parse(path);
        return entityInArticle(node, `${node.id}/${at}`, article, here, workspace.asRelativePath(article));
      }),
    item: () => {
      const { name, type, occurrences, mentions, quotations } = entity;
      const item = new TreeItem(plainLine(name).trim() || '…', TreeItemCollapsibleState.Collapsed);
      item.iconPath = new ThemeIcon(iconOfType(type), new ThemeColor(typeColor(type)));
      item.description = String(occurrences.length);
      const facts = l10n.t(
        'articles: {0}, mentions: {1}, quotations: {2}',
        occurrences.length,
        mentions,
        quotations,
      );
      const label = `${plainLine(name)}, ${nameOfType(type)}: ${facts}`;
      item.tooltip = label;
      item.accessibilityInformation = { label };
      return item;
    },
  };
  return node;
}

/** One entity in one article: under the article by its name, under the entity by the article's. */
function entityInArticle(
  parent: FolderNode,
  id: string,
  article: Uri,
  { type, name, mentions, said }: EntitySummary,
  label = plainLine(name).trim() || '…',
): FolderNode {
  return {
    id,
    parent,
    children: () => [],
    item: () => {
      const item = new TreeItem(label);
      const named = mentions === 1 ? l10n.t('named once') : l10n.t('named {0} times', mentions);
      const words = said.map((each) => `« ${plainLine(each)} »`);
      item.iconPath = new ThemeIcon(iconOfType(type), new ThemeColor(typeColor(type)));
      item.description = [named, ...words.slice(0, 1)].join(' · ');
      item.tooltip = [`${label}: ${named}`, ...words].join('\n');
      item.accessibilityInformation = { label: [label, named, ...words].join(', ') };
      item.command = {
        command: internalCommands.openOccurrence,
        title: '',
        arguments: [article.toString(), type, name],
      };
      return item;
    },
  };
}
