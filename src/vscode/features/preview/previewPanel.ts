import {
  CancellationTokenSource,
  commands as registry,
  type Disposable,
  Range,
  TextEditorRevealType,
  type TextEditor,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';

import { articleMessage } from '../../../core/export/preview/articleMessage';
import type { FromPage, ToPage } from '../../../core/export/preview/messages';
import { readArticle } from '../../../core/text/article';
import type { ArticleView } from '../../../core/view/types';
import type { ArticleSession } from '../../articleSession';
import type { ArticleSessions } from '../../articleSessions';
import { internalCommands } from '../../ids';
import { formatOf } from '../../liveAnalysis';
import { messageOf } from '../../messages';
import { runInSlices } from '../../schedule';
import { targetArgument } from '../../targets';
import { pageHtml } from './pageHtml';

/** Views come in bursts; the page is told of the last. */
const quietMs = 100;

/** How long after a scroll that the page asked for the editor's own scroll events say nothing new. */
const settlingMs = 250;

/** One preview: shows its article as the editor shows it, and scrolls with it both ways. Does nothing while it is hidden. */
export class PreviewPanel implements Disposable {
  readonly uri: Uri;
  readonly panel: WebviewPanel;
  readonly #sessions: ArticleSessions;
  readonly #parts: readonly Disposable[];
  readonly #closing = new CancellationTokenSource();
  #view: ArticleView | undefined;
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #settling = 0;
  #isReady = false;

  constructor(panel: WebviewPanel, uri: Uri, sessions: ArticleSessions, extension: Uri) {
    this.uri = uri;
    this.panel = panel;
    this.#sessions = sessions;
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [Uri.joinPath(extension, 'media'), Uri.joinPath(extension, 'dist')],
    };
    this.#parts = [
      panel.webview.onDidReceiveMessage((message: FromPage) => void this.#told(message)),
      panel.onDidChangeViewState(() => {
        // A page that is hidden is gone; it says that it is ready when it is back.
        if (!panel.visible) this.#isReady = false;
      }),
      panel.onDidDispose(() => this.#closing.cancel()),
      sessions.onDidChange(({ session, change }) => {
        if (change === 'content' && this.#isMine(session.document.uri)) this.#schedule();
      }),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#scrolled(textEditor)),
    ];
    panel.webview.html = pageHtml(panel.webview, extension);
  }

  /** Leaves the panel as it is: when the window closes, it is to come back. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#closing.cancel();
    this.#parts.forEach((part) => part.dispose());
  }

  get #session(): ArticleSession | undefined {
    return this.#sessions.ofUri(this.uri);
  }

  get #editor(): TextEditor | undefined {
    return window.visibleTextEditors.find(({ document }) => this.#isMine(document.uri));
  }

  #isMine(uri: Uri): boolean {
    return uri.toString() === this.uri.toString();
  }

  async #told(message: FromPage): Promise<void> {
    if (message.kind === 'ready') {
      this.#isReady = true;
      await this.#showNow();
      if (this.#editor) this.#scrolled(this.#editor);
    } else if (message.kind === 'scroll') this.#scrollEditor(message.offset);
    else await this.#reveal(message.what, message.index);
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.#isReady) this.#timer = setTimeout(() => void this.#showNow(), quietMs);
  }

  async #showNow(): Promise<void> {
    const document = this.#session?.document ?? (await workspace.openTextDocument(this.uri));
    const session = await this.#sessions.whenOpen(document);
    if (!session) return;
    const turn = ++this.#turn;
    const { view } = session;
    const title = this.uri.path.split('/').at(-1) ?? '';
    const { token } = this.#closing;
    const article = await runInSlices(readArticle(document.getText(), formatOf(document)), token);
    const steps = article && articleMessage(this.uri.toString(), title, article, view, messageOf);
    const message = steps && (await runInSlices(steps, token));
    if (!message || turn !== this.#turn || !this.#isReady) return;
    // An edit came in between: what it comes to is on its way.
    if (article.text !== document.getText()) return this.#schedule();
    this.#view = view;
    this.#tell(message);
  }

  #tell(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }

  async #reveal(what: 'mention' | 'quotation', index: number): Promise<void> {
    const item = (what === 'mention' ? this.#view?.mentions : this.#view?.quotations)?.[index];
    const session = this.#session;
    if (!item || !session) return;
    // Beside the preview and not in its place, where the article is not to be seen.
    if (!this.#editor) await window.showTextDocument(session.document, ViewColumn.One);
    await registry.executeCommand(internalCommands.reveal, targetArgument(session, item));
  }

  #scrolled({ document, visibleRanges }: TextEditor): void {
    const [first] = visibleRanges;
    if (!this.#isReady || !first || !this.#isMine(document.uri) || performance.now() < this.#settling) return;
    this.#tell({ kind: 'scroll', offset: document.offsetAt(first.start) });
  }

  #scrollEditor(offset: number): void {
    const editor = this.#editor;
    if (!editor) return;
    this.#settling = performance.now() + settlingMs;
    const place = editor.document.positionAt(offset);
    editor.revealRange(new Range(place, place), TextEditorRevealType.AtTop);
  }
}
