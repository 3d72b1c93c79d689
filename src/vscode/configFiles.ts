import {
  type Disposable,
  EventEmitter,
  type TextDocument,
  Uri,
  workspace,
  type WorkspaceFolder,
} from 'vscode';

import { type Config, configFileName, defaultConfig } from '../core/config/config';
import { parseConfig } from '../core/config/parseConfig';
import { articleTest, type ArticleTest, excludeTest } from '../core/config/patterns';
import { readText } from './files';

interface FolderConfig {
  readonly folder: Uri;
  readonly config: Config;
  readonly names: ArticleTest;
  readonly excludes: ArticleTest;
  readonly registers: readonly string[];
}

/** The `verbatim.yaml` files of the workspace, each read when first asked for and again when it changes. */
export class ConfigFiles implements Disposable {
  readonly #changed = new EventEmitter<void>();
  /** Some file changed; what was asked before may be answered otherwise now. */
  readonly onDidChange = this.#changed.event;
  readonly #read = new Map<string, Promise<FolderConfig | undefined>>();
  readonly #parts: readonly Disposable[];

  constructor() {
    const watcher = workspace.createFileSystemWatcher(`**/${configFileName}`);
    const forget = (): void => {
      this.#read.clear();
      this.#changed.fire();
    };
    this.#parts = [
      this.#changed,
      watcher,
      watcher.onDidChange(forget),
      watcher.onDidCreate(forget),
      watcher.onDidDelete(forget),
      workspace.onDidChangeWorkspaceFolders(forget),
    ];
  }

  dispose(): void {
    this.#parts.forEach((part) => part.dispose());
  }

  /** Whether the nearest configuration in the file's folder or above names it as an article, excludes it, or says nothing. */
  async verdictOn(uri: Uri): Promise<'named' | 'excluded' | undefined> {
    const root = workspace.getWorkspaceFolder(uri)?.uri;
    const config = root && (await this.#nearest(Uri.joinPath(uri, '..'), root));
    if (!config) return undefined;
    const path = uri.path.slice(config.folder.path.replace(/\/$/u, '').length + 1);
    if (config.excludes(path)) return 'excluded';
    return config.names(path) ? 'named' : undefined;
  }

  /** What the nearest configuration says, in the file's folder or above; the usual where there is none. */
  async configOf(uri: Uri): Promise<Config> {
    const root = workspace.getWorkspaceFolder(uri)?.uri;
    const found = root && (await this.#nearest(Uri.joinPath(uri, '..'), root));
    return found?.config ?? defaultConfig;
  }

  /**
   * The registers of a file, the first before the others: those that the nearest configuration names, else the usual one at the top of
   * the workspace folder, or beside a file of none. In an untrusted workspace none lies outside of it.
   */
  async registersOf(uri: Uri): Promise<readonly Uri[]> {
    const unsaved = uri.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : undefined;
    const root = unsaved ?? workspace.getWorkspaceFolder(uri)?.uri;
    if (!root && uri.scheme === 'untitled') return [];
    const beside = unsaved ?? Uri.joinPath(uri, '..');
    const config = root && (await this.#nearest(beside, root));
    const folder = config?.folder ?? root ?? beside;
    const named = (config?.registers ?? defaultConfig.register).map((path) => Uri.joinPath(folder, path));
    const allowed = named.filter((each) => workspace.isTrusted || isInWorkspace(each) || !root);
    return [...new Map(allowed.map((each) => [each.toString(), each])).values()];
  }

  /** Looks no further up than the workspace folder. */
  async #nearest(folder: Uri, root: Uri): Promise<FolderConfig | undefined> {
    const found = await this.#in(folder);
    const isInside = folder.path.length > root.path.length && folder.path.startsWith(root.path);
    return found ?? (isInside ? this.#nearest(Uri.joinPath(folder, '..'), root) : undefined);
  }

  #in(folder: Uri): Promise<FolderConfig | undefined> {
    const key = folder.toString();
    const known = this.#read.get(key);
    if (known) return known;
    const read = readConfig(folder);
    this.#read.set(key, read);
    return read;
  }
}

export function isConfigFile(document: TextDocument): boolean {
  return document.uri.path.endsWith(`/${configFileName}`);
}

/** The path of a file inside its workspace folder, with slashes. */
export function pathIn(folder: WorkspaceFolder, uri: Uri): string {
  return uri.path.slice(folder.uri.path.replace(/\/$/u, '').length + 1);
}

async function readConfig(folder: Uri): Promise<FolderConfig | undefined> {
  // A file that cannot be read right now is no reason to show nothing.
  const source = await readText(Uri.joinPath(folder, configFileName)).catch(() => undefined);
  if (source === undefined) return undefined;
  const { config } = parseConfig(source);
  return {
    folder,
    config,
    names: articleTest(config),
    excludes: excludeTest(config),
    registers: config.register,
  };
}

function isInWorkspace(uri: Uri): boolean {
  return workspace.getWorkspaceFolder(uri) !== undefined;
}
