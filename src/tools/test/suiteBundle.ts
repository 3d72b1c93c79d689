import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { browserCommonJs, nodeCommonJs } from '../build/bundles';
import { buildBundle } from '../build/build';
import { fromRoot } from '../paths';

export interface SuiteOptions {
  /** Only tests whose full title holds this. */
  readonly grep?: string;
}

/**
 * Compiles the tests of an extension host into one module with a `run` function, the form that VS Code
 * expects, and gives the path of the file. `*.node.test.ts` is for hosts with Node only.
 */
export async function bundleSuite(
  host: 'node' | 'web',
  outFolder: string,
  { grep }: SuiteOptions = {},
): Promise<string> {
  const folder = fromRoot('test/host/suite');
  const files = (await readdir(folder))
    .filter((file) => file.endsWith('.test.ts') && (host === 'node' || !file.endsWith('.node.test.ts')))
    .sort();
  const outfile = join(outFolder, `${host}.js`);
  await buildBundle({
    name: `the tests of the ${host} host`,
    options: {
      ...(host === 'node' ? nodeCommonJs : browserCommonJs),
      stdin: {
        contents: entry(files.map((file) => join(folder, file))),
        resolveDir: fromRoot('test/host'),
        loader: 'ts',
      },
      outfile,
      // mocha's own module wrapper writes to `module.exports`, so the exports of the suite are set after it.
      format: 'iife',
      globalName: 'suite',
      footer: { js: 'module.exports = suite;' },
      bundle: true,
      sourcemap: 'linked',
      sourcesContent: false,
      target: 'es2022',
      external: ['vscode'],
      define: { testOptions: JSON.stringify(grep === undefined ? {} : { grep }) },
      logLevel: 'silent',
      absWorkingDir: fromRoot(),
    },
  });
  return outfile;
}

function entry(files: readonly string[]): string {
  const imports = files.map((file) => `() => import(${JSON.stringify(file)})`).join(',\n');
  return `import { runSuites } from './runner';\nexport const run = () => runSuites([${imports}]);\n`;
}
