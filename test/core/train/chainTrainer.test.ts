import assert from 'node:assert/strict';
import { Chain } from '../../../src/core/analysis/ner/chain';
import { labelCount, labelOf, outside, Place } from '../../../src/core/analysis/ner/labels';
import { slotCount } from '../../../src/core/analysis/ner/networkInputs';
import { WeightTable, type Weights } from '../../../src/core/analysis/ner/weights';
import { trainChain, type TrainingOptions } from '../../../src/tools/train/chainTrainer';
import type { Example } from '../../../src/tools/train/examples';

const options: TrainingOptions = {
  epochs: 30,
  rate: 0.3,
  l1: 0,
  l2: 0.1,
  leastCount: 1,
  denseFrom: Infinity,
  leastWeight: 0,
  seed: 3,
};

/** One feature a token: its number is the word. Word 1 begins a person that word 2 ends, word 3 stands alone, 9 is outside. */
function example(...words: readonly number[]): Example {
  const labels = words.map((word) =>
    word === 1
      ? labelOf(0, Place.First)
      : word === 2
        ? labelOf(0, Place.Last)
        : word === 3
          ? labelOf(2, Place.Alone)
          : outside,
  );
  return {
    article: 0,
    labels: Uint8Array.from(labels),
    starts: Int32Array.from([...words.keys(), words.length]),
    features: Int32Array.from(words),
    rows: new Int32Array(words.length * slotCount).fill(-1),
    entryStarts: Int32Array.from([...words.keys(), words.length]),
    entries: Int32Array.from(words),
  };
}

const examples = [example(9, 1, 2, 9), example(1, 2), example(3, 9), example(9, 3), example(9, 9, 9)];

function label(weights: Weights, words: readonly number[]): readonly number[] {
  const chain = new Chain();
  chain.setTransitions(weights.transitions);
  chain.reset(words.length);
  const table = new WeightTable(weights);
  words.forEach((word, i) => table.addUnits(word, chain.scores, i * labelCount));
  for (let k = 0; k < words.length * labelCount; k++) chain.scores[k]! *= table.unit;
  chain.run();
  return words.map((_, i) => {
    const marginals = Array.from({ length: labelCount }, (__, k) => chain.marginal(i, k));
    return marginals.indexOf(Math.max(...marginals));
  });
}

describe('training of the chain', () => {
  it('learns what the examples show', () => {
    const weights = trainChain(examples, options);
    const unseen = example(3, 1, 2, 9, 3);
    assert.deepEqual(label(weights, [...unseen.features]), [...unseen.labels]);
  });

  it('gives the same bits from the same examples', () => {
    assert.deepEqual(trainChain(examples, options), trainChain(examples, options));
  });

  it('leaves rare features out', () => {
    const { features } = trainChain(examples, { ...options, leastCount: 3 });
    assert.deepEqual([...features.keys], [9]);
  });
});
