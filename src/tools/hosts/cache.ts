import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

import { beforeExit } from './processes';

const abandonedAfterMs = 3_600_000;

/**
 * The folder `name` of the cache, made by `make` when it is not there yet. `make` gets an empty folder
 * that takes its final name in one step at the end, so that neither an interrupted nor a second install at the
 * same time leaves a half-filled one. `name` holds the version: what is in the cache never changes.
 */
export async function cached(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(cacheFolder(), name);
  if (existsSync(folder)) return folder;
  await removeAbandoned();
  const draft = join(cacheFolder(), `.making-${name}-${randomUUID()}`);
  await mkdir(draft, { recursive: true });
  const forget = beforeExit(() => rmSync(draft, { recursive: true, force: true, maxRetries: 3 }));
  try {
    await make(draft);
    await rename(draft, folder).catch((error: unknown) => {
      // Somebody else was quicker: theirs is as good.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
    forget();
  }
  return folder;
}

/** `VERBATIM_CACHE`, else a folder of this project in the cache folder of the user. */
export function cacheFolder(): string {
  const { VERBATIM_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (VERBATIM_CACHE) return VERBATIM_CACHE;
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, 'verbatim');
  if (process.platform === 'win32' && LOCALAPPDATA) return join(LOCALAPPDATA, 'verbatim', 'cache');
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches/verbatim');
  return join(homedir(), '.cache/verbatim');
}

async function removeAbandoned(): Promise<void> {
  const names = await readdir(cacheFolder()).catch(() => []);
  for (const name of names.filter((candidate) => candidate.startsWith('.making-'))) {
    const path = join(cacheFolder(), name);
    const age = Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now());
    if (age > abandonedAfterMs) await rm(path, { recursive: true, force: true });
  }
}
