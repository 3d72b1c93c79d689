import { Range, type TextEditor, type TextEditorDecorationType } from 'vscode';

import type { Span } from '../../../core/util/span';
import { toRange, toSpan } from '../../convert';
import { type Drawing, type Layer, type Layers, sameSpans } from './layers';

/** With more spans than this, only those around what is visible are drawn in the text; the overview ruler shows all. */
const mostDrawnAtOnce = 2000;

/** Lines drawn above and below what is visible, and how near its edge scrolling may come before more is drawn. */
const margin = 200;
const nearEdge = 60;

/** For an editor whose file is no article any more. */
export const nothing: Drawing = { size: 0, inText: () => new Map(), inRuler: () => new Map() };

/** Equal to nothing that is ever drawn. */
const unknown: readonly Span[] = [{ start: -1, end: -1 }];

/** Draws layers in one editor, telling VS Code only what changed. */
export class Painter {
  readonly #editor: TextEditor;
  readonly #styles: ReadonlyMap<Layer, TextEditorDecorationType>;
  readonly #drawn = new Map<Layer, readonly Span[]>();
  #drawing: Drawing = nothing;
  #moved: (() => Drawing) | undefined;
  /** Lines that are drawn, when not all are. */
  #window: Range | undefined;

  constructor(editor: TextEditor, styles: ReadonlyMap<Layer, TextEditorDecorationType>) {
    this.#editor = editor;
    this.#styles = styles;
  }

  /** Draws a view. Layers of the caret stay as they are. */
  draw(drawing: Drawing): void {
    this.#catchUp();
    this.#drawing = drawing;
    this.#window = drawing.size > mostDrawnAtOnce ? this.#around() : undefined;
    this.#drawText();
    const inRuler = drawing.inRuler();
    for (const layer of this.#styles.keys())
      if (layer.startsWith('ruler.')) this.#set(layer, inRuler.get(layer) ?? []);
  }

  drawCaret(layers: Layers): void {
    for (const [layer, spans] of layers) this.#set(layer, spans);
  }

  /**
   * VS Code has moved what is drawn along with an edit, and `drawing` is what that comes to. It is asked for only when something
   * is to be drawn again, so that a key costs nothing here.
   */
  moved(drawing: () => Drawing): void {
    this.#moved = drawing;
  }

  /** Draws what scrolling brought near. */
  scrolled(): void {
    if (!this.#window || this.#covers()) return;
    this.#catchUp();
    this.#window = this.#around();
    this.#drawText();
  }

  #drawText(): void {
    const { document } = this.#editor;
    const inText = this.#drawing.inText(this.#window && toSpan(document, this.#window));
    for (const layer of this.#styles.keys())
      if (!layer.startsWith('ruler.') && !layer.startsWith('caret.'))
        this.#set(layer, inText.get(layer) ?? []);
  }

  /** Takes over where VS Code has moved what was drawn. */
  #catchUp(): void {
    if (!this.#moved) return;
    this.#drawing = this.#moved();
    this.#moved = undefined;
    const moved = this.#window ? undefined : new Map([...this.#drawing.inText(), ...this.#drawing.inRuler()]);
    for (const layer of this.#drawn.keys())
      this.#drawn.set(layer, moved && !layer.startsWith('caret.') ? (moved.get(layer) ?? []) : unknown);
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
