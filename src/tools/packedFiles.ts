import { listFiles, PackageManager } from '@vscode/vsce';

import { root } from './paths';

/** The files that are packed into the extension, by `.vscodeignore`, from the root of the project. */
export async function packedFiles(): Promise<readonly string[]> {
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  return files.sort();
}
