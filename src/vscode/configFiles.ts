import {
  type Disposable,
  EventEmitter,
  type TextDocument,
  Uri,
  workspace,
  type WorkspaceFolder,
} from 'vscode';

import { configFileName, defaultConfig, type ParsedConfig } from '../core/config/config';
import { parseConfig } from '../core/config/parseConfig';
import { articleTest, type ArticleTest, excludeTest } from '../core/config/patterns';
import { readText } from './files';

interface FolderConfig {
  readonly parsed: ParsedConfig;
  readonly names: ArticleTest;
  readonly excludes: ArticleTest;
}

/** The `verbatim.yaml` of each workspace folder, read when first asked for and again when it changes. */
export class ConfigFiles implements Disposable {
  readonly #changed = new EventEmitter<void>();
  /** Some file changed; what was asked before may be answered otherwise now. */
  readonly onDidChange = this.#changed.event;
  readonly #read = new Map<string, Promise<FolderConfig>>();
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

  /** Whether the configuration names the file as an article, excludes it, or says nothing. */
  async verdictOn(uri: Uri): Promise<'named' | 'excluded' | undefined> {
    const folder = workspace.getWorkspaceFolder(uri);
    if (!folder) return undefined;
    const { names, excludes } = await this.#of(folder);
    const path = pathIn(folder, uri);
    if (excludes(path)) return 'excluded';
    return names(path) ? 'named' : undefined;
  }

  #of(folder: WorkspaceFolder): Promise<FolderConfig> {
    const key = folder.uri.toString();
    const known = this.#read.get(key);
    if (known) return known;
    const read = readConfig(Uri.joinPath(folder.uri, configFileName));
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

async function readConfig(uri: Uri): Promise<FolderConfig> {
  // A file that cannot be read right now is no reason to show nothing.
  const source = await readText(uri).catch(() => undefined);
  const parsed = source === undefined ? { config: defaultConfig, problems: [] } : parseConfig(source);
  return { parsed, names: articleTest(parsed.config), excludes: excludeTest(parsed.config) };
}
