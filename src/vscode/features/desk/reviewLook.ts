import {
  type Disposable,
  l10n,
  OverviewRulerLane,
  StatusBarAlignment,
  type TextEditor,
  ThemeColor,
  window,
} from 'vscode';

import type { Span } from '../../../core/util/span';
import { toRange } from '../../convert';
import { commands } from '../../ids';

/** What makes it plain that keys decide: the line of the current item, a frame around it, and an item of the status bar. */
export class ReviewLook implements Disposable {
  readonly #line = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor('editor.rangeHighlightBackground'),
    overviewRulerColor: new ThemeColor('focusBorder'),
    overviewRulerLane: OverviewRulerLane.Full,
  });
  readonly #frame = window.createTextEditorDecorationType({
    outlineColor: new ThemeColor('focusBorder'),
    outlineStyle: 'solid',
    outlineWidth: '2px',
  });
  readonly #status = window.createStatusBarItem('verbatim.review', StatusBarAlignment.Left, 1000);
  #editor: TextEditor | undefined;

  constructor() {
    this.#status.name = l10n.t('Verbatim: review mode');
    this.#status.command = commands.showKeys;
    this.#status.backgroundColor = new ThemeColor('statusBarItem.warningBackground');
  }

  show(
    editor: TextEditor,
    place: Span | undefined,
    { done, all }: { readonly done: number; readonly all: number },
  ): void {
    if (this.#editor !== editor) this.#clear();
    this.#editor = editor;
    const ranges = place ? [toRange(editor.document, place)] : [];
    editor.setDecorations(this.#line, ranges);
    editor.setDecorations(this.#frame, ranges);
    const count = l10n.t('{0} of {1}', done, all);
    const hint = done === all ? l10n.t('all decided') : l10n.t('K shows the keys');
    this.#status.text = `$(checklist) ${l10n.t('Review: {0}', count)} · ${hint} · ${l10n.t('Escape leaves')}`;
    this.#status.tooltip = l10n.t('Review mode is on: letters decide, and the text is not changed by them.');
    this.#status.accessibilityInformation = {
      label: `Verbatim. ${l10n.t('Review: {0}', count)}. ${hint}.`,
      role: 'button',
    };
    this.#status.show();
  }

  hide(): void {
    this.#clear();
    this.#status.hide();
  }

  dispose(): void {
    [this.#line, this.#frame, this.#status].forEach((part) => part.dispose());
  }

  #clear(): void {
    this.#editor?.setDecorations(this.#line, []);
    this.#editor?.setDecorations(this.#frame, []);
    this.#editor = undefined;
  }
}
