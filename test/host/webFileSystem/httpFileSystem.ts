import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
} from 'vscode';

/**
 * A file system over the few requests that the static server of the web host answers: GET with `?stat`, `?list` or nothing,
 * PUT with contents, `?folder` or `?from=`, and DELETE. Reports the changes that went through it.
 */
export class HttpFileSystem implements FileSystemProvider {
  readonly #changes = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changes.event;
  readonly #mount: string;

  /** `mount` is the address of the root folder, without a slash at its end. */
  constructor(mount: string) {
    this.#mount = mount;
  }

  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  async stat(uri: Uri): Promise<FileStat> {
    return (await (await this.#request('GET', uri, '?stat')).json()) as FileStat;
  }

  async readDirectory(uri: Uri): Promise<[string, FileType][]> {
    return (await (await this.#request('GET', uri, '?list')).json()) as [string, FileType][];
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    return new Uint8Array(await (await this.#request('GET', uri)).arrayBuffer());
  }

  async writeFile(
    uri: Uri,
    content: Uint8Array,
    { create, overwrite }: { readonly create: boolean; readonly overwrite: boolean },
  ): Promise<void> {
    const exists = await this.#exists(uri);
    if (exists && !overwrite) throw FileSystemError.FileExists(uri);
    if (!exists && !create) throw FileSystemError.FileNotFound(uri);
    await this.#request('PUT', uri, '', content);
    this.#changes.fire([{ type: exists ? FileChangeType.Changed : FileChangeType.Created, uri }]);
  }

  async createDirectory(uri: Uri): Promise<void> {
    await this.#request('PUT', uri, '?folder');
    this.#changes.fire([{ type: FileChangeType.Created, uri }]);
  }

  async delete(uri: Uri): Promise<void> {
    await this.#request('DELETE', uri);
    this.#changes.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  async rename(from: Uri, to: Uri, { overwrite }: { readonly overwrite: boolean }): Promise<void> {
    if (!overwrite && (await this.#exists(to))) throw FileSystemError.FileExists(to);
    await this.#request('PUT', to, `?from=${encodeURIComponent(from.path)}`);
    this.#changes.fire([
      { type: FileChangeType.Deleted, uri: from },
      { type: FileChangeType.Created, uri: to },
    ]);
  }

  async #exists(uri: Uri): Promise<boolean> {
    return this.stat(uri).then(
      () => true,
      () => false,
    );
  }

  async #request(method: string, uri: Uri, query = '', body?: Uint8Array): Promise<Response> {
    const address = this.#mount + uri.path.split('/').map(encodeURIComponent).join('/') + query;
    const response = await fetch(address, { method, ...(body === undefined ? {} : { body: body.slice() }) });
    if (response.status === 404) throw FileSystemError.FileNotFound(uri);
    if (!response.ok) throw FileSystemError.Unavailable(`${response.status} ${await response.text()}`);
    return response;
  }
}
