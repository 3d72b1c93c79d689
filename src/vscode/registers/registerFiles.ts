import {
  CancellationTokenSource,
  type Disposable,
  EventEmitter,
  RelativePattern,
  Uri,
  workspace,
} from 'vscode';

import { newRegister } from '../../core/register/newRegister';
import { readRegister } from '../../core/register/parseRegister';
import type { Register } from '../../core/register/register';
import { createRegisterIndex, emptyRegister, type RegisterIndex } from '../../core/register/registerIndex';
import type { ConfigFiles } from '../configFiles';
import { runInSlices } from '../schedule';
import type { SidecarFiles } from '../sidecars/sidecarFiles';

/** Changes come in bursts: a person types, a checkout writes. */
const quietMs = 300;

/** A register that was read. */
export interface ReadRegister {
  readonly uri: Uri;
  readonly register: Register;
  readonly exists: boolean;
}

/** The entity registers of the open articles, each read when an article first asks and again when its file or buffer changes. */
export class RegisterFiles implements Disposable {
  readonly #config: ConfigFiles;
  readonly #files: SidecarFiles;
  readonly #changed = new EventEmitter<void>();
  /** What some article's registers come to has changed. */
  readonly onDidChange = this.#changed.event;
  readonly #closing = new CancellationTokenSource();
  readonly #parts: Disposable[];
  readonly #registers = new Map<string, Promise<ReadRegister>>();
  /** What was last understood, for the time that a file is in the middle of a merge. */
  readonly #understood = new Map<string, Register>();
  readonly #watched = new Set<string>();
  /** By the folder of the articles. */
  readonly #indices = new Map<string, { readonly article: Uri; readonly index: RegisterIndex }>();
  readonly #reading = new Map<string, Promise<RegisterIndex>>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(config: ConfigFiles, files: SidecarFiles) {
    this.#config = config;
    this.#files = files;
    const changed = (uri: Uri): void => this.#forget(uri);
    this.#parts = [
      this.#changed,
      config.onDidChange(() => this.#readAgain()),
      workspace.onDidGrantWorkspaceTrust(() => this.#readAgain()),
      workspace.onDidChangeTextDocument(({ document }) => changed(document.uri)),
      workspace.onDidSaveTextDocument(({ uri }) => changed(uri)),
      workspace.onDidCloseTextDocument(({ uri }) => changed(uri)),
    ];
  }

  /** The entries for an article as far as they are read: empty at first, and an event when they are. */
  of(article: Uri): RegisterIndex {
    const known = this.#indices.get(keyOf(article));
    if (!known) void this.whenRead(article);
    return known?.index ?? emptyRegister;
  }

  whenRead(article: Uri): Promise<RegisterIndex> {
    const key = keyOf(article);
    const reading = this.#reading.get(key) ?? this.#readIndex(article);
    this.#reading.set(key, reading);
    return reading;
  }

  /** The registers of an article in the order of their precedence, whether there is a file or not. */
  async registersOf(article: Uri): Promise<readonly ReadRegister[]> {
    const uris = await this.#config.registersOf(article);
    return Promise.all(uris.map((uri) => this.#register(uri)));
  }

  /** A register was written by the extension itself. */
  changed(uri: Uri): void {
    if (this.#registers.delete(uri.toString())) this.#readAgain();
  }

  /** Whether some article has the file for a register. */
  isRegister(uri: Uri): boolean {
    return this.#watched.has(uri.toString());
  }

  /** All that were read and are there. */
  async read(): Promise<readonly ReadRegister[]> {
    return (await Promise.all(this.#registers.values())).filter(({ exists }) => exists);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#closing.cancel();
    this.#parts.forEach((part) => part.dispose());
  }

  async #readIndex(article: Uri): Promise<RegisterIndex> {
    const key = keyOf(article);
    const read = await this.registersOf(article);
    const index = createRegisterIndex(
      read.map(({ uri, register }) => ({ source: uri.toString(), entities: register.entities })),
    );
    const before = this.#indices.get(key)?.index ?? emptyRegister;
    this.#indices.set(key, { article, index });
    if (before.entities.length > 0 || index.entities.length > 0) this.#changed.fire();
    return index;
  }

  #register(uri: Uri): Promise<ReadRegister> {
    const key = uri.toString();
    const known = this.#registers.get(key);
    if (known) return known;
    const read = this.#readFile(uri);
    this.#registers.set(key, read);
    this.#watch(uri);
    return read;
  }

  async #readFile(uri: Uri): Promise<ReadRegister> {
    const key = uri.toString();
    // A file that cannot be read right now is no reason to show nothing else.
    const source = await this.#files.read(uri).then(
      (read) => read.source,
      () => undefined,
    );
    const register = await runInSlices(readRegister(source ?? newRegister()), this.#closing.token);
    const before = this.#understood.get(key);
    const inMerge = register?.readOnly === 'conflict' && before;
    if (register && !inMerge) this.#understood.set(key, register);
    const shown = inMerge ? { ...register, entities: before.entities } : register;
    return { uri, register: shown ?? emptyFile, exists: source !== undefined };
  }

  #watch(uri: Uri): void {
    const key = uri.toString();
    if (this.#watched.has(key)) return;
    this.#watched.add(key);
    // A pattern of the name itself would have to be escaped.
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.joinPath(uri, '..'), '*'));
    const changed = (each: Uri): void => {
      if (each.path === uri.path) this.#forget(uri);
    };
    this.#parts.push(
      watcher,
      watcher.onDidChange(changed),
      watcher.onDidCreate(changed),
      watcher.onDidDelete(changed),
    );
  }

  #forget(uri: Uri): void {
    if (!this.#registers.delete(uri.toString())) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#readAgain(), quietMs);
  }

  #readAgain(): void {
    this.#reading.clear();
    for (const { article } of this.#indices.values()) void this.whenRead(article);
  }
}

const emptyFile: Register = { source: '', version: 1, fields: [], sections: [], problems: [], entities: [] };

/** Articles of one folder have the same registers. */
function keyOf(article: Uri): string {
  return article.scheme === 'untitled' ? 'untitled:' : Uri.joinPath(article, '..').toString();
}
