import { type DataTransfer, DataTransferItem, type TreeDragAndDropController } from 'vscode';

import { views } from '../../../ids';
import type { ArticleTree, TreeNode } from '../articleTree';
import { unite } from '../itemDecisions';

const mimeType = `application/vnd.code.tree.${views.entities}`;

/** An entity that is dragged onto another is the same; words that are dragged onto an entity name it. */
export class EntityDragging implements TreeDragAndDropController<TreeNode> {
  readonly dragMimeTypes = [mimeType];
  readonly dropMimeTypes = [mimeType];
  readonly #tree: () => ArticleTree;

  constructor(tree: () => ArticleTree) {
    this.#tree = tree;
  }

  handleDrag(source: readonly TreeNode[], data: DataTransfer): void {
    const ids = source.filter(({ reveals }) => reveals).map(({ id }) => id);
    if (ids.length > 0) data.set(mimeType, new DataTransferItem(JSON.stringify(ids)));
  }

  async handleDrop(target: TreeNode | undefined, data: DataTransfer): Promise<void> {
    const entity = target?.entities.length ? target : target?.parent;
    const item = data.get(mimeType);
    const [into] = entity?.entities ?? [];
    if (!item || into === undefined) return;
    const ids = idsOf(await item.asString());
    await unite(this.#tree(), ids, into);
  }
}

function idsOf(text: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
