import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readModel, type StoredModel, type Thresholds } from '../../../core/analysis/quotation/model';
import { findQuotations } from '../../../core/analysis/quotation/quotations';
import { thresholds } from '../../../core/analysis/quotation/thresholds';
import { runSteps } from '../../../core/util/steps';
import { fromRoot } from '../../paths';
import { fitModel } from './fit';
import { predictionLine, referenceFile } from './records';
import type { TrainingText } from './trainingTexts';

export const sources = ['press', 'wikinews'] as const;

const folds = 5;

/** A model for each fifth of the texts, trained on the others. */
export function foldModels(texts: readonly TrainingText[]): readonly StoredModel[] {
  return Array.from({ length: folds }, (_, fold) =>
    fitModel(
      texts.filter((_text, index) => index % folds !== fold),
      thresholds,
    ),
  );
}

/** What each text's model finds in it, as lines for the scorer by the text's name. */
export function predictions(
  texts: readonly TrainingText[],
  models: readonly StoredModel[],
  chosen: Thresholds,
): ReadonlyMap<string, string> {
  const ready = models.map((model) => readModel(model, chosen));
  return new Map(
    texts.map((text, index) => {
      const model = ready[index % folds] as (typeof ready)[number];
      const found = runSteps(findQuotations(text.analyzed, text.layer, model));
      return [
        text.name,
        predictionLine(text.name, text.analyzed.article, found.quotations, text.layer.entities),
      ];
    }),
  );
}

export function linesOf(texts: readonly TrainingText[], lines: ReadonlyMap<string, string>): string {
  return texts.map((text) => lines.get(text.name) ?? '').join('\n');
}

/** Writes the texts' references into the folder; gives the folder. */
export function referenceFolder(folder: string, texts: readonly TrainingText[]): string {
  mkdirSync(folder, { recursive: true });
  for (const text of texts) writeFileSync(join(folder, `${text.name}.json`), referenceFile(text));
  return folder;
}

export function score(gold: string, lines: string, ...flags: readonly string[]): string {
  const scorer = fromRoot('..', 'shared/eval/score-quotations.mjs');
  return execFileSync('node', [scorer, gold, ...flags], { input: lines, encoding: 'utf8' });
}
