import type { Tables } from '../../core/analysis/ner/attributes';
import { createChainRecognizer } from '../../core/analysis/ner/chainRecognizer';
import type { RecognizerModel } from '../../core/analysis/ner/model';
import type { Weights } from '../../core/analysis/ner/weights';
import { evidenceRoom, type Rescoring } from '../../core/analysis/ner/rescoring';
import { gatherCandidates } from '../../core/analysis/entities/candidates';
import { runSteps } from '../../core/util/steps';
import { buildGazetteer } from '../data/gazetteer';
import { trainChain, type TrainingOptions } from './chainTrainer';
import type { GoldArticle } from './corpus';
import { countHistory, labelBlocks, makeExamples, type BlockExamples } from './examples';
import { trainNetwork, type NetworkOptions, type TrainedNetwork } from './networkTrainer';
import { trainRescoring, type RescoringExample } from './rescoringTrainer';
import { readWordClasses } from './wordClasses';
import { readWordVectors } from './wordVectors';

/** Chosen by cross-validation on the training articles; see the model card. */
export const trainingOptions: TrainingOptions = {
  epochs: 5,
  rate: 0.15,
  l1: 0.05,
  l2: 2,
  leastCount: 2,
  denseFrom: Infinity,
  leastWeight: 0.05,
  seed: 1,
};

export const networkOptions: NetworkOptions = {
  epochs: 8,
  hidden: 32,
  rate: 0.003,
  dropHidden: 0.25,
  dropEntries: 0.1,
  dropWords: 0.08,
  batch: 16,
  seed: 1,
};

/** What the scores of the chain's features and those of the network count: two opinions that each by itself would be sure. */
const shares = { features: 0.5, network: 0.6 };

/** Our own press texts are fewer and denser than the articles of Wikinews. */
const pressWeight = 2;

/** The weighing of the article is learned on articles that the recogniser has not seen: this many parts, one left out at a time. */
const parts = 3;

/** F1 is best somewhat below one half; see the model card. */
const threshold = 0.38;

/** An article with its tokens and labels, made once and used in every fold. */
export interface Prepared {
  readonly gold: GoldArticle;
  readonly blocks: readonly BlockExamples[];
}

export function readTables(): Tables {
  return { words: readWordClasses(), gazetteer: buildGazetteer() };
}

export function prepare(articles: readonly GoldArticle[]): readonly Prepared[] {
  return articles.map((gold) => ({ gold, blocks: labelBlocks(gold) }));
}

/** Trains on these articles. The same articles in the same order give the same model. */
export function fitModel(
  articles: readonly Prepared[],
  tables: Tables,
  options: TrainingOptions = trainingOptions,
): RecognizerModel {
  const unseen: RescoringExample[] = [];
  const partOf = partsOf(articles);
  for (let part = 0; part < parts; part++) {
    options.report?.(`part ${part + 1} of ${parts}: learning on the others`);
    const rest = articles.filter((_, index) => partOf[index] !== part);
    const model = fitChain(rest, tables, options);
    unseen.push(
      ...candidatesOf(
        model,
        articles.filter((_, index) => partOf[index] === part),
      ),
    );
  }
  const rescoring = trainRescoring(unseen, threshold);
  options.report?.('learning on all');
  return { ...fitChain(articles, tables, options), rescoring };
}

/** Neighbours share a part: articles of one week name the same people, and what is unseen should be as new as tomorrow's news. */
function partsOf(articles: readonly Prepared[]): readonly number[] {
  const sources = articles.map(({ gold }) => gold.source);
  return sources.map((source, index) => {
    const before = sources.slice(0, index).filter((other) => other === source).length;
    return Math.floor((before * parts) / sources.filter((other) => other === source).length);
  });
}

/** The block stage alone; the article is weighed in no way yet. */
export function fitChain(
  articles: readonly Prepared[],
  tables: Tables,
  options: TrainingOptions,
): RecognizerModel {
  const blocks = articles.map((article) => article.blocks);
  const history = countHistory(blocks, tables);
  const weightOf = (article: number) => (articles[article]?.gold.source === 'press' ? pressWeight : 1);
  const examples = makeExamples(blocks, tables, history);
  const weights = trainChain(examples, { weightOf, ...options });
  const trained = trainNetwork(examples, readWordVectors(), {
    weightOf,
    ...networkOptions,
    ...(options.report && { report: options.report }),
  });
  return { ...tables, history, ...joined(weights, trained), rescoring: unlearned };
}

/** Features and network with their shares made part of their weights. */
function joined(
  weights: Weights,
  { network, transitions }: TrainedNetwork,
): Pick<RecognizerModel, 'weights' | 'network'> {
  const scale = (values: Float32Array) => values.map((value) => value * shares.network);
  return {
    weights: {
      ...weights,
      unit: Math.fround(weights.unit * shares.features),
      transitions: weights.transitions.map(
        (value, k) => value * shares.features + (transitions[k] as number) * shares.network,
      ),
    },
    network: { ...network, output: scale(network.output), outputBias: scale(network.outputBias) },
  };
}

const unlearned: Rescoring = { bias: 0, threshold: 0.5, weights: new Float32Array(evidenceRoom) };

/** What the block stage finds in articles, and which of it is right. */
export function candidatesOf(
  model: RecognizerModel,
  articles: readonly Prepared[],
): readonly RescoringExample[] {
  const recognizer = createChainRecognizer(model);
  return articles.map(({ gold, blocks }) => {
    const tokenized = blocks.map(({ block }) => block);
    const names = tokenized.map((block) => recognizer.recognize(block));
    const candidates = runSteps(
      gatherCandidates({ article: gold.article, blocks: tokenized, names, times: [] }),
    );
    const known = new Set(gold.names.map(({ type, span }) => `${type} ${span.start} ${span.end}`));
    const right = candidates.map(({ type, span, block }) => {
      const start = tokenized[block]?.block.span.start ?? 0;
      return known.has(`${type} ${start + span.start} ${start + span.end}`);
    });
    return { candidates, right };
  });
}
