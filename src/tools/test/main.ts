// `npm test [-- --only lint,core,desktop,server,web,workbench] [--grep TITLE]`: see test/README.md.
import { buildAll } from '../build/build';
import { desktopForTests } from '../hosts/desktopHost';
import { runMain } from '../runMain';
import { add, type Counts, describeCounts, none, oneFailed } from './counts';
import { desktopPhase, serverPhase, webPhase } from './hostPhases';
import { corePhase, lintPhase, workbenchPhase } from './nodePhases';
import { parseTestOptions, type PhaseName, type TestOptions } from './options';
import { beginRun, type Run } from './run';

type Phase = readonly [title: string, run: (run: Run) => Promise<Counts>];

runMain(async (args) => {
  const options = parseTestOptions(args);
  const run = await beginRun(options.grep);
  const total = await runPhases(run, options).finally(run.end);
  console.log(`\n${describeCounts(total)}`);
  process.exitCode = total.failed > 0 || total.passed + total.skipped === 0 ? 1 : 0;
});

async function runPhases(run: Run, options: TestOptions): Promise<Counts> {
  let total = none;
  for (const [title, phase] of await choosePhases(run, options)) {
    const counts = await guarded(title, () => phase(run));
    total = add(total, counts);
    if (title === build[0] && counts.failed > 0) break;
  }
  return total;
}

const build: Phase = ['Build', () => buildAll().then(() => none)];

/** A desktop VS Code takes the place of the server where there is one, unless the phases are named. */
async function choosePhases(run: Run, { only }: TestOptions): Promise<readonly Phase[]> {
  const chosen = (name: PhaseName): boolean => only === undefined || only.includes(name);
  const desktop = chosen('desktop') ? await desktopForTests(run.say) : undefined;
  if (desktop === undefined && only?.includes('desktop') === true)
    throw new Error('There is no desktop VS Code here: name one in VSCODE_EXECUTABLE.');
  const phases: readonly (readonly [boolean, Phase])[] = [
    [chosen('lint'), ['Types, lint and format', lintPhase]],
    [only?.join() !== 'lint', build],
    [chosen('core'), ['Tests without VS Code', corePhase]],
    [desktop !== undefined, ['Suite in a desktop VS Code', () => desktopPhase(run, desktop ?? '')]],
    [
      chosen('server') && (only !== undefined || desktop === undefined),
      ['Suite in the VS Code server', serverPhase],
    ],
    [chosen('web'), ['Suite in the web extension host', webPhase]],
    [chosen('workbench'), ['The workbench, by keys and mouse', workbenchPhase]],
  ];
  return phases.filter(([wanted]) => wanted).map(([, phase]) => phase);
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
