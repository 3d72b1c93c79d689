// `npm run train` trains the French recogniser and writes src/core/language/fr/fr.model.
import { writeFile } from 'node:fs/promises';

import { writeModel } from '../../core/analysis/ner/modelFile';
import { fromRoot } from '../paths';
import { runMain } from '../runMain';
import { corporaPresent, readPress, readWiner } from './corpus';
import { fitModel, prepare, readTables, trainingOptions } from './fit';

runMain(async (args) => {
  if (!corporaPresent()) throw new Error('The training articles (../shared/corpora) are not here.');
  const started = performance.now();
  const report = (message: string) => console.log(`${seconds(started)} ${message}`);
  report('reading word classes and gazetteers');
  const tables = readTables();
  const press = args.includes('--without-press') ? [] : readPress('src/tools/train/press');
  const winer = readWiner('train');
  report(`${winer.length} articles of WiNER-fr, ${press.length} press texts`);
  const bytes = writeModel(fitModel(prepare([...winer, ...press]), tables, { ...trainingOptions, report }));
  const path = args.find((arg) => !arg.startsWith('--')) ?? fromRoot('src/core/language/fr/fr.model');
  await writeFile(path, bytes);
  report(`wrote ${path}: ${(bytes.length / 1e6).toFixed(2)} MB`);
});

function seconds(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s`;
}
