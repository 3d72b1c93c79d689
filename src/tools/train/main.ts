// `npm run train` trains the French recogniser and writes src/core/language/fr/fr.model.
//   -- PATH             writes PATH instead
//   -- --without-press  trains on WiNER-fr alone
//   -- --evaluate       trains nothing: prints the figures of the model at PATH on WiNER-fr dev and on test/press
import { readFile, writeFile } from 'node:fs/promises';

import { loadRecognizer, writeModel } from '../../core/analysis/ner/modelFile';
import { fromRoot } from '../paths';
import { runMain } from '../runMain';
import { corporaPresent, readPress, readWiner } from './corpus';
import { reportOn } from './devReport';
import { fitModel, prepare, readTables, trainingOptions } from './fit';

runMain(async (args) => {
  if (!corporaPresent()) throw new Error('The training articles (../shared/corpora) are not here.');
  const path = args.find((arg) => !arg.startsWith('--')) ?? fromRoot('src/core/language/fr/fr.model');
  if (args.includes('--evaluate')) return evaluate(path);
  const started = performance.now();
  const report = (message: string) => console.log(`${seconds(started)} ${message}`);
  report('reading word classes and gazetteers');
  const tables = readTables();
  const press = args.includes('--without-press') ? [] : readPress('src/tools/train/press');
  const winer = readWiner('train');
  report(`${winer.length} articles of WiNER-fr, ${press.length} press texts`);
  const bytes = writeModel(fitModel(prepare([...winer, ...press]), tables, { ...trainingOptions, report }));
  await writeFile(path, bytes);
  report(`wrote ${path}: ${(bytes.length / 1e6).toFixed(2)} MB`);
});

async function evaluate(path: string): Promise<void> {
  const loaded = loadRecognizer(await readFile(path));
  if ('problem' in loaded) throw new Error(`${path}: ${loaded.problem.code}`);
  console.log(`WiNER-fr dev\n${reportOn(loaded.recognizer, readWiner('dev', 'as annotated'), true)}`);
  // Kept apart: scored, never looked into.
  console.log(`\ntest/press\n${reportOn(loaded.recognizer, readPress('test/press'), false)}`);
}

function seconds(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s`;
}
