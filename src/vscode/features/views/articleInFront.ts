import { Disposable, EventEmitter, type TextEditor, window } from 'vscode';

import type { ArticleSession } from '../../articleSession';
import type { ArticleSessions } from '../../articleSessions';
import { articleOf } from '../../sidecars/sidecarUri';

/**
 * The article that views are about: that of the active editor, or of the sidecar there; as long as something else is active, the
 * last one that can still be seen.
 */
export class ArticleInFront implements Disposable {
  readonly #sessions: ArticleSessions;
  readonly #changed = new EventEmitter<void>();
  /** Another article came to the front, or there is none any more. */
  readonly onDidChange = this.#changed.event;
  readonly #parts: Disposable;
  #session: ArticleSession | undefined;

  constructor(sessions: ArticleSessions) {
    this.#sessions = sessions;
    const update = (): void => this.#update();
    this.#parts = Disposable.from(
      this.#changed,
      window.onDidChangeActiveTextEditor(update),
      window.onDidChangeVisibleTextEditors(update),
      sessions.onDidChangeList(update),
    );
    this.#session = this.#find();
  }

  get session(): ArticleSession | undefined {
    return this.#session;
  }

  dispose(): void {
    this.#parts.dispose();
  }

  #update(): void {
    const session = this.#find();
    if (session === this.#session) return;
    this.#session = session;
    this.#changed.fire();
  }

  #find(): ArticleSession | undefined {
    const visible = window.visibleTextEditors.flatMap((editor) => this.#of(editor) ?? []);
    const active = window.activeTextEditor && this.#of(window.activeTextEditor);
    return active ?? visible.find((session) => session === this.#session) ?? visible[0];
  }

  #of({ document }: TextEditor): ArticleSession | undefined {
    const article = articleOf(document.uri);
    return this.#sessions.of(document) ?? (article && this.#sessions.ofUri(article));
  }
}
