import { type Disposable, EventEmitter, type TextDocument, type Uri, workspace } from 'vscode';

import { ArticleSession, type ViewChange } from './articleSession';
import type { Articles } from './articles';
import type { FolderKnowledgeFiles } from './folderKnowledge';
import type { Language } from './language';
import type { RegisterFiles } from './registers/registerFiles';
import type { Sidecars } from './sidecars/sidecars';

export interface SessionChange {
  readonly session: ArticleSession;
  readonly change: ViewChange;
}

/** One session for each open article, however many editors show it. */
export class ArticleSessions implements Disposable {
  readonly #articles: Articles;
  readonly #language: Language;
  readonly #sidecars: Sidecars;
  readonly #knowledge: FolderKnowledgeFiles;
  readonly #registers: RegisterFiles;
  readonly #sessions = new Map<string, ArticleSession>();
  readonly #changed = new EventEmitter<SessionChange>();
  /** What is shown of an article changed. */
  readonly onDidChange = this.#changed.event;
  readonly #listChanged = new EventEmitter<void>();
  /** An article was opened or is none any more. */
  readonly onDidChangeList = this.#listChanged.event;
  readonly #parts: readonly Disposable[];

  constructor(
    articles: Articles,
    language: Language,
    sidecars: Sidecars,
    knowledge: FolderKnowledgeFiles,
    registers: RegisterFiles,
  ) {
    this.#articles = articles;
    this.#language = language;
    this.#sidecars = sidecars;
    this.#knowledge = knowledge;
    this.#registers = registers;
    this.#parts = [
      this.#changed,
      this.#listChanged,
      workspace.onDidOpenTextDocument((document) => void this.#consider(document)),
      workspace.onDidCloseTextDocument((document) => this.#close(document.uri)),
      workspace.onDidChangeTextDocument((event) => this.of(event.document)?.edited(event)),
      workspace.onDidSaveTextDocument((document) => void this.of(document)?.saved()),
      articles.onDidChange(() => this.#considerAll()),
    ];
    this.#considerAll();
  }

  of(document: TextDocument): ArticleSession | undefined {
    return this.ofUri(document.uri);
  }

  ofUri(uri: Uri): ArticleSession | undefined {
    return this.#sessions.get(uri.toString());
  }

  /** The session of a document that may just have been opened; `undefined` when it is no article. */
  async whenOpen(document: TextDocument): Promise<ArticleSession | undefined> {
    await this.#consider(document);
    return this.of(document);
  }

  get all(): Iterable<ArticleSession> {
    return this.#sessions.values();
  }

  dispose(): void {
    this.#parts.forEach((part) => part.dispose());
    for (const session of this.#sessions.values()) session.dispose();
    this.#sessions.clear();
  }

  #considerAll(): void {
    for (const document of workspace.textDocuments) void this.#consider(document);
  }

  async #consider(document: TextDocument): Promise<void> {
    const isArticle = await this.#articles.isArticle(document);
    const known = this.ofUri(document.uri);
    if (document.isClosed || isArticle === (known !== undefined)) return;
    if (!isArticle) return this.#close(document.uri);
    const session = new ArticleSession(
      document,
      this.#language,
      this.#knowledge,
      this.#registers,
      this.#sidecars.open(document),
    );
    session.onDidChange((change) => this.#changed.fire({ session, change }));
    this.#sessions.set(document.uri.toString(), session);
    this.#listChanged.fire();
    this.#changed.fire({ session, change: 'content' });
  }

  #close(uri: Uri): void {
    const session = this.ofUri(uri);
    if (!session) return;
    session.dispose();
    this.#sidecars.close(session.sidecar);
    this.#sessions.delete(uri.toString());
    this.#listChanged.fire();
  }
}
