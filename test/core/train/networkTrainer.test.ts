import assert from 'node:assert/strict';
import { Chain } from '../../../src/core/analysis/ner/chain';
import { labelCount, labelOf, outside, Place } from '../../../src/core/analysis/ner/labels';
import { NetworkScorer } from '../../../src/core/analysis/ner/network';
import { slotCount, type NetworkInputs } from '../../../src/core/analysis/ner/networkInputs';
import type { Example } from '../../../src/tools/train/examples';
import {
  trainNetwork,
  type NetworkOptions,
  type TrainedNetwork,
} from '../../../src/tools/train/networkTrainer';
import type { WordVectors } from '../../../src/tools/train/wordVectors';

const options: NetworkOptions = {
  epochs: 120,
  hidden: 8,
  rate: 0.02,
  dropHidden: 0,
  dropEntries: 0,
  dropWords: 0,
  batch: 2,
  seed: 5,
};

const vectors: WordVectors = {
  dimensions: 2,
  bytes: Int8Array.of(100, 0, 0, 100, -100, -100),
  unit: 0.01,
  values: Float32Array.of(1, 0, 0, 1, -1, -1),
};

/** Word 0 begins a person that word 1 ends, word 2 is outside; entry 7 says that the token is a place. */
function example(...tokens: readonly (readonly [word: number, entry?: number])[]): Example {
  const labelFor = ([word, entry]: readonly [number, number?]) => {
    if (entry === 7) return labelOf(2, Place.Alone);
    return word === 0 ? labelOf(0, Place.First) : word === 1 ? labelOf(0, Place.Last) : outside;
  };
  const rows = new Int32Array(tokens.length * slotCount).fill(-1);
  const entryStarts = new Int32Array(tokens.length + 1);
  const entries: number[] = [];
  for (const [i, [word, entry]] of tokens.entries()) {
    rows[i * slotCount + 2] = word;
    if (entry !== undefined) entries.push(entry);
    entryStarts[i + 1] = entries.length;
  }
  return {
    article: 0,
    labels: Uint8Array.from(tokens, labelFor),
    starts: new Int32Array(tokens.length + 1),
    features: new Int32Array(0),
    rows,
    entryStarts,
    entries: Int32Array.from(entries),
  };
}

const examples = [
  example([2], [0], [1], [2]),
  example([0], [1]),
  example([2, 7], [2]),
  example([2], [2, 7]),
  example([2], [2], [2]),
];

function label({ network, transitions }: TrainedNetwork, { labels, rows, entries, entryStarts }: Example) {
  const chain = new Chain();
  chain.setTransitions(transitions);
  chain.reset(labels.length);
  const scorer = new NetworkScorer(network);
  for (let i = 0; i < labels.length; i++) {
    const seen = entries.slice(entryStarts[i], entryStarts[i + 1]);
    const inputs = {
      rows: rows.slice(i * slotCount, (i + 1) * slotCount),
      entries: seen,
      count: seen.length,
    };
    scorer.addScores(inputs as unknown as NetworkInputs, chain.scores, i * labelCount);
  }
  chain.run();
  return Array.from(labels, (_, i) => {
    const marginals = Array.from({ length: labelCount }, (__, k) => chain.marginal(i, k));
    return marginals.indexOf(Math.max(...marginals));
  });
}

describe('training of the network', () => {
  it('learns what the examples show', () => {
    const unseen = example([2, 7], [0], [1], [2], [2, 7], [2]);
    assert.deepEqual(label(trainNetwork(examples, vectors, options), unseen), [...unseen.labels]);
  });

  it('gives the same bits from the same examples, chance and all', () => {
    const dropping = { ...options, epochs: 5, dropHidden: 0.3, dropEntries: 0.2, dropWords: 0.1 };
    assert.deepEqual(trainNetwork(examples, vectors, dropping), trainNetwork(examples, vectors, dropping));
  });
});
