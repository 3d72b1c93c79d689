import {
  CancellationTokenSource,
  type CancellationToken,
  type Disposable,
  EventEmitter,
  RelativePattern,
  Uri,
  workspace,
} from 'vscode';

import { newSidecar } from '../../core/sidecar/newSidecar';
import { parseSidecar, readSidecar } from '../../core/sidecar/parseSidecar';
import type { Sidecar } from '../../core/sidecar/sidecar';
import { runInSlices } from '../schedule';
import { applyDecisions, type DecisionChanges } from './applyDecisions';
import type { PendingDecisions } from './pendingDecisions';
import { saveDecisions, type SaveFailure } from './saveDecisions';
import type { SidecarFiles } from './sidecarFiles';
import { sidecarSuffix } from './sidecarUri';

/**
 * The sidecar of one open article: what its file says, and the decisions that are on their way there. A decision counts at once; it
 * leaves `pending` only when it was read back from where it was written.
 */
export class ArticleSidecar implements Disposable {
  /** `undefined` for an article that was never saved. */
  readonly uri: Uri | undefined;
  readonly #name: string;
  readonly #files: SidecarFiles;
  readonly #journal: PendingDecisions;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #cancel = new CancellationTokenSource();
  #watcher: Disposable | undefined;
  #source: string | undefined;
  #onDisk: Sidecar;
  #current: Sidecar;
  #pending: readonly DecisionChanges[] = [];
  #failure: SaveFailure | undefined;
  #work: Promise<void> = Promise.resolve();

  constructor(uri: Uri | undefined, name: string, files: SidecarFiles, journal: PendingDecisions) {
    this.uri = uri;
    this.#name = name;
    this.#files = files;
    this.#journal = journal;
    this.#onDisk = this.#current = parseSidecar(newSidecar(name, 'fr'));
    this.#pending = journal.of(uri);
    void this.reload().then(() => (this.#pending.length > 0 ? this.save() : undefined));
  }

  /** The sidecar with all decisions, pending ones included. */
  get current(): Sidecar {
    return this.#current;
  }

  /** Whether there is a file, or a buffer that will become one. */
  get exists(): boolean {
    return this.#source !== undefined;
  }

  get pending(): readonly DecisionChanges[] {
    return this.#pending;
  }

  /** Why the last attempt to write failed. */
  get failure(): SaveFailure | undefined {
    return this.#failure;
  }

  get token(): CancellationToken {
    return this.#cancel.token;
  }

  /** Makes decisions count, then writes them. Resolves when they are written or could not be: see `failure`. */
  async decide(...decisions: readonly DecisionChanges[]): Promise<void> {
    this.#pending = [...this.#pending, ...decisions];
    this.#compose();
    await this.#journal.keep(this.uri, this.#pending);
    await this.save();
  }

  /** Tries to write what is pending. */
  save(): Promise<void> {
    return this.#queue(() => this.#save());
  }

  /** Reads the file or buffer again. */
  reload(): Promise<void> {
    return this.#queue(() => this.#load());
  }

  /** Watches the file by itself: the watcher of all sidecars sees those of the workspace only. */
  watch(): void {
    if (!this.uri) return;
    // A pattern of the name itself would have to be escaped.
    const pattern = new RelativePattern(Uri.joinPath(this.uri, '..'), `*${sidecarSuffix}`);
    const watcher = workspace.createFileSystemWatcher(pattern);
    const reload = ({ path }: Uri): void => {
      if (path === this.uri?.path) void this.reload();
    };
    watcher.onDidChange(reload);
    watcher.onDidCreate(reload);
    watcher.onDidDelete(reload);
    this.#watcher = watcher;
  }

  dispose(): void {
    this.#watcher?.dispose();
    this.#cancel.cancel();
    this.#cancel.dispose();
    this.#changed.dispose();
  }

  /** One reading or writing after another. */
  #queue(task: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(task, task);
    return this.#work;
  }

  async #load(): Promise<void> {
    if (!this.uri) return;
    const read = await this.#files.read(this.uri).catch(() => undefined);
    if (!read || (read.source === this.#source && this.#source !== undefined)) return;
    const text = read.source ?? newSidecar(this.#name, 'fr');
    const sidecar = await runInSlices(readSidecar(text), this.token);
    if (!sidecar) return;
    this.#source = read.source;
    this.#onDisk = sidecar;
    this.#compose();
  }

  async #save(): Promise<void> {
    if (!this.uri || this.#pending.length === 0) return;
    const saving = this.#pending;
    const result = await saveDecisions(this.uri, this.#name, saving, this.#files);
    this.#failure = 'failure' in result ? result.failure : undefined;
    if ('sidecar' in result) {
      this.#source = result.sidecar.source;
      this.#onDisk = result.sidecar;
      this.#pending = this.#pending.slice(saving.length);
      await this.#journal.keep(this.uri, this.#pending);
    }
    this.#compose();
  }

  #compose(): void {
    if (this.token.isCancellationRequested) return;
    const result = applyDecisions(this.#onDisk, this.#pending, { evenReadOnly: true });
    this.#current = 'sidecar' in result ? result.sidecar : this.#onDisk;
    this.#changed.fire();
  }
}
