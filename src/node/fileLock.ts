import { createHash, randomUUID } from 'node:crypto';
import { link, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface LockOptions {
  /** Milliseconds after which a lock that stayed the same is taken for one that its owner left behind. */
  readonly expires?: number;
  /** Milliseconds after which it is not tried any longer, because others are always quicker. */
  readonly patience?: number;
}

const usual: Required<LockOptions> = { expires: 2_000, patience: 20_000 };
const pause = 15;
const longestDeletion = 500;

/** A name beside a file that no name is too long for, hidden, and the same in every process. */
export function besideOf(path: string, ending: string): string {
  const mark = createHash('sha256').update(basename(path)).digest('hex').slice(0, 12);
  return join(dirname(path), `.verbatim-${mark}.${ending}`);
}

/**
 * Does one thing after the other across processes, by a lock file beside `path`. A lock whose owner is gone (its process on this
 * machine ended, or it stayed the same for `expires`) is broken, and the drafts that its owner left are removed. Rejects with what
 * the task or the file system rejects with, and with `EBUSY` when patience ran out. The lock is short of a promise: an owner that
 * slept longer than `expires` may wake up and go on, so whoever writes compares before.
 */
export async function withLock<T>(
  path: string,
  task: () => Promise<T>,
  options: LockOptions = {},
): Promise<T> {
  const lock = besideOf(path, 'lock');
  const token = `${hostname()} ${process.pid} ${randomUUID()}\n`;
  await acquire(path, lock, token, { ...usual, ...options });
  try {
    return await task();
  } finally {
    await release(lock, token);
  }
}

async function acquire(
  path: string,
  lock: string,
  token: string,
  { expires, patience }: Required<LockOptions>,
): Promise<void> {
  const started = performance.now();
  let seen = { token: '', since: started };
  while (!(await create(lock, token, performance.now() - started))) {
    const other = await tokenIn(lock);
    const now = performance.now();
    if (now - started >= patience)
      throw Object.assign(new Error(`EBUSY: ${path} is being written by others`), { code: 'EBUSY' });
    // How long it stayed the same is measured here: clocks of machines that share a disk differ.
    if (other !== undefined && other !== seen.token) seen = { token: other, since: now };
    if (other !== undefined && (isDead(other) || now - seen.since >= expires))
      await breakLock(path, lock, other);
    else await wait(pause * (0.5 + Math.random()));
  }
}

/** False where there is one already. */
async function create(lock: string, token: string, tried: number): Promise<boolean> {
  const file = await open(lock, 'wx').catch((error: NodeJS.ErrnoException) => {
    // Windows says so of a file that is just being deleted, but also where nobody may write.
    const isGoing = process.platform === 'win32' && error.code === 'EPERM' && tried < longestDeletion;
    if (error.code === 'EEXIST' || isGoing) return undefined;
    throw error;
  });
  if (!file) return false;
  try {
    await file.writeFile(token);
  } finally {
    await file.close();
  }
  return true;
}

/** `undefined` where there is none any more. One that may not be read has a token of its own, and expires like others. */
function tokenIn(lock: string): Promise<string | undefined> {
  return readFile(lock, 'utf8').catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? undefined : `? ${error.code ?? ''}`,
  );
}

/** A process of this machine that has ended. A token that is not written yet says nothing. */
function isDead(token: string): boolean {
  const [host, pid] = token.split(' ');
  if (host !== hostname() || !/^\d+$/u.test(pid ?? '')) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Takes the lock away in one step; when it was another one by then, puts that back. */
async function breakLock(path: string, lock: string, token: string): Promise<void> {
  const aside = besideOf(path, `${randomUUID().slice(0, 8)}.tmp`);
  try {
    await rename(lock, aside);
  } catch {
    return;
  }
  if ((await tokenIn(aside)) !== token) await link(aside, lock).catch(() => undefined);
  else await removeDrafts(path);
  await rm(aside, { force: true });
}

/** What the owner of a broken lock had written; should it still be there, it finds its draft gone and fails. */
async function removeDrafts(path: string): Promise<void> {
  const prefix = basename(besideOf(path, ''));
  const names = await readdir(dirname(path)).catch(() => []);
  for (const name of names)
    if (name.startsWith(prefix) && name.endsWith('.tmp'))
      await rm(join(dirname(path), name), { force: true }).catch(() => undefined);
}

async function release(lock: string, token: string): Promise<void> {
  if ((await tokenIn(lock)) === token) await rm(lock, { force: true });
}
