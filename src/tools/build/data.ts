import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

import { fromRoot } from '../paths';
import { writeWhole } from './write';

const dataFile = /\.(?:bin|model)$/;

/** Copies the data files of the languages (`*.bin`, `*.model`) to the same places under `dist/language/`. */
export async function copyLanguageData(): Promise<void> {
  const from = fromRoot('src/core/language');
  for (const file of await filesUnder(from)) {
    if (dataFile.test(file))
      await writeWhole(fromRoot('dist/language', relative(from, file)), await readFile(file));
  }
}

async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
