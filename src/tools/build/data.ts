import { readdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';

import { fromRoot } from '../paths';
import { writeWhole } from './write';

const dataFile = /\.(?:bin|model)$/;

/**
 * Copies the data files of the languages (`*.bin`, `*.model`) to the same places under `language/` in `dist`, and removes
 * from there what has no source any more.
 */
export async function copyLanguageData(dist: string): Promise<void> {
  const [from, to] = [fromRoot('src/core/language'), join(dist, 'language')];
  const wanted = (await filesUnder(from)).filter((file) => dataFile.test(file));
  for (const file of await filesUnder(to)) {
    if (!wanted.includes(file) && !file.endsWith('.tmp')) await rm(join(to, file), { force: true });
  }
  for (const file of wanted) await writeWhole(join(to, file), await readFile(join(from, file)));
}

/** The files of a folder and its sub-folders, by their paths in it. */
async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
