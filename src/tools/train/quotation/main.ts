import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findQuotations } from '../../../core/analysis/quotation/quotations';
import { readModel, type QuotationModel, type StoredModel } from '../../../core/analysis/quotation/model';
import { thresholds } from '../../../core/analysis/quotation/thresholds';
import { runSteps } from '../../../core/util/steps';
import { fromRoot } from '../../paths';
import { fitModel } from './fit';
import { predictionLine, referenceFile } from './records';
import { pressTexts, wikinewsTexts, type TrainingText } from './trainingTexts';

/**
 * Trains the quotation stage: `npx tsx src/tools/train/quotation/main.ts [--check] [--keep FOLDER]`. With `--check` nothing is written:
 * five-fold cross-validation by article, scored by the project's scorer.
 */
function main(args: readonly string[]): void {
  const texts = [...pressTexts(fromRoot('src/tools/train/press')), ...wikinewsTexts()];
  console.log(
    `${texts.length} texts, ${texts.reduce((sum, text) => sum + text.quotations.length, 0)} quotations`,
  );
  if (args.includes('--check')) crossValidate(texts, args[args.indexOf('--keep') + 1]);
  else writeModel(fitModel(texts, thresholds));
}

function writeModel(weights: StoredModel): void {
  const path = fromRoot('src/core/analysis/quotation/weights.json');
  writeFileSync(path, `${JSON.stringify(weights, null, 2)}\n`);
  console.log(`wrote ${path}`);
}

const folds = 5;

function crossValidate(texts: readonly TrainingText[], keep: string | undefined): void {
  const folder = keep ?? mkdtempSync(join(tmpdir(), 'quotations-'));
  const lines = new Map<string, string>();
  for (let fold = 0; fold < folds; fold++) {
    const others = texts.filter((_, index) => index % folds !== fold);
    const model = readModel(fitModel(others, thresholds), thresholds);
    for (const text of texts.filter((_, index) => index % folds === fold))
      lines.set(text.name, predict(text, model));
  }
  for (const source of ['press', 'wikinews'] as const) {
    const chosen = texts.filter((text) => text.source === source);
    const gold = join(folder, source);
    mkdirSync(gold, { recursive: true });
    for (const text of chosen) writeFileSync(join(gold, `${text.name}.json`), referenceFile(text));
    const predictions = chosen.map((text) => lines.get(text.name) ?? '').join('\n');
    writeFileSync(join(folder, `${source}.jsonl`), predictions);
    console.log(`\n${source}: ${chosen.length} texts`);
    console.log(
      execFileSync('node', [fromRoot('..', 'shared/eval/score-quotations.mjs'), gold], {
        input: predictions,
        encoding: 'utf8',
      }),
    );
  }
}

function predict(text: TrainingText, model: QuotationModel): string {
  const found = runSteps(findQuotations(text.analyzed, text.layer, model));
  return predictionLine(text.name, text.analyzed.article, found.quotations, text.layer.entities);
}

main(process.argv.slice(2));
