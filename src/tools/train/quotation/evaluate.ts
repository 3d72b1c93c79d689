import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createAnalyzer, type Analyzer } from '../../../core/analysis/analyzer';
import { createFrenchStages } from '../../../core/analysis/french';
import { loadRecognizer } from '../../../core/analysis/ner/modelFile';
import { findQuotations } from '../../../core/analysis/quotation/quotations';
import { quotationModel } from '../../../core/analysis/quotation/weights';
import { createArticleText } from '../../../core/text/articleText';
import { runSteps } from '../../../core/util/steps';
import { fromRoot } from '../../paths';
import { intervals } from './intervals';
import { predictionLine } from './records';
import { namesOf, prepared } from './trainingTexts';

/**
 * Scores the shipped model on the development part:
 * `npx tsx src/tools/train/quotation/evaluate.ts [GOLD-FOLDER TEXT-FOLDER] [--own-names] [--lines] [--intervals]`. Names are those of the corpus,
 * apart from the recogniser's faults; with `--own-names` the whole analysis runs. With `--lines` the predictions are printed.
 */
function main(args: readonly string[]): void {
  const corpora = fromRoot('..', 'shared/corpora');
  const folders = args.filter((arg) => !arg.startsWith('--'));
  const [gold = join(corpora, 'quotations-fr/dev'), texts = join(corpora, 'winer-fr/dev')] = folders;
  const predict = args.includes('--own-names') ? analysed(loadAnalyzer()) : withGivenNames;
  const names = readdirSync(gold)
    .filter((name) => name.endsWith('.json'))
    .map((name) => basename(name, '.json'));
  const lines = names.map((name) => predict(name, texts));
  if (args.includes('--lines')) return console.log(lines.join('\n'));
  if (args.includes('--intervals'))
    return console.log(
      intervals(gold, new Map(names.map((name, index) => [name, lines[index] ?? '']))).join('\n'),
    );
  const scorer = fromRoot('..', 'shared/eval/score-quotations.mjs');
  console.log(execFileSync('node', [scorer, gold], { input: lines.join('\n'), encoding: 'utf8' }));
}

function loadAnalyzer(): Analyzer {
  const loaded = loadRecognizer(readFileSync(fromRoot('src/core/language/fr/fr.model')));
  if (!('recognizer' in loaded)) throw new Error(`The model cannot be used: ${loaded.problem.code}`);
  return createAnalyzer(createFrenchStages(loaded.recognizer));
}

function analysed(analyzer: Analyzer) {
  return (name: string, folder: string): string => {
    const text = readFileSync(join(folder, `${name}.txt`), 'utf8');
    const found = runSteps(analyzer.analyze(text, 'plain'));
    return predictionLine(name, createArticleText(text), found.quotations, found.entities);
  };
}

function withGivenNames(name: string, folder: string): string {
  const text = readFileSync(join(folder, `${name}.txt`), 'utf8');
  const { analyzed, layer } = prepared(text, namesOf(join(folder, `${name}.ann`), text));
  const found = runSteps(findQuotations(analyzed, layer, quotationModel));
  return predictionLine(name, analyzed.article, found.quotations, layer.entities);
}

main(process.argv.slice(2));
