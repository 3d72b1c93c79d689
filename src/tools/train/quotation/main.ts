import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoredModel } from '../../../core/analysis/quotation/model';
import { thresholds } from '../../../core/analysis/quotation/thresholds';
import { fromRoot } from '../../paths';
import { chooseThresholds } from './chooseThresholds';
import { foldModels, linesOf, predictions, referenceFolder, score, sources } from './crossValidation';
import { fitModel } from './fit';
import { pressTexts, wikinewsTexts, type TrainingText } from './trainingTexts';

/**
 * Trains the quotation stage: `npx tsx src/tools/train/quotation/main.ts [--check] [--keep FOLDER] [--choose]`. With `--check` nothing is written:
 * five-fold cross-validation by article, scored by the project's scorer. With `--choose` the same models are scored at other thresholds,
 * one changed at a time: that is how those of `thresholds.ts` are chosen.
 */
function main(args: readonly string[]): void {
  const texts = [...pressTexts(fromRoot('src/tools/train/press')), ...wikinewsTexts()];
  console.log(
    `${texts.length} texts, ${texts.reduce((sum, text) => sum + text.quotations.length, 0)} quotations`,
  );
  if (args.includes('--choose')) chooseThresholds(texts, foldModels(texts));
  else if (args.includes('--check')) crossValidate(texts, args[args.indexOf('--keep') + 1]);
  else writeModel(fitModel(texts, thresholds));
}

function writeModel(weights: StoredModel): void {
  const path = fromRoot('src/core/analysis/quotation/weights.json');
  writeFileSync(path, `${JSON.stringify(weights, null, 2)}\n`);
  console.log(`wrote ${path}`);
}

function crossValidate(texts: readonly TrainingText[], keep: string | undefined): void {
  const folder = keep ?? mkdtempSync(join(tmpdir(), 'quotations-'));
  const lines = predictions(texts, foldModels(texts), thresholds);
  for (const source of sources) {
    const chosen = texts.filter((text) => text.source === source);
    writeFileSync(join(folder, `${source}.jsonl`), linesOf(chosen, lines));
    console.log(`\n${source}: ${chosen.length} texts`);
    console.log(score(referenceFolder(join(folder, source), chosen), linesOf(chosen, lines)));
  }
}

main(process.argv.slice(2));
