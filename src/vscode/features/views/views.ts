import { commands as registry, Disposable } from 'vscode';

import { contextKeys } from '../../ids';
import type { FeatureParts } from '../features';
import { ArticleInFront } from './articleInFront';
import { EntitiesView } from './entities/entitiesView';
import { FolderView } from './folder/folderView';
import { registerItemCommands } from './itemCommands';
import { QuotationsView } from './quotations/quotationsView';

/** The views of the activity bar's container that are about the article in front, or about the folder. */
export class ArticleViews implements Disposable {
  readonly entities: EntitiesView;
  readonly quotations: QuotationsView;
  readonly folder: FolderView;
  readonly #front: ArticleInFront;
  readonly #parts: Disposable;
  #told: string | undefined;

  constructor({ sessions, context, knowledge }: Pick<FeatureParts, 'sessions' | 'context' | 'knowledge'>) {
    this.#front = new ArticleInFront(sessions);
    this.entities = new EntitiesView(this.#front, context.workspaceState);
    this.quotations = new QuotationsView(this.#front, context.workspaceState);
    this.folder = new FolderView(knowledge, sessions);
    this.#parts = Disposable.from(
      this.#front,
      this.entities,
      this.quotations,
      this.folder,
      registerItemCommands([this.entities.tree, this.quotations.tree]),
      this.#front.onDidChange(() => this.#tell()),
      sessions.onDidChange(({ session, change }) => {
        if (change === 'content' && session === this.#front.session) this.#tell();
      }),
    );
    this.#tell();
  }

  dispose(): void {
    this.#parts.dispose();
  }

  /** Which welcome an empty view gives. */
  #tell(): void {
    const { session } = this.#front;
    const state = !session ? 'none' : session.view.analysed ? 'ready' : session.state;
    if (state === this.#told) return;
    this.#told = state;
    void registry.executeCommand('setContext', contextKeys.articleState, state);
  }
}
