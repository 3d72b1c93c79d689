import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { browserCommonJs } from '../build/bundles';
import { buildBundle } from '../build/build';
import { writeWhole } from '../build/write';
import { fromRoot } from '../paths';

/** Builds an extension that tests need, `test/host/NAME`, into a folder, and gives that folder. It must run in any host. */
export async function buildTestExtension(name: 'meter' | 'webFileSystem', folder: string): Promise<string> {
  const source = fromRoot('test/host', name);
  await buildBundle({
    name: `the test extension ${name}`,
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
