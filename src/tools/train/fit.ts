import type { Tables } from '../../core/analysis/ner/attributes';
import type { RecognizerModel } from '../../core/analysis/ner/model';
import { buildGazetteer } from '../data/gazetteer';
import { trainChain, type TrainingOptions } from './chainTrainer';
import type { GoldArticle } from './corpus';
import { countHistory, labelBlocks, makeExamples } from './examples';
import { readWordClasses } from './wordClasses';

/** Chosen by cross-validation on the training articles; see the model card. */
export const trainingOptions: TrainingOptions = {
  epochs: 8,
  rate: 0.15,
  l1: 0.05,
  l2: 2,
  leastCount: 1,
  denseFrom: Infinity,
  seed: 1,
};

export function readTables(): Tables {
  return { words: readWordClasses(), gazetteer: buildGazetteer() };
}

/** Trains on these articles. The same articles in the same order give the same model. */
export function fitModel(
  articles: readonly GoldArticle[],
  tables: Tables,
  options: TrainingOptions = trainingOptions,
): RecognizerModel {
  const labelled = articles.map((article) => labelBlocks(article));
  const history = countHistory(labelled, tables);
  return { ...tables, history, weights: trainChain(makeExamples(labelled, tables, history), options) };
}
