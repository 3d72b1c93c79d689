// `npm test [-- --only lint,core,desktop,server,web,workbench] [--grep TITLE]`: see test/README.md.
import { buildAll } from '../build/build';
import { runMain } from '../runMain';
import { add, type Counts, describeCounts, none, oneFailed } from './counts';
import { serverPhase, webPhase } from './hostPhases';
import { corePhase, lintPhase } from './nodePhases';
import { parseTestOptions, type PhaseName, phaseNames, type TestOptions } from './options';
import { beginRun, type Run } from './run';

const phases: Readonly<
  Partial<Record<PhaseName, { readonly title: string; readonly run: (run: Run) => Promise<Counts> }>>
> = {
  lint: { title: 'Types, lint and format', run: lintPhase },
  core: { title: 'Tests without VS Code', run: corePhase },
  server: { title: 'Suite in the VS Code server', run: serverPhase },
  web: { title: 'Suite in the web extension host', run: webPhase },
};

runMain(async (args) => {
  const options = parseTestOptions(args);
  const run = await beginRun(options.grep);
  const total = await runPhases(run, options).finally(run.end);
  console.log(`\n${describeCounts(total)}`);
  process.exitCode = total.failed > 0 || total.passed + total.skipped === 0 ? 1 : 0;
});

async function runPhases(run: Run, { only }: TestOptions): Promise<Counts> {
  let total = none;
  const chosen = only ?? phaseNames;
  if (chosen.some((name) => name !== 'lint')) {
    const counts = await guarded('Build', () => buildAll().then(() => none));
    if (counts.failed > 0) return counts;
  }
  for (const name of phaseNames.filter((candidate) => chosen.includes(candidate))) {
    const phase = phases[name];
    if (phase !== undefined) total = add(total, await guarded(phase.title, () => phase.run(run)));
  }
  return total;
}

/** Runs a phase with its title and result around it. One that throws has failed. */
async function guarded(title: string, phase: () => Promise<Counts>): Promise<Counts> {
  console.log(`\n${title}`);
  const started = performance.now();
  const counts = await phase().catch((error: unknown) => {
    console.log(`  ✖ ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return oneFailed;
  });
  console.log(`  ${describeCounts(counts)} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return counts;
}
