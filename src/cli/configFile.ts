import { dirname, join, resolve } from 'node:path';

import { type Config, configFileName, defaultConfig } from '../core/config/config';
import { parseConfig } from '../core/config/parseConfig';
import { excludeTest } from '../core/config/patterns';
import { readUtf8 } from './sidecarText';

/** What a `verbatim.yaml` says and where it stands. */
export interface FolderConfig {
  /** Absolute; patterns are relative to it. */
  readonly folder: string;
  /** Path of the `verbatim.yaml`; absent where there is none. */
  readonly file?: string;
  readonly config: Config;
  /** Whether an article, by its path relative to `folder` with slashes, is none by the configuration. */
  readonly excludes: (path: string) => boolean;
}

/** Finds the `verbatim.yaml` that holds for a file: the nearest one in its folder or above. Each is read once. */
export function createConfigFinder(): (file: string) => Promise<FolderConfig> {
  const known = new Map<string, Promise<FolderConfig>>();
  const find = (folder: string): Promise<FolderConfig> => {
    const found = known.get(folder) ?? read(folder, find);
    known.set(folder, found);
    return found;
  };
  return (file) => find(dirname(resolve(file)));
}

async function read(folder: string, find: (folder: string) => Promise<FolderConfig>): Promise<FolderConfig> {
  const file = await readUtf8(join(folder, configFileName));
  const above = dirname(folder);
  if (!('text' in file))
    return above === folder ? { folder, config: defaultConfig, excludes: () => false } : find(above);
  const { config } = parseConfig(file.text);
  return { folder, file: join(folder, configFileName), config, excludes: excludeTest(config) };
}
