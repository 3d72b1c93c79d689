import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';

/**
 * Writes a file whole or not at all: a draft beside it is flushed to the disk and takes its place in one step, with the mode of
 * the file and at the end of its symbolic links. Rejects with the system's error (`EACCES` for a file that nobody may write,
 * although a rename could replace it); the file is then as it was.
 */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const mode = await stat(target).then(
    (stats) => stats.mode & 0o777,
    () => 0o666,
  );
  if ((mode & 0o200) === 0)
    throw Object.assign(new Error(`EACCES: ${path} is read-only`), { code: 'EACCES' });
  const draft = `${target}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    await writeDraft(draft, mode, content);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function writeDraft(draft: string, mode: number, content: Uint8Array | string): Promise<void> {
  const file = await open(draft, 'wx', mode);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
