import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { browserCommonJs } from '../build/bundles';
import { buildBundle } from '../build/build';
import { writeWhole } from '../build/write';
import { fromRoot } from '../paths';

/** Builds the extension that gives the web host its workspace into a folder, and gives that folder. */
export async function buildWebFileSystem(folder: string): Promise<string> {
  const source = fromRoot('test/host/webFileSystem');
  await buildBundle({
    name: 'the file system of the web host',
    options: {
      ...browserCommonJs,
      entryPoints: [join(source, 'extension.ts')],
      outfile: join(folder, 'extension.js'),
      bundle: true,
      external: ['vscode'],
      logLevel: 'silent',
    },
  });
  await writeWhole(join(folder, 'package.json'), await readFile(join(source, 'package.json')));
  return folder;
}
