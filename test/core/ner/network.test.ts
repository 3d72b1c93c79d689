import assert from 'node:assert/strict';
import { labelCount } from '../../../src/core/analysis/ner/labels';
import {
  NetworkScorer,
  readNetwork,
  writeNetwork,
  type Network,
} from '../../../src/core/analysis/ner/network';
import { entryCount, slotCount, type NetworkInputs } from '../../../src/core/analysis/ner/networkInputs';
import { ByteReader, ByteWriter } from '../../../src/core/util/bytes';

/** Two hidden units: the first counts entry 3 and the first number of the vector in slot 2, the second is always below zero. */
function countingNetwork(): Network {
  const dimensions = 2;
  const hidden = 2;
  const projections = new Float32Array(slotCount * hidden * dimensions);
  projections[2 * hidden * dimensions] = 0.5;
  const entries = new Int8Array(entryCount * hidden);
  entries[3 * hidden] = 10;
  const output = new Float32Array(labelCount * hidden);
  output.set([2, 100], hidden);
  const outputBias = new Float32Array(labelCount);
  outputBias[0] = 1;
  return {
    dimensions,
    hidden,
    vectors: Int8Array.of(4, 9, -8, 9),
    projections,
    entries,
    entryUnit: 0.125,
    hiddenBias: Float32Array.of(0.25, -1),
    output,
    outputBias,
  };
}

function inputs(row: number, ...entries: readonly number[]): NetworkInputs {
  const rows = new Int32Array(slotCount).fill(-1);
  rows[2] = row;
  return { rows, entries: Int32Array.from(entries), count: entries.length } as unknown as NetworkInputs;
}

describe('network', () => {
  const cases: readonly (readonly [name: string, seen: NetworkInputs, score: number])[] = [
    ['nothing but the bias', inputs(-1), 2 * 0.25],
    ['an entry', inputs(-1, 3), 2 * (0.25 + 1.25)],
    ['an entry twice', inputs(-1, 3, 3), 2 * (0.25 + 2.5)],
    ['a vector', inputs(0), 2 * (0.25 + 2)],
    ['a vector below zero', inputs(1), 0],
    ['both', inputs(1, 3, 3, 3), 2 * (0.25 + 3.75 - 4)],
  ];
  for (const [name, seen, score] of cases)
    it(`scores ${name}`, () => {
      const scores = new Float64Array(3 * labelCount);
      const scorer = new NetworkScorer(countingNetwork());
      scorer.addScores(seen, scores, labelCount);
      assert.deepEqual([...scores.slice(labelCount, labelCount + 2)], [1, score]);
      assert.equal(scores[1], 0);
    });

  it('scores a token the same whatever came before', () => {
    const scorer = new NetworkScorer(countingNetwork());
    const score = (seen: NetworkInputs) => {
      const scores = new Float64Array(labelCount);
      scorer.addScores(seen, scores, 0);
      return [...scores];
    };
    const before = score(inputs(0, 3));
    score(inputs(1));
    assert.deepEqual(score(inputs(0, 3)), before);
  });

  it('is read as it was written', () => {
    const out = new ByteWriter();
    writeNetwork(out, countingNetwork());
    const input = new ByteReader(out.finish());
    assert.deepEqual(readNetwork(input), countingNetwork());
    assert.equal(input.overrun, false);
  });
});
