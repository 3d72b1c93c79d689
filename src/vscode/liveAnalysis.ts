import { CancellationTokenSource, type Disposable, type TextDocument } from 'vscode';

import { type Analyzer, createAnalyzer } from '../core/analysis/analyzer';
import type { Analysis } from '../core/annotation/suggestion';
import type { ArticleFormat } from '../core/text/block';
import type { FolderKnowledgeFiles } from './folderKnowledge';
import type { Language } from './language';
import type { RegisterFiles } from './registers/registerFiles';
import { runInSlices } from './schedule';

/** After the last key of a burst; short enough to feel immediate, long enough that no key waits for an analysis. */
const quietMs = 150;

/** Analyses one document again and again; only a result for the text as it stands is handed on. */
export class LiveAnalysis implements Disposable {
  readonly #document: TextDocument;
  readonly #language: Language;
  readonly #knowledge: FolderKnowledgeFiles;
  readonly #registers: RegisterFiles;
  readonly #done: (analysis: Analysis) => void;
  #analyzer: Promise<Analyzer> | undefined;
  #running: CancellationTokenSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    document: TextDocument,
    language: Language,
    knowledge: FolderKnowledgeFiles,
    registers: RegisterFiles,
    done: (analysis: Analysis) => void,
  ) {
    this.#document = document;
    this.#language = language;
    this.#knowledge = knowledge;
    this.#registers = registers;
    this.#done = done;
  }

  /** Analyses the text as it then is, at once or after a pause; drops what is under way. */
  schedule(when: 'now' | 'afterPause'): void {
    this.cancel();
    this.#timer = setTimeout(() => void this.#run(), when === 'now' ? 0 : quietMs);
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#running?.cancel();
  }

  dispose(): void {
    this.cancel();
  }

  async #run(): Promise<void> {
    const running = new CancellationTokenSource();
    this.#running = running;
    this.#analyzer ??= this.#language.stages().then(createAnalyzer);
    const analyzer = await this.#analyzer;
    if (running.token.isCancellationRequested) return;
    const { uri } = this.#document;
    const register = this.#registers.of(uri);
    const context = {
      fileName: uri.path.split('/').at(-1) ?? '',
      folder: this.#knowledge.of(uri),
      ...(register.entities.length > 0 && { register }),
    };
    const steps = analyzer.analyze(this.#document.getText(), formatOf(this.#document), context);
    const analysis = await runInSlices(steps, running.token);
    if (analysis) this.#done(analysis);
  }
}

export function formatOf(document: TextDocument): ArticleFormat {
  return document.languageId === 'markdown' ? 'markdown' : 'plain';
}
