import { cp } from 'node:fs/promises';
import { join } from 'node:path';

import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';

import { buildAll } from '../build/build';
import { root } from '../paths';

/** The files of a folder that are packed into the extension, by its `.vscodeignore`; paths in that folder. */
export async function packedFiles(folder: string): Promise<readonly string[]> {
  return [...(await listFiles({ cwd: folder, packageManager: PackageManager.None }))].sort();
}

/**
 * Puts the extension into a folder as a person gets it, built small unless its code is to be read. What is being worked with in `dist/` stays as it is.
 */
export async function stageExtension(folder: string, minify = true): Promise<void> {
  const others = (await packedFiles(root)).filter((file) => !file.startsWith('dist/'));
  for (const file of ['.vscodeignore', ...others]) await cp(join(root, file), join(folder, file));
  await buildAll({ minify, dist: join(folder, 'dist') });
}

/** Packs a staged extension into a file that VS Code installs. */
export async function packStaged(folder: string, packagePath: string): Promise<void> {
  await createVSIX({
    cwd: folder,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
}
