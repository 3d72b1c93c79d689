// `npm run package [-- --out FILE]` makes the .vsix that VS Code installs.
import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { createVSIX } from '@vscode/vsce';

import { buildAll } from './build/build';
import { fromRoot, root } from './paths';
import { runMain } from './runMain';

runMain(async (args) => {
  const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' } } });
  const { name, version } = JSON.parse(await readFile(fromRoot('package.json'), 'utf8')) as Record<
    string,
    string
  >;
  const packagePath = values.out ?? fromRoot(`${name}-${version}.vsix`);
  await buildAll(true);
  await createVSIX({
    cwd: root,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  console.log(`${packagePath}: ${((await stat(packagePath)).size / 1024).toFixed(1)} kB`);
});
