import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { findQuotations } from '../../../core/analysis/quotation/quotations';
import { quotationModel } from '../../../core/analysis/quotation/weights';
import { runSteps } from '../../../core/util/steps';
import { fromRoot } from '../../paths';
import { predictionLine } from './records';
import { namesOf, prepared } from './trainingTexts';

/**
 * Scores the shipped model on the development part with the corpus's own names, apart from the recogniser's faults:
 * `npx tsx src/tools/train/quotation/evaluate.ts [GOLD-FOLDER TEXT-FOLDER] [--lines]`. With `--lines` the predictions are printed.
 */
function main(args: readonly string[]): void {
  const corpora = fromRoot('..', 'shared/corpora');
  const [gold = join(corpora, 'quotations-fr/dev'), texts = join(corpora, 'winer-fr/dev')] = args.filter(
    (arg) => !arg.startsWith('--'),
  );
  const lines = readdirSync(gold)
    .filter((name) => name.endsWith('.json'))
    .map((name) => predict(basename(name, '.json'), texts));
  if (args.includes('--lines')) console.log(lines.join('\n'));
  else
    console.log(
      execFileSync('node', [fromRoot('..', 'shared/eval/score-quotations.mjs'), gold], {
        input: lines.join('\n'),
        encoding: 'utf8',
      }),
    );
}

function predict(name: string, folder: string): string {
  const text = readFileSync(join(folder, `${name}.txt`), 'utf8');
  const { analyzed, layer } = prepared(text, namesOf(join(folder, `${name}.ann`), text));
  const found = runSteps(findQuotations(analyzed, layer, quotationModel));
  return predictionLine(name, analyzed.article, found.quotations, layer.entities);
}

main(process.argv.slice(2));
