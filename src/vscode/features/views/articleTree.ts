import {
  CancellationTokenSource,
  type Command,
  Disposable,
  EventEmitter,
  type TreeDataProvider,
  TreeItem,
  type TreeView,
  type TreeViewOptions,
  window,
} from 'vscode';

import type { Span } from '../../../core/util/span';
import type { Steps } from '../../../core/util/steps';
import type { ArticleView, ViewMention, ViewQuotation } from '../../../core/view/types';
import type { ArticleSession } from '../../articleSession';
import { internalCommands } from '../../ids';
import { runInSlices } from '../../schedule';
import { toSpan } from '../../convert';
import type { ArticleInFront } from './articleInFront';
import { CaretFollower } from './caretFollower';

/** A node of a tree: what the core says, and how to draw it. Ids are unique in the tree and outlive its being made anew. */
export interface TreeNode {
  readonly id: string;
  readonly parent?: TreeNode;
  /** Made when first asked for. */
  children(): readonly TreeNode[];
  item(): TreeItem;
  /** What decisions on the node are about, in the view of this moment. */
  items(view: ArticleView): readonly (ViewMention | ViewQuotation)[];
  /** Keys of the entities that it stands for, which can be merged with others. */
  readonly entities: readonly string[];
  /** Whether a click shows its first place in the article. */
  readonly reveals: boolean;
}

/** A tree as it is made from one view of an article. */
export interface Grown {
  readonly roots: readonly TreeNode[];
  /** The most telling node at an offset, of those that would be seen with these nodes open. */
  at(offset: number, view: ArticleView, isOpen: (node: TreeNode) => boolean): TreeNode | undefined;
  readonly message?: string;
  readonly description?: string;
}

export type Grow = (scene: Scene) => Steps<Grown>;

/** What nodes are drawn from at the moment they are drawn. */
export class Scene {
  readonly session: ArticleSession;
  readonly #basis: () => ArticleView | undefined;
  #text = '';
  #version = -1;

  constructor(session: ArticleSession, basis: () => ArticleView | undefined) {
    this.session = session;
    this.#basis = basis;
  }

  get view(): ArticleView {
    return this.#basis() ?? this.session.view;
  }

  /** The article's text, made one string once for each version of it. */
  get text(): string {
    const { document } = this.session;
    if (document.version !== this.#version) {
      this.#text = document.getText();
      this.#version = document.version;
    }
    return this.#text;
  }
}

/** After a change; together with the analysis's own pause, short enough to seem at once. */
const pauseMs = 60;

const nothing: Grown = { roots: [], at: () => undefined };

/** A view of the article in front. While it is hidden, nothing is computed. */
export class ArticleTree implements TreeDataProvider<TreeNode>, Disposable {
  readonly id: string;
  readonly view: TreeView<TreeNode>;
  readonly front: ArticleInFront;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #grow: Grow;
  readonly #follower: CaretFollower;
  readonly #parts: Disposable;
  #grown: Grown = nothing;
  /** The view that the tree was made from, moved along with edits: a node's indices mean this one. */
  #basis: ArticleView | undefined;
  #listening: Disposable | undefined;
  #isStale = true;
  /** Whether what is shown is of the session's view, edits apart. */
  #isCurrent = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: CancellationTokenSource | undefined;
  #growing: Promise<void> | undefined;

  constructor(
    id: string,
    front: ArticleInFront,
    grow: Grow,
    options: Partial<TreeViewOptions<TreeNode>> = {},
  ) {
    this.id = id;
    this.front = front;
    this.#grow = grow;
    this.view = window.createTreeView(id, { ...options, treeDataProvider: this, showCollapseAll: true });
    this.#follower = new CaretFollower(this);
    this.#parts = Disposable.from(
      this.view,
      this.#changed,
      this.#follower,
      front.onDidChange(() => this.#turn()),
      this.view.onDidChangeVisibility(({ visible }) => {
        if (visible && this.#isStale) this.#schedule(0);
      }),
    );
    this.#turn();
  }

  get session(): ArticleSession | undefined {
    return this.front.session;
  }

  /** The view that the nodes' indices mean; `undefined` as long as there is none. */
  get basis(): ArticleView | undefined {
    return this.#basis;
  }

  getTreeItem(node: TreeNode): TreeItem {
    const item = node.item();
    item.id = node.id;
    if (node.reveals) item.command = this.#command(node);
    return item;
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node) return [...node.children()];
    if (this.#isStale) await this.#growNow();
    return [...this.#grown.roots];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  /** Makes the tree anew: how it is ordered has changed. */
  refresh(): void {
    this.#isStale = true;
    this.#schedule(0);
  }

  /** Resolves when the tree says what the article's view says. */
  async current(): Promise<void> {
    if (this.#isStale) await this.#growNow();
  }

  /** A node of the tree as it is now, by its id. */
  find(id: string): TreeNode | undefined {
    return findNode(this.#grown.roots, id);
  }

  nodeAt(offset: number, isOpen: (node: TreeNode) => boolean): TreeNode | undefined {
    return this.#basis && this.#grown.at(offset, this.#basis, isOpen);
  }

  /** Tells that the editor's selection is the tree's own doing, and needs no following. */
  ignoreSelection(place: Span): void {
    this.#follower.ignore(place);
  }

  caret(): number | undefined {
    const editor = window.activeTextEditor;
    return editor && editor.document === this.session?.document
      ? toSpan(editor.document, editor.selection).start
      : undefined;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#running?.cancel();
    this.#listening?.dispose();
    this.#parts.dispose();
  }

  #command({ id }: TreeNode): Command {
    return { command: internalCommands.revealNode, title: '', arguments: [this.id, id] };
  }

  /** Another article is in front. */
  #turn(): void {
    this.#listening?.dispose();
    this.#isCurrent = false;
    const { session } = this;
    this.#listening = session?.onDidChange((change) => {
      if (change === 'edit') {
        if (this.#isCurrent) this.#basis = session.view;
        return;
      }
      this.#isCurrent = false;
      this.#isStale = true;
      this.#schedule(pauseMs);
    });
    this.#running?.cancel();
    this.refresh();
  }

  /** One refresh for all changes of a moment. */
  #schedule(ms: number): void {
    if (!this.view.visible || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#isStale) void this.#growNow().then(() => this.#changed.fire(undefined));
    }, ms);
  }

  /** One after the other; the last one tells what is there. */
  #growNow(): Promise<void> {
    return (this.#growing ??= this.#growAnew().finally(() => (this.#growing = undefined)));
  }

  async #growAnew(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      const { session } = this;
      const running = (this.#running = new CancellationTokenSource());
      const basis = session?.view;
      let isTaken = false;
      const scene = session && new Scene(session, () => (isTaken ? this.#basis : basis));
      const steps = scene && this.#grow(scene);
      const grown = steps ? await runInSlices(steps, running.token) : nothing;
      // An edit in between has moved the view: what was made for the old text is not shown.
      if (session !== this.session || (basis !== session?.view && grown)) this.#isStale = true;
      else if (grown) {
        isTaken = true;
        this.#take(grown, basis);
      }
      running.dispose();
    }
  }

  #take(grown: Grown, basis: ArticleView | undefined): void {
    this.#grown = grown;
    this.#basis = basis;
    this.#isCurrent = true;
    this.view.message = grown.message ?? '';
    this.view.description = grown.description ?? '';
  }
}

function findNode(nodes: readonly TreeNode[], id: string): TreeNode | undefined {
  for (const node of nodes) {
    if (node.id === id) return node;
    if (!id.startsWith(`${node.id}/`)) continue;
    const found = findNode(node.children(), id);
    if (found) return found;
  }
  return undefined;
}
