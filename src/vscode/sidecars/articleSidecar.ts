import {
  CancellationTokenSource,
  type CancellationToken,
  type Disposable,
  EventEmitter,
  RelativePattern,
  Uri,
  workspace,
} from 'vscode';

import {
  type DecisionHistory,
  followed,
  noHistory,
  redone,
  remember,
  undone,
} from '../../core/sidecar/decisionHistory';
import { type ConflictedSidecar, readConflicted } from '../../core/merge/conflictedSidecar';
import { newSidecar } from '../../core/sidecar/newSidecar';
import { parseSidecar, readSidecar } from '../../core/sidecar/parseSidecar';
import { type RecordStep, recordSteps } from '../../core/sidecar/recordSteps';
import type { Sidecar } from '../../core/sidecar/sidecar';
import { reversed, takeBack } from '../../core/sidecar/takeBack';
import { runInSlices } from '../schedule';
import { applyDecisions, type DecisionChanges } from './applyDecisions';
import type { PendingDecisions } from './pendingDecisions';
import { saveDecisions, type SaveFailure } from './saveDecisions';
import type { SidecarFiles } from './sidecarFiles';
import { sidecarSuffix } from './sidecarUri';

/** What undoing or redoing did: the records it changed, as they were taken back, and those that somebody else has changed since. */
export interface TakenBack {
  readonly done: readonly RecordStep[];
  readonly left: readonly RecordStep[];
  /** Resolves when it is written or could not be. */
  readonly saved: Promise<void>;
}

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
  #conflicted: ConflictedSidecar | undefined;
  #pending: readonly DecisionChanges[] = [];
  #failure: SaveFailure | undefined;
  #history: DecisionHistory;
  #work: Promise<void> = Promise.resolve();

  constructor(
    uri: Uri | undefined,
    name: string,
    files: SidecarFiles,
    journal: PendingDecisions,
    history = noHistory,
  ) {
    this.#history = history;
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

  /** Set while the file holds conflict markers that could be taken apart. */
  get conflicted(): ConflictedSidecar | undefined {
    return this.#conflicted;
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

  /** What can be undone and redone. */
  get history(): DecisionHistory {
    return this.#history;
  }

  /** Makes decisions count, then writes them. Resolves when they are written or could not be: see `failure`. */
  decide(...decisions: readonly DecisionChanges[]): Promise<void> {
    const { steps, saved } = this.#make(decisions);
    this.#history = remember(this.#history, steps);
    return saved;
  }

  /** Writes what is no decision: by which words records are found, after the text was edited. */
  refresh(changes: DecisionChanges): Promise<void> {
    const { steps, saved } = this.#make([changes]);
    this.#history = followed(this.#history, steps);
    return saved;
  }

  /** Takes the last decision back, as far as nobody has changed since what it left. `undefined` when there is none. */
  async undo(): Promise<TakenBack | undefined> {
    return this.#takeBack(
      () => this.#history.made.at(-1),
      (done) => undone(this.#history, done),
    );
  }

  /** Makes the decision again that was taken back last. */
  async redo(): Promise<TakenBack | undefined> {
    return this.#takeBack(
      () => this.#history.undone.at(-1),
      (done) => redone(this.#history, done),
    );
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

  async #takeBack(
    last: () => readonly RecordStep[] | undefined,
    without: (done: readonly RecordStep[]) => DecisionHistory,
  ): Promise<TakenBack | undefined> {
    if (!last()) return undefined;
    // Another window may have written a moment ago.
    await this.reload();
    const steps = last();
    if (!steps) return undefined;
    const { changes, done, left } = takeBack(this.#current, steps);
    const saved = changes.length > 0 ? this.#make([changes]).saved : Promise.resolve();
    this.#history = without(done.map(reversed));
    return { done, left, saved };
  }

  #make(decisions: readonly DecisionChanges[]): {
    readonly steps: readonly RecordStep[];
    readonly saved: Promise<void>;
  } {
    const before = this.#current;
    this.#pending = [...this.#pending, ...decisions];
    this.#compose();
    const steps = recordSteps(before, this.#current, decisions.flat());
    return { steps, saved: this.#journal.keep(this.uri, this.#pending).then(() => this.save()) };
  }

  async #load(): Promise<void> {
    if (!this.uri) return;
    const read = await this.#files.read(this.uri).catch(() => undefined);
    if (!read || (read.source === this.#source && this.#source !== undefined)) return;
    const text = read.source ?? newSidecar(this.#name, 'fr');
    const sidecar = await runInSlices(readSidecar(text), this.token);
    if (!sidecar) return;
    this.#source = read.source;
    this.#take(sidecar);
    // A file that is understood again can be written again.
    if (this.#failure && this.#pending.length > 0) void this.save();
  }

  async #save(): Promise<void> {
    if (!this.uri || this.#pending.length === 0) return;
    const saving = this.#pending;
    const result = await saveDecisions(this.uri, this.#name, saving, this.#files);
    this.#failure = 'failure' in result ? result.failure : undefined;
    if ('sidecar' in result) {
      this.#source = result.source;
      this.#pending = this.#pending.slice(saving.length);
      this.#take(result.sidecar);
      return this.#journal.keep(this.uri, this.#pending);
    }
    this.#compose();
  }

  /** A file with conflict markers counts for what both sides agree on. */
  #take(sidecar: Sidecar): void {
    this.#onDisk = sidecar;
    this.#conflicted = sidecar.readOnly === 'conflict' ? readConflicted(sidecar.source) : undefined;
    this.#compose();
  }

  #compose(): void {
    if (this.token.isCancellationRequested) return;
    const { source, problems, readOnly } = this.#onDisk;
    const shown = this.#conflicted?.agreed ?? this.#onDisk;
    const result = applyDecisions(shown, this.#pending, { evenReadOnly: true });
    const current = 'sidecar' in result ? result.sidecar : shown;
    this.#current = this.#conflicted
      ? { ...current, source, problems, ...(readOnly && { readOnly }) }
      : current;
    this.#changed.fire();
  }
}
