import {
  CancellationTokenSource,
  commands as registry,
  Disposable,
  EventEmitter,
  l10n,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  window,
} from 'vscode';

import { type FolderEntity, folderEntities } from '../../../../core/index/folderEntities';
import type { ArticleSessions } from '../../../articleSessions';
import type { FolderKnowledgeFiles } from '../../../folderKnowledge';
import { commands, contextKeys, internalCommands, views } from '../../../ids';
import { runInSlices } from '../../../schedule';
import { articleNode, entityNode, type FolderNode, groupNode, moreNode } from './folderNodes';
import { openOccurrence } from './openOccurrence';

/** Rows of a heading at first, and how many more at each asking. */
const firstRows = 200;
const moreRows = 500;

/** While sidecars are read, what is shown is made anew this often. */
const pauseMs = 400;

/** *Folder*: the articles that have annotations, and whom and what they name, by the index of sidecars. Opens no article. */
export class FolderView implements TreeDataProvider<FolderNode>, Disposable {
  readonly view: TreeView<FolderNode>;
  readonly #knowledge: FolderKnowledgeFiles;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #parts: Disposable;
  readonly #closing = new CancellationTokenSource();
  readonly #limits = { articles: firstRows, entities: firstRows };
  #entities: Promise<readonly FolderEntity[]> | undefined;
  #isStale = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #told = '';

  constructor(knowledge: FolderKnowledgeFiles, sessions: ArticleSessions) {
    this.#knowledge = knowledge;
    this.view = window.createTreeView(views.folder, { treeDataProvider: this, showCollapseAll: true });
    this.#parts = Disposable.from(
      this.view,
      this.#changed,
      knowledge.onDidRead(() => this.#moved()),
      this.view.onDidChangeVisibility(() => this.#schedule(0)),
      registry.registerCommand(commands.stopReadingFolder, () => knowledge.stop()),
      registry.registerCommand(commands.readOnFolder, () => knowledge.resume()),
      registry.registerCommand(internalCommands.showMore, (id: unknown) => this.#more(id)),
      registry.registerCommand(internalCommands.openOccurrence, (...place: readonly unknown[]) =>
        openOccurrence(sessions, place),
      ),
    );
  }

  getTreeItem(node: FolderNode): TreeItem {
    const item = node.item();
    item.id = node.id;
    return item;
  }

  async getChildren(node?: FolderNode): Promise<FolderNode[]> {
    if (node) return [...(await node.children())];
    this.#knowledge.begin();
    await this.#whenListed();
    const { found } = this.#knowledge.reading;
    if (found === 0) return [];
    const entities = groupNode('entities', l10n.t('Entities'), undefined, (parent) =>
      this.#entityRows(parent),
    );
    return [
      groupNode('articles', l10n.t('Articles'), found, (parent) => this.#articleRows(parent)),
      entities,
    ];
  }

  getParent(node: FolderNode): FolderNode | undefined {
    return node.parent;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#closing.cancel();
    this.#parts.dispose();
  }

  #articleRows(parent: FolderNode): readonly FolderNode[] {
    const { sidecars, reading } = this.#knowledge;
    const rows = sidecars
      .slice(0, this.#limits.articles)
      .map((uri) => articleNode(parent, uri, this.#knowledge.summaryOf(uri), reading.state === 'done'));
    return withMore(parent, rows, sidecars.length);
  }

  async #entityRows(parent: FolderNode): Promise<readonly FolderNode[]> {
    const entities = await (this.#entities ??= this.#gather());
    const rows = entities.slice(0, this.#limits.entities).map((entity) => entityNode(parent, entity));
    return withMore(parent, rows, entities.length);
  }

  async #gather(): Promise<readonly FolderEntity[]> {
    const steps = folderEntities(this.#knowledge.summaries);
    return (await runInSlices(steps, this.#closing.token)) ?? [];
  }

  /** The list of files comes whole; the rows are there as soon as it is. */
  #whenListed(): Promise<void> {
    const isListed = (): boolean => !['idle', 'listing'].includes(this.#knowledge.reading.state);
    if (isListed()) return Promise.resolve();
    return new Promise((resolve) => {
      const listening = this.#knowledge.onDidRead(() => {
        if (!isListed()) return;
        listening.dispose();
        resolve();
      });
    });
  }

  #moved(): void {
    this.#isStale = true;
    this.#schedule(pauseMs);
  }

  #schedule(ms: number): void {
    if (!this.view.visible || !this.#isStale || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#isStale = false;
      this.#entities = undefined;
      this.#tell();
      this.#changed.fire(undefined);
    }, ms);
  }

  #tell(): void {
    const { state, read, found } = this.#knowledge.reading;
    const isPartial = state === 'reading' || state === 'stopped';
    this.view.message =
      isPartial && found > 0 ? l10n.t('{0} of {1} annotations files read', read, found) : '';
    if (state === this.#told) return;
    this.#told = state;
    void registry.executeCommand('setContext', contextKeys.folderReading, state);
  }

  #more(id: unknown): void {
    if (id !== 'articles' && id !== 'entities') return;
    this.#limits[id] += moreRows;
    this.#changed.fire(undefined);
  }
}

function withMore(parent: FolderNode, rows: readonly FolderNode[], all: number): readonly FolderNode[] {
  return rows.length < all ? [...rows, moreNode(parent, all - rows.length)] : rows;
}
