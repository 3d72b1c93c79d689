import { type Disposable, EventEmitter, type Memento, type TextDocument, type Uri } from 'vscode';

import type { ConfigFiles } from './configFiles';
import { exists } from './files';
import { comparisonScheme, languageId, textLanguages } from './ids';
import { sidecarOf } from './sidecars/sidecarUri';

const memory = 'verbatim.turnedOn';
const memoryOff = 'verbatim.turnedOff';

/** Schemes of documents that are not files of their own: an older revision, what a program printed, a cell. */
const foreignSchemes: readonly string[] = [
  'git',
  'output',
  'vscode-notebook-cell',
  'comment',
  'search-editor',
  comparisonScheme,
];

/** Which documents are articles: by their language, by `verbatim.yaml`, by their sidecar, or because a person said so. */
export class Articles implements Disposable {
  readonly #changed = new EventEmitter<void>();
  /** What is an article may have changed. */
  readonly onDidChange = this.#changed.event;
  readonly #config: ConfigFiles;
  readonly #memory: Memento;
  readonly #watching: Disposable;

  constructor(config: ConfigFiles, workspaceState: Memento) {
    this.#config = config;
    this.#memory = workspaceState;
    this.#watching = config.onDidChange(() => this.#changed.fire());
  }

  dispose(): void {
    this.#watching.dispose();
    this.#changed.dispose();
  }

  async isArticle(document: TextDocument): Promise<boolean> {
    const { uri, languageId: language } = document;
    if (foreignSchemes.includes(uri.scheme) || this.#remembers(memoryOff, uri)) return false;
    const verdict = await this.#config.verdictOn(uri);
    if (verdict === 'excluded') return false;
    if (language === languageId) return true;
    if (!textLanguages.includes(language)) return false;
    if (verdict === 'named' || this.#remembers(memory, uri)) return true;
    return uri.scheme !== 'untitled' && (await exists(sidecarOf(uri)));
  }

  /** Whether the document could be turned on. */
  isCandidate({ uri, languageId: language }: TextDocument): boolean {
    return (
      !foreignSchemes.includes(uri.scheme) && (textLanguages.includes(language) || language === languageId)
    );
  }

  /** Remembers for this workspace that a file, or all text files in a folder (a URI that ends in a slash), are articles. */
  async turnOn(uri: Uri): Promise<void> {
    await this.#forget(memoryOff, uri);
    await this.#memory.update(memory, [...new Set([...this.#list(memory), uri.toString()])]);
    this.#changed.fire();
  }

  /** Takes back what turned a file on, and remembers that it is none where something else would still say that it is. */
  async turnOff(document: TextDocument): Promise<void> {
    await this.#forget(memory, document.uri);
    if (await this.isArticle(document))
      await this.#memory.update(memoryOff, [...this.#list(memoryOff), document.uri.toString()]);
    this.#changed.fire();
  }

  /** What was remembered of a file, or of the files of a folder, is remembered of it in its new place. */
  async moved(from: Uri, to: Uri): Promise<void> {
    const [old, fresh] = [from.toString(), to.toString()];
    const renamed = (known: string): string =>
      known === old || known.startsWith(`${old}/`) ? fresh + known.slice(old.length) : known;
    for (const list of [memory, memoryOff]) {
      const known = this.#list(list);
      const next = known.map(renamed);
      if (next.some((each, i) => each !== known[i])) await this.#memory.update(list, next);
    }
    this.#changed.fire();
  }

  /** A sidecar came or went. */
  recheck(): void {
    this.#changed.fire();
  }

  #remembers(list: string, uri: Uri): boolean {
    const text = uri.toString();
    return this.#list(list).some(
      (known) => known === text || (known.endsWith('/') && text.startsWith(known)),
    );
  }

  async #forget(list: string, uri: Uri): Promise<void> {
    const text = uri.toString();
    await this.#memory.update(
      list,
      this.#list(list).filter((known) => known !== text),
    );
  }

  #list(name: string): readonly string[] {
    return this.#memory.get<readonly string[]>(name, []);
  }
}
