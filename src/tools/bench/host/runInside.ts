import { join } from 'node:path';

import { nodeCommonJs } from '../../build/bundles';
import { buildBundle } from '../../build/build';
import { runPageTests } from '../../hosts/pageTests';
import { startServer } from '../../hosts/serverHost';
import { calmSettings } from '../../hosts/settings';
import { fromRoot } from '../../paths';
import { TestLines } from '../../test/counts';
import type { Run } from '../../test/run';
import type { Findings, Plan } from './plan';

const silenceMs = 900_000;

/** Carries out a plan in a fresh extension host with some extensions, in an empty workspace. */
export async function runInside(run: Run, extensions: readonly string[], plan: Plan): Promise<Findings> {
  const outfile = join(run.out, `inside-${Date.now()}.js`);
  await buildBundle({
    name: 'the benchmark inside the extension host',
    options: {
      ...nodeCommonJs,
      entryPoints: [fromRoot('src/tools/bench/host/inside.ts')],
      outfile,
      bundle: true,
      external: ['vscode'],
      define: { plan: JSON.stringify(plan) },
      logLevel: 'silent',
    },
  });
  const settings = { ...calmSettings, 'files.hotExit': 'off' };
  const [developed = '', ...install] = extensions;
  const server = await startServer({
    dataFolder: await run.dataFolder(),
    settings,
    forTests: true,
    install,
    say: run.say,
  });
  try {
    const address = server.address(await run.dataFolder(), [
      ['extensionDevelopmentPath', server.remoteUri(developed)],
      ['extensionTestsPath', server.remoteUri(outfile)],
    ]);
    const lines = new TestLines<Findings>((line) => line);
    const { code, log } = await runPageTests(await run.browser(), address, silenceMs, lines.take);
    if (code !== 0 || lines.result === undefined)
      throw new Error(`The benchmark did not end well:\n${log.slice(-40).join('\n')}`);
    return lines.result;
  } finally {
    await server.stop();
  }
}
