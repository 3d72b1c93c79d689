import { Range, type TextEditor, type TextEditorDecorationType } from 'vscode';

import type { Span } from '../../../core/util/span';
import { toRange } from '../../convert';
import { type Layer, type Layers, sameSpans, spansWithin } from './layers';

/** With more spans than this, only those around what is visible are drawn in the text; the overview ruler shows all. */
const mostDrawnAtOnce = 2000;

/** Lines drawn above and below what is visible, and how near its edge scrolling may come before more is drawn. */
const margin = 200;
const nearEdge = 60;

/** Equal to nothing that is ever drawn. */
const unknown: readonly Span[] = [{ start: -1, end: -1 }];

/** Draws layers in one editor, telling VS Code only what changed. */
export class Painter {
  readonly #editor: TextEditor;
  readonly #styles: ReadonlyMap<Layer, TextEditorDecorationType>;
  readonly #drawn = new Map<Layer, readonly Span[]>();
  #layers: Layers = new Map();
  #moved: (() => Layers) | undefined;
  /** Lines that are drawn, when not all are. */
  #window: Range | undefined;

  constructor(editor: TextEditor, styles: ReadonlyMap<Layer, TextEditorDecorationType>) {
    this.#editor = editor;
    this.#styles = styles;
  }

  /** Draws a view's layers. Layers of the caret stay as they are. */
  draw(layers: Layers): void {
    this.#catchUp();
    this.#layers = layers;
    this.#window = countOf(layers) > mostDrawnAtOnce ? this.#around() : undefined;
    for (const layer of this.#styles.keys())
      if (!layer.startsWith('caret.')) this.#set(layer, this.#visible(layer));
  }

  drawCaret(layers: Layers): void {
    for (const [layer, spans] of layers) this.#set(layer, spans);
  }

  /**
   * VS Code has moved what is drawn along with an edit, and `layers` is what that comes to. It is asked for only when something is
   * to be drawn again, so that a key costs nothing here.
   */
  moved(layers: () => Layers): void {
    this.#moved = layers;
  }

  /** Draws what scrolling brought near. */
  scrolled(): void {
    if (!this.#window || this.#covers()) return;
    this.#catchUp();
    this.#window = this.#around();
    for (const layer of this.#layers.keys())
      if (!layer.startsWith('ruler.')) this.#set(layer, this.#visible(layer));
  }

  /** Takes over where VS Code has moved what was drawn. */
  #catchUp(): void {
    if (!this.#moved) return;
    this.#layers = this.#moved();
    this.#moved = undefined;
    for (const layer of this.#drawn.keys()) {
      const isKnown = !this.#window && !layer.startsWith('caret.');
      this.#drawn.set(layer, isKnown ? (this.#layers.get(layer) ?? []) : unknown);
    }
  }

  #set(layer: Layer, spans: readonly Span[]): void {
    const style = this.#styles.get(layer);
    if (!style || sameSpans(this.#drawn.get(layer) ?? [], spans)) return;
    this.#drawn.set(layer, spans);
    this.#editor.setDecorations(
      style,
      spans.map((span) => toRange(this.#editor.document, span)),
    );
  }

  #visible(layer: Layer): readonly Span[] {
    const spans = this.#layers.get(layer) ?? [];
    if (!this.#window || layer.startsWith('ruler.')) return spans;
    const { document } = this.#editor;
    const shown = { start: document.offsetAt(this.#window.start), end: document.offsetAt(this.#window.end) };
    return spansWithin(spans, shown);
  }

  #around(): Range {
    const [first, last] = this.#edges();
    return new Range(Math.max(0, first - margin), 0, last + margin, 0);
  }

  #covers(): boolean {
    const [first, last] = this.#edges();
    const { start, end } = this.#window as Range;
    return (
      start.line <= Math.max(0, first - nearEdge) &&
      end.line >= Math.min(last + nearEdge, this.#editor.document.lineCount)
    );
  }

  #edges(): readonly [number, number] {
    const ranges = this.#editor.visibleRanges;
    return [ranges[0]?.start.line ?? 0, ranges.at(-1)?.end.line ?? 0];
  }
}

function countOf(layers: Layers): number {
  let count = 0;
  for (const [layer, spans] of layers) if (!layer.startsWith('ruler.')) count += spans.length;
  return count;
}
