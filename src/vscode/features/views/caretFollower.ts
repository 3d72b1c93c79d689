import { Disposable, type TextEditorSelectionChangeEvent, window } from 'vscode';

import { sameSpan, type Span } from '../../../core/util/span';
import { toSpan } from '../../convert';
import type { ArticleTree, TreeNode } from './articleTree';

/** So that walking through the text with a held key moves nothing. */
const pauseMs = 120;

/** Selects in a visible tree what the caret is in; what a person closed stays closed. */
export class CaretFollower implements Disposable {
  readonly #tree: ArticleTree;
  readonly #parts: Disposable;
  /** Ids of nodes that differ from how they are first shown. */
  readonly #opened = new Map<string, boolean>();
  #ignored: Span | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tree: ArticleTree) {
    this.#tree = tree;
    this.#parts = Disposable.from(
      tree.view.onDidExpandElement(({ element }) => void this.#opened.set(element.id, true)),
      tree.view.onDidCollapseElement(({ element }) => void this.#opened.set(element.id, false)),
      window.onDidChangeTextEditorSelection((event) => this.#selected(event)),
    );
  }

  ignore(place: Span): void {
    this.#ignored = place;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#parts.dispose();
  }

  #selected({ textEditor: { document, selection } }: TextEditorSelectionChangeEvent): void {
    if (!this.#tree.view.visible || document !== this.#tree.session?.document) return;
    const place = toSpan(document, selection);
    const isOwn = this.#ignored !== undefined && sameSpan(this.#ignored, place);
    this.#ignored = undefined;
    clearTimeout(this.#timer);
    if (!isOwn) this.#timer = setTimeout(() => void this.#follow(), pauseMs);
  }

  async #follow(): Promise<void> {
    const offset = this.#tree.caret();
    const { view } = this.#tree;
    if (offset === undefined || !view.visible) return;
    const node = this.#tree.nodeAt(offset, (each) => this.#isOpen(each));
    if (!node || view.selection.some(({ id }) => id === node.id)) return;
    try {
      await view.reveal(node, { select: true, focus: false, expand: false });
    } catch {
      // The tree was made anew in between: the next move of the caret finds its node.
    }
  }

  /** Top level nodes are open at first, others closed. */
  #isOpen({ id, parent }: TreeNode): boolean {
    return this.#opened.get(id) ?? parent === undefined;
  }
}
