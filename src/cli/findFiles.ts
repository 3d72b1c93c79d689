import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders that hold other people's files, or a version control system's own. */
const skipped: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn', '.jj']);

/**
 * The files below a folder whose names `wanted` accepts, in the order of their names; or the path itself when it is a file, whatever
 * its name. Symbolic links to folders are not followed. Rejects with the system's error when the path is not to be read; folders
 * below it that are not are passed over.
 */
export async function findFiles(path: string, wanted: (name: string) => boolean): Promise<readonly string[]> {
  return (await stat(path)).isDirectory() ? filesBelow(path, wanted, true) : [path];
}

async function filesBelow(
  folder: string,
  wanted: (name: string) => boolean,
  top: boolean,
): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (top) throw error;
    return [];
  });
  const found: string[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name)) found.push(...(await filesBelow(path, wanted, false)));
    } else if (wanted(entry.name)) found.push(path);
  }
  return found;
}
