import { Disposable, l10n, type TextDocument, type Uri, window, workspace, WorkspaceEdit } from 'vscode';

import { withMarkers } from '../../core/merge/conflictMarkers';
import { mergeSidecars } from '../../core/merge/mergeSidecars';
import { replacementOf } from '../../core/text/replacement';
import { toRange } from '../convert';
import type { SidecarFiles } from './sidecarFiles';
import { articleOf, sidecarSuffix } from './sidecarUri';

const settlingMs = 500;

/**
 * Sidecars that a person edits as text while their files change on the disk: a pull, another window, a decision made elsewhere. The
 * buffer takes the changes of the file in, record by record, so that saving it, over whatever VS Code then warns of, loses nothing.
 * What cannot stand together is in the buffer between conflict markers. A buffer that is no sidecar at the moment is left alone.
 */
export class BufferMerge implements Disposable {
  readonly #files: SidecarFiles;
  /** What each file held when its buffer last held the same. */
  readonly #bases = new Map<string, string>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  readonly #parts: Disposable;
  #work: Promise<void> = Promise.resolve();

  constructor(files: SidecarFiles) {
    this.#files = files;
    const watcher = workspace.createFileSystemWatcher(`**/*${sidecarSuffix}`);
    this.#parts = Disposable.from(
      watcher,
      watcher.onDidChange((uri) => this.#look(uri)),
      watcher.onDidCreate((uri) => this.#look(uri)),
      workspace.onDidOpenTextDocument((document) => this.#remember(document)),
      workspace.onDidSaveTextDocument((document) => this.#remember(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.#rememberLater(document)),
      workspace.onDidCloseTextDocument(({ uri }) => this.#bases.delete(uri.toString())),
      workspace.onWillSaveTextDocument((event) => {
        if (articleOf(event.document.uri)) event.waitUntil(this.#look(event.document.uri));
      }),
    );
    for (const document of workspace.textDocuments) this.#remember(document);
  }

  dispose(): void {
    this.#timers.forEach((timer) => clearTimeout(timer));
    this.#parts.dispose();
  }

  #remember(document: TextDocument): void {
    const key = document.uri.toString();
    if (!articleOf(document.uri) || document.isClosed) return;
    if (!document.isDirty) this.#bases.set(key, document.getText());
    // One that opens with changes has been moved, or comes from the window before.
    else if (!this.#bases.has(key))
      void this.#files.readFile(document.uri).then(
        (text) => text !== undefined && !this.#bases.has(key) && this.#bases.set(key, text),
        () => undefined,
      );
  }

  /** That a buffer is dirty is told after the change that makes it so. An older base is no harm, a newer one is a loss. */
  #rememberLater(document: TextDocument): void {
    if (!articleOf(document.uri)) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (!document.isDirty) this.#remember(document);
    }, settlingMs);
    this.#timers.add(timer);
  }

  #look(uri: Uri): Promise<void> {
    this.#work = this.#work.then(() => this.#merge(uri)).catch(() => undefined);
    return this.#work;
  }

  async #merge(uri: Uri): Promise<void> {
    const key = uri.toString();
    const base = this.#bases.get(key);
    const buffer = workspace.textDocuments.find((each) => each.uri.toString() === key);
    if (base === undefined || !buffer?.isDirty) return;
    // VS Code shows neither a byte order mark nor mixed line ends.
    const theirs = (await this.#files.readFile(uri))?.replace(/^\ufeff/u, '');
    const ours = buffer.getText();
    if (theirs === undefined || sameLines(theirs, base) || sameLines(theirs, ours)) return;
    const result = mergeSidecars({ base, ours, theirs });
    if (result.source === undefined) return;
    const labels = { ours: l10n.t('unsaved changes'), base: l10n.t('before'), theirs: l10n.t('the file') };
    const merged = result.conflicts.length > 0 ? withMarkers(result, labels) : result.source;
    const { span, text } = replacementOf(ours, merged);
    const edit = new WorkspaceEdit();
    edit.replace(uri, toRange(buffer, span), text);
    if (buffer.getText() !== ours || !(await workspace.applyEdit(edit))) return this.#merge(uri);
    this.#bases.set(key, theirs);
    const name = uri.path.split('/').at(-1) ?? '';
    window.setStatusBarMessage(
      l10n.t('{0} changed on the disk: its changes are in the editor, together with yours.', name),
      10_000,
    );
  }
}

function sameLines(a: string, b: string): boolean {
  return a === b || a.replace(/\r\n?/gu, '\n') === b.replace(/\r\n?/gu, '\n');
}
