import { CancellationTokenSource, type Disposable, EventEmitter, FileType, Uri, workspace } from 'vscode';

import type { FolderKnowledge } from '../core/analysis/types';
import type { MentionType } from '../core/annotation/types';
import { fileNameDate } from '../core/analysis/dates/articleDate';
import type { EntityIdentity, EntityOccurrence } from '../core/index/entityIndex';
import { createFolderIndex } from '../core/index/folderIndex';
import { type FormDecision, formKey, summarize, type SidecarSummary } from '../core/index/sidecarSummary';
import { readSidecar } from '../core/sidecar/parseSidecar';
import { runInSlices } from './schedule';
import { articleOf, sidecarOf, sidecarSuffix } from './sidecars/sidecarUri';

const pattern = `**/*${sidecarSuffix}`;

/** More sidecars than this are an archive; the first ones found are representative enough to learn from. */
const mostSidecars = 20_000;

/** A larger sidecar is no use to learn from and would hold the extension host. */
const largestSidecar = 1 << 20;

/** Changes come in bursts: a checkout, a pull. */
const quietMs = 500;

/** What was read of a sidecar, kept outside the repository until the file changes. */
interface Kept {
  readonly mtime: number;
  readonly size: number;
  readonly summary: SidecarSummary;
}

/** Another article in which an entity is named. */
export interface Elsewhere extends EntityOccurrence {
  readonly article: Uri;
  /** ISO date in the article's file name. */
  readonly date?: string;
}

/**
 * What the workspace's sidecars say about names, for the analysis of each article. Nothing is read before an article asks;
 * then sidecars are read one at a time in the background, each again only when it has changed.
 */
export class FolderKnowledgeFiles implements Disposable {
  readonly #index = createFolderIndex();
  readonly #changed = new EventEmitter<void>();
  /** What analysis should know has changed. */
  readonly onDidChange = this.#changed.event;
  readonly #storage: Uri | undefined;
  readonly #parts: Disposable[] = [this.#changed];
  #kept: Record<string, Kept> = {};
  /** What stands in the sidecars that are there, by URI. */
  readonly #summaries = new Map<string, SidecarSummary>();
  #started = false;
  readonly #closing = new CancellationTokenSource();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `storage` is where the extension may keep files of this workspace; without it every session reads all again. */
  constructor(storage: Uri | undefined) {
    this.#storage = storage && Uri.joinPath(storage, 'sidecars.json');
  }

  of(article: Uri): FolderKnowledge {
    if (!this.#started) void this.#start();
    return this.#index.knowledgeFor(sidecarOf(article).toString());
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
    if (!this.#started) void this.#start();
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
        const changed = this.#kept[occurrence.path]?.mtime ?? 0;
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
    const watcher = workspace.createFileSystemWatcher(pattern);
    this.#parts.push(
      watcher,
      watcher.onDidCreate((uri) => void this.#read(uri)),
      watcher.onDidChange((uri) => void this.#read(uri)),
      watcher.onDidDelete((uri) => this.#take(uri, undefined)),
    );
    this.#kept = await this.#readKept();
    const found = await workspace.findFiles(pattern, '**/node_modules/**', mostSidecars);
    for (const uri of found) {
      if (this.#closing.token.isCancellationRequested) return;
      await this.#read(uri);
    }
    await this.#keep(found);
  }

  async #read(uri: Uri): Promise<void> {
    try {
      const { mtime, size, type } = await workspace.fs.stat(uri);
      if ((type & FileType.File) === 0 || size > largestSidecar) return this.#take(uri, undefined);
      const known = this.#kept[uri.toString()];
      // A summary of an earlier version does not say who is named.
      if (known?.mtime === mtime && known.size === size && known.summary.entities)
        return this.#take(uri, known);
      const source = new TextDecoder().decode(await workspace.fs.readFile(uri));
      const sidecar = await runInSlices(readSidecar(source), this.#closing.token);
      if (sidecar)
        this.#take(uri, { mtime, size, summary: summarize(sidecar.annotations, sidecar.entities) });
    } catch {
      // Gone since it was found, or not to be read: nothing is learnt from it.
      this.#take(uri, undefined);
    }
  }

  #take(uri: Uri, kept: Kept | undefined): void {
    const before = this.#index.version;
    const key = uri.toString();
    if (kept) this.#kept[key] = kept;
    else delete this.#kept[key];
    if (kept) this.#summaries.set(key, kept.summary);
    else this.#summaries.delete(key);
    this.#index.set(key, kept?.summary);
    if (this.#index.version !== before) this.#announce();
  }

  #announce(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#changed.fire(), quietMs);
  }

  async #readKept(): Promise<Record<string, Kept>> {
    if (!this.#storage) return {};
    try {
      return JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(this.#storage))) as Record<
        string,
        Kept
      >;
    } catch {
      return {};
    }
  }

  /** Only of the sidecars that are still there. */
  async #keep(found: readonly Uri[]): Promise<void> {
    if (!this.#storage || this.#closing.token.isCancellationRequested) return;
    const kept = found.flatMap((uri) => {
      const one = this.#kept[uri.toString()];
      return one ? [[uri.toString(), one] as const] : [];
    });
    try {
      await workspace.fs.writeFile(
        this.#storage,
        new TextEncoder().encode(JSON.stringify(Object.fromEntries(kept))),
      );
    } catch {
      // A cache that can't be written costs time at the next start, nothing else.
    }
  }
}
