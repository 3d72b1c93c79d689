import {
  Disposable,
  EventEmitter,
  l10n,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from 'vscode';

import { views } from '../../ids';
import type { ReviewNode, ReviewSection } from './section';

type Node = { readonly section: ReviewSection } | { readonly node: ReviewNode; readonly parent: Node };

/** The view *To review*: the sections that have something, in their order. */
export class ReviewTree implements TreeDataProvider<Node>, Disposable {
  readonly #sections: readonly ReviewSection[];
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: TreeView<Node>;
  readonly #parts: Disposable;

  constructor(sections: readonly ReviewSection[]) {
    this.#sections = sections;
    this.#view = window.createTreeView(views.toReview, {
      treeDataProvider: this,
      canSelectMany: true,
      showCollapseAll: true,
    });
    this.#parts = Disposable.from(
      this.#changed,
      this.#view,
      ...sections,
      ...new Set(sections.map(({ onDidChange }) => onDidChange(() => this.#refresh()))),
    );
    this.#refresh();
  }

  /** What the commands are about: the node of a menu with the others selected, else what is selected. */
  chosen(argument: unknown, others: unknown): readonly ReviewNode[] {
    const nodes = Array.isArray(others) && others.length > 0 ? (others as readonly unknown[]) : [argument];
    const given = nodes.flatMap((each) => (isNode(each) ? each.node : []));
    if (given.length > 0) return given;
    return this.#view.selection.flatMap((each) => ('node' in each ? each.node : []));
  }

  getChildren(element?: Node): Node[] {
    if (!element)
      return this.#sections.filter((section) => section.nodes().length > 0).map((section) => ({ section }));
    const nodes = 'section' in element ? element.section.nodes() : (element.node.children ?? []);
    return nodes.map((node) => ({ node, parent: element }));
  }

  getParent(element: Node): Node | undefined {
    return 'section' in element ? undefined : element.parent;
  }

  getTreeItem(element: Node): TreeItem {
    return 'section' in element ? sectionItem(element.section) : nodeItem(element.node);
  }

  dispose(): void {
    this.#parts.dispose();
  }

  #refresh(): void {
    const count = this.#sections.reduce((sum, section) => sum + section.nodes().length, 0);
    this.#view.badge = count > 0 ? { value: count, tooltip: l10n.t('To review: {0}', count) } : undefined;
    this.#view.message = count > 0 ? '' : l10n.t('Nothing to review: every decision stands at its words.');
    this.#changed.fire(undefined);
  }
}

function sectionItem(section: ReviewSection): TreeItem {
  const item = new TreeItem(section.title, TreeItemCollapsibleState.Expanded);
  const count = section.nodes().length;
  item.id = section.id;
  item.description = String(count);
  item.iconPath = section.icon;
  item.contextValue = `section ${section.id}`;
  item.accessibilityInformation = { label: `${section.title}, ${count}` };
  return item;
}

function nodeItem(node: ReviewNode): TreeItem {
  const state = node.children ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None;
  const item = new TreeItem(node.label, state);
  item.id = node.key;
  item.iconPath = node.icon;
  item.contextValue = node.context;
  if (node.description) item.description = node.description;
  if (node.tooltip !== undefined) item.tooltip = node.tooltip;
  if (node.command) item.command = node.command;
  return item;
}

function isNode(value: unknown): value is { readonly node: ReviewNode } {
  return typeof value === 'object' && value !== null && 'node' in value && 'parent' in value;
}
