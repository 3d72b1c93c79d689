import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';

import { FileSystemError, type Uri, workspace } from 'vscode';

/**
 * Writes a local file whole or not at all: a draft beside it is flushed to the disk and takes its place in one step, with the mode of
 * the file and at the end of its symbolic links. A file of another scheme is written by its own file system.
 */
export async function writeWhole(uri: Uri, bytes: Uint8Array): Promise<void> {
  if (uri.scheme !== 'file') return workspace.fs.writeFile(uri, bytes);
  const path = await realpath(uri.fsPath).catch(() => uri.fsPath);
  const mode = await stat(path).then(
    (stats) => stats.mode & 0o777,
    () => 0o666,
  );
  // A read-only file is a person's word, although a rename could replace it.
  if ((mode & 0o200) === 0) throw FileSystemError.NoPermissions(uri);
  const draft = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    const file = await open(draft, 'wx', mode);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
