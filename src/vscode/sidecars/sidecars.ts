import { type Disposable, type Memento, type TextDocument, type Uri, window, workspace } from 'vscode';

import type { DecisionHistory } from '../../core/sidecar/decisionHistory';
import type { DecisionChanges } from './applyDecisions';
import { ArticleSidecar } from './articleSidecar';
import { PendingDecisions } from './pendingDecisions';
import type { ReplaceFile } from './replaceFile';
import { SidecarFiles } from './sidecarFiles';
import { articleOf, sidecarOf, sidecarSuffix } from './sidecarUri';

/** Decisions on an article that was never saved, kept until the same text is saved somewhere. */
interface Homeless {
  readonly text: string;
  readonly decisions: readonly DecisionChanges[];
}

/** The sidecars of the open articles, told when their files or buffers change. */
export class Sidecars implements Disposable {
  readonly #files: SidecarFiles;
  readonly #journal: PendingDecisions;
  readonly #open = new Map<string, ArticleSidecar>();
  readonly #unsaved = new Map<ArticleSidecar, TextDocument>();
  /** What can be undone in articles that are closed for now. */
  readonly #histories = new Map<string, DecisionHistory>();
  readonly #parts: readonly Disposable[];
  readonly #appeared: (article: Uri) => void;
  #homeless: readonly Homeless[] = [];

  /** `appeared` is told of each article whose sidecar came or went. */
  constructor(workspaceState: Memento, replace: ReplaceFile, appeared: (article: Uri) => void) {
    this.#files = new SidecarFiles(replace);
    this.#journal = new PendingDecisions(workspaceState);
    this.#appeared = appeared;
    const watcher = workspace.createFileSystemWatcher(`**/*${sidecarSuffix}`);
    const reload = (uri: Uri): void => void this.#open.get(uri.toString())?.reload();
    const came = (uri: Uri): void => {
      reload(uri);
      const article = articleOf(uri);
      if (article) this.#appeared(article);
    };
    this.#parts = [
      watcher,
      watcher.onDidChange(reload),
      watcher.onDidCreate(came),
      watcher.onDidDelete(came),
      // What kept a decision from being written may be over when somebody comes back.
      window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.#saveAgain();
      }),
      workspace.onDidChangeTextDocument(({ document }) => reload(document.uri)),
      workspace.onDidSaveTextDocument(({ uri }) => reload(uri)),
      workspace.onDidCloseTextDocument(({ uri }) => reload(uri)),
    ];
  }

  /** The sidecar of an article that is opened now. Whoever opens it disposes of it. */
  open(article: TextDocument): ArticleSidecar {
    const uri = article.uri.scheme === 'untitled' ? undefined : sidecarOf(article.uri);
    const name = article.uri.path.split('/').at(-1) ?? '';
    const sidecar = new ArticleSidecar(
      uri,
      name,
      this.#files,
      this.#journal,
      this.#histories.get(uri?.toString() ?? ''),
    );
    if (uri && !workspace.getWorkspaceFolder(uri)) sidecar.watch();
    if (uri) {
      this.#open.set(uri.toString(), sidecar);
      this.#bringHome(article, sidecar);
    } else this.#unsaved.set(sidecar, article);
    return sidecar;
  }

  /** Forgets the sidecar of an article that is closed. */
  close(sidecar: ArticleSidecar): void {
    const article = this.#unsaved.get(sidecar);
    if (article && sidecar.pending.length > 0) {
      // The last few are enough: saving closes one document and opens another at once.
      this.#homeless = [...this.#homeless, { text: article.getText(), decisions: sidecar.pending }].slice(-8);
    }
    this.#unsaved.delete(sidecar);
    if (sidecar.uri) {
      this.#open.delete(sidecar.uri.toString());
      this.#histories.set(sidecar.uri.toString(), sidecar.history);
    }
    sidecar.dispose();
  }

  /** Decisions that wait to be written go along with an article, or a folder of articles, that was moved. */
  async moved(from: Uri, to: Uri): Promise<void> {
    for (const sidecar of this.#journal.waiting(from)) {
      const target = to.with({ path: to.path + sidecar.path.slice(from.path.length) });
      const decisions = await this.#journal.take(sidecar);
      const open = this.#open.get(target.toString());
      if (open) await open.decide(...decisions);
      else await this.#journal.keep(target, [...this.#journal.of(target), ...decisions]);
    }
  }

  #saveAgain(): void {
    for (const sidecar of this.#open.values()) if (sidecar.failure) void sidecar.save();
  }

  dispose(): void {
    this.#parts.forEach((part) => part.dispose());
  }

  /** An article that was just saved for the first time takes over the decisions made before, whichever came first. */
  #bringHome(article: TextDocument, sidecar: ArticleSidecar): void {
    const waiting = [...this.#unsaved].filter(([unsaved]) => unsaved.pending.length > 0);
    // A long text need not become one string for nothing.
    if (waiting.length === 0 && this.#homeless.length === 0) return;
    const text = article.getText();
    const before = this.#homeless.find((each) => each.text === text);
    this.#homeless = this.#homeless.filter((each) => each !== before);
    const stillOpen = waiting.find(([, document]) => document.getText() === text)?.[0];
    const decisions = before?.decisions ?? stillOpen?.pending ?? [];
    if (stillOpen) this.#unsaved.delete(stillOpen);
    if (decisions.length > 0) void sidecar.decide(...decisions);
  }
}
