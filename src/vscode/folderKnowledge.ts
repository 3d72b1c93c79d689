import { CancellationTokenSource, type Disposable, EventEmitter, FileType, Uri, workspace } from 'vscode';

import type { FolderKnowledge } from '../core/analysis/types';
import type { MentionType } from '../core/annotation/types';
import { fileNameDate } from '../core/analysis/dates/articleDate';
import type { EntityIdentity, EntityOccurrence } from '../core/index/entityIndex';
import { createFolderIndex } from '../core/index/folderIndex';
import { type FormDecision, formKey, type SidecarSummary } from '../core/index/sidecarSummary';
import { readKept, writeKept } from './folder/keptSidecars';
import { type KeptSidecar, readOne, readSidecars, type SidecarFilesPort } from './folder/readSidecars';
import { runInSlices } from './schedule';
import { articleOf, sidecarOf, sidecarSuffix } from './sidecars/sidecarUri';

const pattern = `**/*${sidecarSuffix}`;

/** More sidecars than this are an archive; the first ones found are representative enough to learn from. */
const mostSidecars = 20_000;

/** Changes come in bursts: a checkout, a pull. */
const quietMs = 500;

/** How far the sidecars have been read. `stopped`: a person wanted no more of it for now. */
export interface FolderReading {
  readonly state: 'idle' | 'listing' | 'reading' | 'stopped' | 'done';
  /** Sidecars that are there. */
  readonly found: number;
  readonly read: number;
}

/** Another article in which an entity is named. */
export interface Elsewhere extends EntityOccurrence {
  readonly article: Uri;
  /** ISO date in the article's file name. */
  readonly date?: string;
}

/**
 * What the workspace's sidecars say, for the analysis of each article, its cards and the view of the folder: the one index. Nothing
 * is read before somebody asks; then sidecars are read a few at a time in the background, each again only when it has changed.
 */
export class FolderKnowledgeFiles implements Disposable {
  readonly #index = createFolderIndex();
  readonly #changed = new EventEmitter<void>();
  /** What analysis should know has changed. */
  readonly onDidChange = this.#changed.event;
  readonly #storage: Uri | undefined;
  #kept = new Map<string, KeptSidecar>();
  /** What stands in the sidecars that are there, by URI. */
  readonly #summaries = new Map<string, SidecarSummary>();
  readonly #moved = new EventEmitter<void>();
  /** The reading went on, or a sidecar came, changed or went; often. */
  readonly onDidRead = this.#moved.event;
  readonly #parts: Disposable[] = [this.#changed, this.#moved];
  /** The sidecars that are there, by URI. */
  readonly #found = new Map<string, Uri>();
  #sorted: readonly Uri[] | undefined;
  #started = false;
  #reading: FolderReading = { state: 'idle', found: 0, read: 0 };
  readonly #closing = new CancellationTokenSource();
  #stopping = new CancellationTokenSource();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `storage` is where the extension may keep files of this workspace; without it every session reads all again. */
  constructor(storage: Uri | undefined) {
    this.#storage = storage && Uri.joinPath(storage, 'sidecars.jsonl');
  }

  of(article: Uri): FolderKnowledge {
    this.begin();
    return this.#index.knowledgeFor(sidecarOf(article).toString());
  }

  get reading(): FolderReading {
    return this.#reading;
  }

  /** The sidecars that are there, in the order of their paths. */
  get sidecars(): readonly Uri[] {
    return (this.#sorted ??= [...this.#found.values()].sort(byPath));
  }

  summaryOf(sidecar: Uri): SidecarSummary | undefined {
    return this.#summaries.get(sidecar.toString());
  }

  /** What was read of the sidecars that are there, by URI, in no order. */
  get summaries(): ReadonlyMap<string, SidecarSummary> {
    return this.#summaries;
  }

  /** Begins to read the folder's sidecars, unless somebody asked before. */
  begin(): void {
    if (!this.#started) void this.#start();
  }

  /** Leaves the rest of the folder unread, until `resume`. */
  stop(): void {
    this.#stopping.cancel();
  }

  async resume(): Promise<void> {
    if (this.#reading.state === 'stopped') await this.#readRest();
  }

  /** The sidecars in which a person confirmed one of these names, as far as they have been read. */
  sidecarsConfirming(names: readonly string[]): readonly Uri[] {
    const forms = new Set(names.map(formKey));
    const confirms = ({ form, decision }: FormDecision): boolean =>
      decision === 'confirmed' && forms.has(form);
    return [...this.#summaries]
      .filter(([, summary]) => summary.forms.some(confirms))
      .map(([uri]) => Uri.parse(uri));
  }

  /** All names that people confirmed, as far as sidecars have been read. Asking begins the reading. */
  *confirmedNames(): Iterable<{ readonly sidecar: Uri; readonly form: string; readonly type: MentionType }> {
    this.begin();
    for (const [uri, { forms }] of this.#summaries) {
      const sidecar = Uri.parse(uri);
      for (const { form, type, decision } of forms)
        if (decision === 'confirmed') yield { sidecar, form, type };
    }
  }

  /** Other articles in which an entity is named, the latest first: by the date in the file's name, else by the sidecar's last change. */
  elsewhere(article: Uri, identity: EntityIdentity): readonly Elsewhere[] {
    const found = this.#index.elsewhere(identity, sidecarOf(article).toString());
    return found
      .flatMap((occurrence): readonly (Elsewhere & { readonly order: string })[] => {
        const other = articleOf(Uri.parse(occurrence.path));
        if (!other) return [];
        const date = fileNameDate(other.path.split('/').at(-1));
        const changed = this.#kept.get(occurrence.path)?.mtime ?? 0;
        const order = date ?? new Date(changed).toISOString();
        return [{ ...occurrence, article: other, order, ...(date !== undefined && { date }) }];
      })
      .toSorted((a, b) => (a.order > b.order ? -1 : a.order < b.order ? 1 : 0));
  }

  dispose(): void {
    this.#closing.cancel();
    clearTimeout(this.#timer);
    this.#parts.forEach((part) => part.dispose());
  }

  async #start(): Promise<void> {
    this.#started = true;
    this.#turn({ state: 'listing' });
    const watcher = workspace.createFileSystemWatcher(pattern);
    const changed = (uri: Uri): void => void this.#readChanged(uri);
    this.#parts.push(
      watcher,
      watcher.onDidCreate(changed),
      watcher.onDidChange(changed),
      watcher.onDidDelete((uri) => this.#forget(uri)),
    );
    const [kept, found] = await Promise.all([
      this.#readKept(),
      workspace.findFiles(pattern, '**/node_modules/**', mostSidecars),
    ]);
    this.#kept = kept;
    for (const uri of found) this.#found.set(uri.toString(), uri);
    this.#listed();
    await this.#readRest();
  }

  /** Reads what has not been read yet. */
  async #readRest(): Promise<void> {
    this.#stopping = new CancellationTokenSource();
    const { token } = this.#stopping;
    const closed = this.#closing.token.onCancellationRequested(() => this.stop());
    this.#turn({ state: 'reading' });
    const rest = this.sidecars.map((uri) => uri.toString()).filter((key) => !this.#summaries.has(key));
    const before = this.#reading.read;
    let read = 0;
    const take = (key: string, kept: KeptSidecar | undefined): void => {
      this.#take(key, kept);
      this.#turn({ read: before + ++read });
    };
    await readSidecars(rest, this.#kept, files, take, token);
    closed.dispose();
    this.#turn({ state: token.isCancellationRequested ? 'stopped' : 'done' });
    await this.#keep();
  }

  async #readChanged(uri: Uri): Promise<void> {
    const key = uri.toString();
    const kept = await readOne(key, this.#kept.get(key), files, this.#closing.token);
    if (this.#closing.token.isCancellationRequested) return;
    this.#found.set(key, uri);
    this.#take(key, kept);
    this.#listed();
  }

  #forget(uri: Uri): void {
    this.#found.delete(uri.toString());
    this.#take(uri.toString(), undefined);
    this.#listed();
  }

  #listed(): void {
    this.#sorted = undefined;
    this.#turn({ found: this.#found.size });
  }

  #turn(change: Partial<FolderReading>): void {
    this.#reading = { ...this.#reading, ...change };
    if (!this.#closing.token.isCancellationRequested) this.#moved.fire();
  }

  #take(key: string, kept: KeptSidecar | undefined): void {
    const before = this.#index.version;
    if (kept) {
      this.#kept.set(key, kept);
      this.#summaries.set(key, kept.summary);
    } else {
      this.#kept.delete(key);
      this.#summaries.delete(key);
    }
    this.#index.set(key, kept?.summary);
    if (this.#index.version !== before) this.#announce();
  }

  #announce(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#changed.fire(), quietMs);
  }

  async #readKept(): Promise<Map<string, KeptSidecar>> {
    try {
      const bytes = this.#storage && (await workspace.fs.readFile(this.#storage));
      const steps = readKept(new TextDecoder().decode(bytes ?? new Uint8Array()));
      return (await runInSlices(steps, this.#closing.token)) ?? new Map<string, KeptSidecar>();
    } catch {
      return new Map();
    }
  }

  /** Only of the sidecars that are still there. */
  async #keep(): Promise<void> {
    if (!this.#storage || this.#closing.token.isCancellationRequested) return;
    const there = [...this.#kept].filter(([key]) => this.#found.has(key));
    const text = await runInSlices(writeKept(there), this.#closing.token);
    if (text === undefined) return;
    try {
      await workspace.fs.writeFile(this.#storage, new TextEncoder().encode(text));
    } catch {
      // A cache that can't be written costs time at the next start, nothing else.
    }
  }
}

/** Gone since it was found, or not to be read: nothing is learnt from it. */
const files: SidecarFilesPort = {
  stat: async (key) => {
    try {
      const { type, mtime, size } = await workspace.fs.stat(Uri.parse(key));
      return (type & FileType.File) === 0 ? undefined : { mtime, size };
    } catch {
      return undefined;
    }
  },
  read: async (key) => {
    try {
      return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(key)));
    } catch {
      return undefined;
    }
  },
};

function byPath(a: Uri, b: Uri): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
