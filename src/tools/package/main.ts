// `npm run package [-- --out FILE]` makes the .vsix that VS Code installs.
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { fromRoot } from '../paths';
import { runMain } from '../runMain';
import { packStaged, stageExtension } from './stage';

runMain(async (args) => {
  const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' } } });
  const { name, version } = JSON.parse(await readFile(fromRoot('package.json'), 'utf8')) as Record<
    string,
    string
  >;
  const packagePath = values.out ?? fromRoot(`${name}-${version}.vsix`);
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-package-'));
  try {
    await stageExtension(folder);
    await packStaged(folder, packagePath);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  console.log(`${packagePath}: ${((await stat(packagePath)).size / 1024).toFixed(1)} kB`);
});
