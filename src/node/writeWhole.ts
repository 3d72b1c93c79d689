import { randomUUID } from 'node:crypto';
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

import { besideOf, type LockOptions, withLock } from './fileLock';

/**
 * Writes a file whole or not at all: a draft beside it is flushed to the disk and takes its place in one step, with the mode of
 * the file and at the end of its symbolic links. Rejects with the system's error (`EACCES` for a file that nobody may write,
 * although a rename could replace it); the file is then as it was.
 */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  await put(await targetOf(path), content, () => Promise.resolve(true));
}

/**
 * `writeWhole` for a file that still holds `before` (`undefined`: that is not there); false, and nothing written, when it holds
 * something else by now. Only one process writes at a time, see `withLock`.
 */
export async function replaceWhole(
  path: string,
  before: Uint8Array | undefined,
  after: Uint8Array,
  options: LockOptions = {},
): Promise<boolean> {
  const target = await targetOf(path);
  const holdsBefore = async (): Promise<boolean> => same(await contentOf(target), before);
  return withLock(
    target,
    async () => {
      // Before the work, and again at the last moment: a program without lock may have written meanwhile.
      if (!(await holdsBefore())) return false;
      return put(target, after, holdsBefore);
    },
    options,
  );
}

async function targetOf(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

/** Writes the draft, and lets it take the file's place unless `isStillRight` says no. */
async function put(
  target: string,
  content: Uint8Array | string,
  isStillRight: () => Promise<boolean>,
): Promise<boolean> {
  const mode = await modeOf(target);
  const draft = besideOf(target, `${randomUUID().slice(0, 8)}.tmp`);
  let done = false;
  try {
    await writeDraft(draft, mode, content);
    if (await isStillRight()) {
      await rename(draft, target);
      done = true;
      await flushFolder(target);
    }
    return done;
  } finally {
    if (!done) await rm(draft, { force: true }).catch(() => undefined);
  }
}

/** `undefined` for a file that is not there. */
async function modeOf(target: string): Promise<number | undefined> {
  const mode = await stat(target).then(
    (stats) => stats.mode & 0o777,
    () => undefined,
  );
  if (mode !== undefined && (mode & 0o200) === 0)
    throw Object.assign(new Error(`EACCES: ${target} is read-only`), { code: 'EACCES' });
  return mode;
}

async function writeDraft(
  draft: string,
  mode: number | undefined,
  content: Uint8Array | string,
): Promise<void> {
  const file = await open(draft, 'wx', mode ?? 0o666);
  try {
    // What the user's mask took away of the file's own mode; some file systems have no modes.
    if (mode !== undefined) await file.chmod(mode).catch(() => undefined);
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The new name is on the disk only when its folder is; systems that cannot flush one (Windows) need not. */
async function flushFolder(target: string): Promise<void> {
  const folder = await open(dirname(target), 'r').catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close().catch(() => undefined);
}

async function contentOf(target: string): Promise<Uint8Array | undefined> {
  return readFile(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

function same(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === undefined || b === undefined ? a === b : Buffer.compare(a, b) === 0;
}
