import { runDesktopTests } from '../hosts/desktopHost';
import { type PageResult, runPageTests } from '../hosts/pageTests';
import { startServer } from '../hosts/serverHost';
import { calmSettings } from '../hosts/settings';
import { startWeb } from '../hosts/webHost';
import { root } from '../paths';
import { type Counts, none, oneFailed, TestLines } from './counts';
import type { Run } from './run';
import { sourceLines } from './sourceLines';
import { bundleSuite } from './suiteBundle';
import { buildTestExtension } from './testExtension';

const silenceMs = 240_000;
const shownLogLines = 60;

/** The suite in the Node extension host of a desktop VS Code. */
export async function desktopPhase(run: Run, executable: string): Promise<Counts> {
  const tests = await bundleSuite('node', run.out, suiteOptions(run));
  const lines = new TestLines(sourceLines(tests, 'node'));
  const paths = { dataFolder: await run.dataFolder(), extension: root, tests, folder: await run.workspace() };
  const result = await runDesktopTests(executable, paths, silenceMs, lines.take);
  return judge(run, result, lines.result, []);
}

/** The suite in the Node extension host of a VS Code server. */
export async function serverPhase(run: Run): Promise<Counts> {
  const tests = await bundleSuite('node', run.out, suiteOptions(run));
  const server = await startServer({
    dataFolder: await run.dataFolder(),
    settings: calmSettings,
    forTests: true,
    say: run.say,
  });
  try {
    const address = server.address(await run.workspace(), [
      ['extensionDevelopmentPath', server.remoteUri(root)],
      ['extensionTestsPath', server.remoteUri(tests)],
    ]);
    return await pageCounts(run, address, new TestLines(sourceLines(tests, 'node')), server.log);
  } finally {
    await server.stop();
  }
}

/** The suite in the extension host of the web client, in a worker. */
export async function webPhase(run: Run): Promise<Counts> {
  const tests = await bundleSuite('web', run.out, suiteOptions(run));
  const web = await startWeb({
    folder: await run.workspace(),
    extension: root,
    fileSystem: await buildTestExtension('webFileSystem', `${run.out}/webFileSystem`),
    tests,
    say: run.say,
  });
  try {
    return await pageCounts(run, web.address, new TestLines(sourceLines(tests, 'web')), () => []);
  } finally {
    await web.stop();
  }
}

async function pageCounts(
  run: Run,
  address: string,
  lines: TestLines,
  serverLog: () => readonly string[],
): Promise<Counts> {
  const result = await runPageTests(await run.browser(), address, silenceMs, lines.take);
  return judge(run, result, lines.result, serverLog());
}

/**
 * The counts of a suite that ended, against its exit code: a suite that ended early, said nothing or ran no test
 * has failed, and its last log lines are printed.
 */
export function judge(
  run: Run,
  { code, log }: PageResult,
  counts: Counts | undefined,
  hostLog: readonly string[],
): Counts {
  const ran = counts !== undefined && counts.passed + counts.failed + counts.skipped > 0;
  if (code === 0 && ran) return counts;
  if (code === 0 && run.grep !== undefined) return none;
  if (counts !== undefined && counts.failed > 0) return counts;
  console.log(`  ${reason(code)} The last lines of its log:`);
  for (const line of [...hostLog, ...log].slice(-shownLogLines)) console.log(`    ${line}`);
  return { ...(counts ?? none), failed: oneFailed.failed };
}

function reason(code: number | undefined): string {
  if (code === undefined) return `The host said nothing for ${silenceMs / 1000} seconds.`;
  return code === 0 ? 'The host ran no test.' : `The host ended with exit code ${code}.`;
}

function suiteOptions({ grep }: Run): { readonly grep?: string } {
  return grep === undefined ? {} : { grep };
}
