import { commands as registry, Disposable, type Memento } from 'vscode';

import {
  type QuotationGrouping,
  quotationGroupings,
  quotationTree,
} from '../../../../core/view/trees/quotationTree';
import { commands, contextKeys, views } from '../../../ids';
import type { ArticleInFront } from '../articleInFront';
import { ArticleTree } from '../articleTree';
import { quotationNodes } from './quotationNodes';

const groupingMemory = 'verbatim.quotationGrouping';

/** *Quotations*: who says what in the article in front, and who gets how much room. */
export class QuotationsView implements Disposable {
  readonly tree: ArticleTree;
  readonly #memory: Memento;
  readonly #parts: Disposable;
  #grouping: QuotationGrouping;

  constructor(front: ArticleInFront, memory: Memento) {
    this.#memory = memory;
    const remembered = memory.get<string>(groupingMemory);
    this.#grouping = quotationGroupings.find((each) => each === remembered) ?? 'speaker';
    this.tree = new ArticleTree(
      views.quotations,
      front,
      (scene) => {
        const grouping = this.#grouping;
        return (function* () {
          return quotationNodes(scene, yield* quotationTree(scene.view, scene.text, grouping));
        })();
      },
      { canSelectMany: true },
    );
    const by = (command: string, grouping: QuotationGrouping): Disposable =>
      registry.registerCommand(command, () => this.group(grouping));
    this.#parts = Disposable.from(
      this.tree,
      by(commands.quotationsBySpeaker, 'speaker'),
      by(commands.quotationsByPlace, 'place'),
      by(commands.quotationsByState, 'standing'),
    );
    this.#tell();
  }

  group(grouping: QuotationGrouping): void {
    this.#grouping = grouping;
    void this.#memory.update(groupingMemory, grouping);
    this.#tell();
    this.tree.refresh();
  }

  dispose(): void {
    this.#parts.dispose();
  }

  #tell(): void {
    void registry.executeCommand('setContext', contextKeys.quotationGrouping, this.#grouping);
  }
}
