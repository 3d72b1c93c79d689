import { readFileSync } from 'node:fs';

import { fromRoot } from '../paths';
import { corporaPresent, readPress, readWiner } from '../train/corpus';
import { bundledStage } from './entity/bundled';
import type { EntityStage } from './entity/stage';
import { measureSpacy } from './spacy/measure';

/**
 * The entity stage alone: text, tokens, model, article pass. Speed on articles beside spaCy's in the same run where Python is
 * there, the cost per character from 1 kB to 10 MB, all in processor time, inputs made to defeat it, and what the model takes to load and hold.
 */
export async function bench(): Promise<void> {
  const stage = loadAndReport();
  const articles = (corporaPresent() ? readWiner('dev') : readPress('src/tools/train/press')).map(
    ({ article }) => article.text,
  );
  reportArticles(stage, articles);
  reportSizes(stage, articles.join('\n\n'));
  reportHostile(stage);
  console.log(await measureSpacy(articles));
}

function loadAndReport(): EntityStage {
  const bytes = readFileSync(fromRoot('src/core/language/fr/fr.model'));
  const { createEntityStage } = bundledStage();
  const before = process.memoryUsage();
  const started = performance.now();
  const stage = createEntityStage(bytes);
  const took = performance.now() - started;
  const after = process.memoryUsage();
  const held = after.arrayBuffers - before.arrayBuffers + Math.max(0, after.heapUsed - before.heapUsed);
  console.log(
    `model: loaded in ${took.toFixed(0)} ms, holds ${(held / 1e6).toFixed(1)} MB, file ${(bytes.length / 1e6).toFixed(1)} MB`,
  );
  return stage;
}

function reportArticles(stage: EntityStage, articles: readonly string[]): void {
  const characters = articles.reduce((sum, text) => sum + text.length, 0);
  const best = bestOf(5, () => articles.forEach((text) => stage(text)));
  console.log(
    `articles: ${articles.length} of ${characters} characters: ${perSecond(characters, best)} characters a second`,
  );
}

function reportSizes(stage: EntityStage, prose: string): void {
  for (const size of [1e3, 1e4, 1e5, 1e6, 1e7]) {
    const text = prose.repeat(Math.ceil(size / prose.length)).slice(0, size);
    const best = bestOf(size > 1e6 ? 1 : 3, () => stage(text));
    console.log(
      `${String(size).padStart(9)} characters: ${best.toFixed(1).padStart(8)} ms, ${perSecond(size, best)} characters a second`,
    );
  }
}

const hostile: readonly (readonly [name: string, make: (size: number) => string])[] = [
  ['one line of capitals', (size) => 'AB '.repeat(size / 3)],
  [
    'capitalised words, all different',
    (size) => Array.from({ length: size / 8 }, (_, i) => `X${i.toString(36).padStart(6, 'a')}`).join(' '),
  ],
  ['a CSV dump', (size) => 'Dupont;Jean;12,5;Paris;2016-03-01\n'.repeat(size / 34)],
  ['one line without a space', (size) => 'a'.repeat(size)],
];

function reportHostile(stage: EntityStage): void {
  for (const [name, make] of hostile) {
    const rates = [1e5, 1e6].map((size) => {
      const text = make(size);
      return perSecond(
        text.length,
        bestOf(1, () => stage(text)),
      );
    });
    console.log(`${name}: ${rates[0]} characters a second at 100 kB, ${rates[1]} at 1 MB`);
  }
}

/** Processor time, which other programs on the machine disturb less than time on the wall. */
function bestOf(times: number, run: () => void): number {
  let best = Infinity;
  for (let i = 0; i < times; i++) {
    const started = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(started);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

function perSecond(characters: number, milliseconds: number): string {
  return Math.round(characters / (milliseconds / 1000)).toLocaleString('en');
}
