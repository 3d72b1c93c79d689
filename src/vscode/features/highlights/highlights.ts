import { type Disposable, type TextEditor, window, workspace } from 'vscode';

import { sameSpan } from '../../../core/util/span';
import type { ViewQuotation } from '../../../core/view/types';
import { hull } from '../../../core/view/quotations';
import type { ArticleSession } from '../../articleSession';
import type { ArticleSessions } from '../../articleSessions';
import { toSpan } from '../../convert';
import { readShown } from '../../presentation';
import { settings } from '../../ids';
import { quotationsAt } from '../../viewLookup';
import { caretLayers, drawingOf, isShown, type Shown } from './layers';
import { nothing, Painter } from './painter';
import { createStyles } from './styles';

/** Draws names and quotations in every editor that shows an article. */
export function registerHighlights(sessions: ArticleSessions): Disposable {
  const highlights = new Highlights(sessions);
  const editorsOf = (session: ArticleSession): readonly TextEditor[] =>
    window.visibleTextEditors.filter((editor) => editor.document === session.document);
  const parts = [
    sessions.onDidChange(({ session, change }) => {
      for (const editor of editorsOf(session)) {
        if (change === 'edit') highlights.moved(editor);
        else highlights.draw(editor);
      }
    }),
    sessions.onDidChangeList(() => highlights.drawAll()),
    window.onDidChangeVisibleTextEditors(() => highlights.drawAll()),
    window.onDidChangeTextEditorSelection(({ textEditor }) => highlights.drawCaret(textEditor)),
    window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => highlights.scrolled(textEditor)),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(settings.section)) highlights.configured();
    }),
  ];
  highlights.drawAll();
  return { dispose: () => [...parts, highlights].forEach((part) => part.dispose()) };
}

class Highlights implements Disposable {
  readonly #sessions: ArticleSessions;
  readonly #styles = createStyles();
  #painters = new Map<TextEditor, Painter>();
  #shown: Shown = readShown();

  constructor(sessions: ArticleSessions) {
    this.#sessions = sessions;
  }

  drawAll(): void {
    const open = new Map<TextEditor, Painter>();
    for (const editor of window.visibleTextEditors) {
      const painter = this.#painters.get(editor);
      if (painter) open.set(editor, painter);
    }
    this.#painters = open;
    window.visibleTextEditors.forEach((editor) => this.draw(editor));
  }

  draw(editor: TextEditor): void {
    const session = this.#sessions.of(editor.document);
    const painter = this.#painters.get(editor) ?? (session && new Painter(editor, this.#styles));
    if (!painter) return;
    this.#painters.set(editor, painter);
    painter.draw(session ? drawingOf(session.view, this.#shown) : nothing);
    this.drawCaret(editor);
  }

  moved(editor: TextEditor): void {
    const session = this.#sessions.of(editor.document);
    const view = session?.view;
    if (view) this.#painters.get(editor)?.moved(() => drawingOf(view, this.#shown));
  }

  drawCaret(editor: TextEditor): void {
    this.#painters.get(editor)?.drawCaret(caretLayers(this.#atCaret(editor)));
  }

  scrolled(editor: TextEditor): void {
    this.#painters.get(editor)?.scrolled();
  }

  configured(): void {
    this.#shown = readShown();
    this.drawAll();
  }

  dispose(): void {
    for (const style of this.#styles.values()) style.dispose();
  }

  #atCaret(editor: TextEditor): ViewQuotation | undefined {
    const session = this.#sessions.of(editor.document);
    if (!session) return undefined;
    const place = toSpan(editor.document, editor.selection);
    const found = quotationsAt(session.view, place).filter((quotation) => isShown(quotation, this.#shown));
    // A selection is seen by itself; but one of a whole quotation, as a review makes it, is about the quotation.
    return editor.selection.isEmpty
      ? found.at(-1)
      : found.find(({ content }) => sameSpan(hull(content), place));
  }
}
