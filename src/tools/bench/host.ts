import { mkdir, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import type { MeterReport } from '../../../test/host/meter/extension';
import { packedFiles, packStaged, stageExtension } from '../package/stage';
import { fromRoot } from '../paths';
import { beginRun, type Run } from '../test/run';
import { buildTestExtension } from '../test/testExtension';
import { runInside } from './host/runInside';
import { writeTexts } from './host/texts';

const activationRuns = 7;
const keystrokes = 20;
const verbatim = 'verbatim-annotation.verbatim';
const empty = 'verbatim-annotation.empty';

/**
 * What the extension costs its host, in the VS Code server: activation against an empty extension in the same host, the
 * longest block while files are opened and typed in (with Verbatim, and without), and sizes. The packed
 * extension is measured.
 */
export async function bench(): Promise<void> {
  const run = await beginRun(undefined);
  try {
    const extension = join(run.out, 'extension');
    await stageExtension(extension, !process.env.VERBATIM_PROFILE);
    await printSizes(run, extension);
    const meter = await buildTestExtension('meter', join(run.out, 'meter'));
    await printActivation(run, extension, meter);
    await printBlocks(run, extension, meter);
  } finally {
    await run.end();
  }
}

async function printSizes(run: Run, extension: string): Promise<void> {
  const packed = join(run.out, 'verbatim.vsix');
  const files = (await packedFiles(extension)).filter((file) => file.startsWith('dist/'));
  const log = console.log;
  console.log = () => undefined;
  await packStaged(extension, packed).finally(() => (console.log = log));
  for (const path of [packed, ...files.map((file) => join(extension, file))]) {
    console.log(`${basename(path)}: ${((await stat(path)).size / 1024).toFixed(1)} kB`);
  }
}

/** The two take turns in being first, since the first one to be loaded pays for what both need. */
async function printActivation(run: Run, extension: string, meter: string): Promise<void> {
  const emptyFolder = await writeEmptyExtension(join(run.out, 'empty'));
  const times: Record<string, number[]> = { [verbatim]: [], [empty]: [] };
  for (let n = 0; n < activationRuns; n += 1) {
    const activate = n % 2 === 0 ? [verbatim, empty] : [empty, verbatim];
    const { activationMs } = await runInside(run, [extension, emptyFolder, meter], {
      activate,
      open: [],
      keystrokes: 0,
    });
    for (const id of activate) times[id]?.push(activationMs[id] ?? NaN);
  }
  for (const [id, ms] of Object.entries(times)) console.log(`activation of ${id}: ${spread(ms)}`);
}

async function printBlocks(run: Run, extension: string, meter: string): Promise<void> {
  const open = await writeTexts(join(run.out, 'texts'));
  const without = await runInside(run, [meter], { activate: [], open, keystrokes });
  const withVerbatim = await runInside(run, [meter, extension], {
    activate: [verbatim],
    open,
    keystrokes,
    ...(await profiling()),
  });
  console.log(
    'longest work of the extension host without a break, with Verbatim (without); as a block by the clock; time until it was idle',
  );
  for (const [index, { path, opening, typing, busiest }] of withVerbatim.files.entries()) {
    const other = without.files[index];
    console.log(`  ${basename(path)}, opening: ${compare(opening, other?.opening)}`);
    console.log(`  ${basename(path)}, ${keystrokes} keystrokes: ${compare(typing, other?.typing)}`);
    if (busiest.length > 0) console.log(`    ${busiest.join(', ')}`);
  }
}

/** `VERBATIM_PROFILE=1` tells which functions take the time, at the price of higher figures. */
async function profiling(): Promise<{ readonly profiles?: string }> {
  if (!process.env.VERBATIM_PROFILE) return {};
  const profiles = fromRoot('out/profiles');
  await mkdir(profiles, { recursive: true });
  return { profiles };
}

function compare(report: MeterReport, other: MeterReport | undefined): string {
  const long = report.longBlocks > 0 ? `, ${report.longBlocks} over 50 ms` : '';
  return `${ms(report.longestWorkMs)} (${ms(other?.longestWorkMs ?? NaN)})${long}; ${ms(report.longestBlockMs)} by the clock; ${ms(report.quietAfterMs)}`;
}

function spread(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  return `median ${ms(sorted[Math.floor(sorted.length / 2)] ?? NaN)}, from ${ms(sorted[0] ?? NaN)} to ${ms(sorted.at(-1) ?? NaN)}, ${sorted.length} runs`;
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

async function writeEmptyExtension(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const manifest = {
    name: 'empty',
    version: '0.0.1',
    publisher: 'verbatim-annotation',
    engines: { vscode: '^1.100.0' },
    main: './extension.js',
    activationEvents: [],
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'extension.js'), 'exports.activate = () => {};\n');
  return folder;
}
