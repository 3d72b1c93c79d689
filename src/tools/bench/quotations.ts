import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildSync } from 'esbuild';

import { fromRoot } from '../paths';
import { parsePressText } from '../train/pressText';
import { hostileTexts } from './quotation/hostileTexts';
import type { MeasureStages, StageCosts } from './quotation/stages';
import type * as Stages from './quotation/stages';

/**
 * The quotation stage beside the entity stage on press text, and on texts made to defeat it at three sizes: in processor time,
 * bundled as it ships. `ratio` is the time at twice the length: 2 is linear.
 */
export function bench(): Promise<void> {
  const { createMeasure } = bundled();
  const model = readFileSync(fromRoot('src/core/language/fr/fr.model'));
  reportPress(createMeasure(model));
  reportHostile(createMeasure(undefined), createMeasure(model));
  return Promise.resolve();
}

function bundled(): typeof Stages {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
  try {
    const outfile = join(folder, 'stages.cjs');
    const entryPoints = [fromRoot('src/tools/bench/quotation/stages.ts')];
    buildSync({ entryPoints, outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
    return createRequire(outfile)(outfile) as typeof Stages;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function reportPress(measure: MeasureStages): void {
  const text = pressText(800_000);
  console.log('press text, 800,000 characters     recognize   entities   quotations  (ms of processor time)');
  for (let run = 1; run <= 4; run++) {
    const { recognize, entities, quotations } = measure(text);
    console.log(`  run ${run}                          ${columns([recognize, entities, quotations], 11)}`);
  }
}

/** Different paragraphs at each repetition: equal ones would be analysed once. */
function pressText(size: number): string {
  const folder = fromRoot('src/tools/train/press');
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  const press = files
    .map((file) => parsePressText(readFileSync(join(folder, file), 'utf8')).text)
    .join('\n\n');
  let text = '';
  for (let round = 0; text.length < size; round++)
    text += press.replaceAll('. ', ` n° ${round}. `).slice(0, size - text.length);
  return text;
}

const sizes = [50_000, 100_000, 200_000];

function reportHostile(nameless: MeasureStages, named: MeasureStages): void {
  console.log(
    'quotation stage, ms: without names       50 kB  100 kB  200 kB  ratio; with names 50 kB  100 kB  200 kB  ratio',
  );
  for (const [name, make] of hostileTexts) {
    const costs = (measure: MeasureStages) => sizes.map((size) => best(measure, make(size)));
    console.log(`  ${name.padEnd(36)} ${withRatio(costs(nameless))}            ${withRatio(costs(named))}`);
  }
}

function best(measure: MeasureStages, text: string): number {
  const cost = ({ quotations }: StageCosts) => quotations;
  return Math.min(cost(measure(text)), cost(measure(text)));
}

function withRatio(costs: readonly number[]): string {
  const [, half = 0, whole = 0] = costs;
  return `${columns(costs, 8)} ${(whole / Math.max(half, 0.1)).toFixed(1).padStart(6)}`;
}

function columns(values: readonly number[], width: number): string {
  return values.map((value) => value.toFixed(0).padStart(width)).join('');
}
