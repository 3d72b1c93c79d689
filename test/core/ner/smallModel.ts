import type { RecognizerModel } from '../../../src/core/analysis/ner/model';
import { labelCount, transitionCount } from '../../../src/core/analysis/ner/labels';
import { entryCount, slotCount } from '../../../src/core/analysis/ner/networkInputs';
import { evidenceRoom } from '../../../src/core/analysis/ner/rescoring';
import { SortedKeys } from '../../../src/core/analysis/ner/sortedKeys';

/** A model of the right form that knows nothing. */
export function smallModel(): RecognizerModel {
  const keys = (...hashes: number[]) => new SortedKeys(Uint32Array.from(hashes));
  return {
    words: {
      words: keys(5, 900, 4294967295),
      rowOf: Uint16Array.of(0, 1, 2),
      classes: Uint16Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9),
    },
    gazetteer: { phrases: keys(17, 4000000000), masks: Int32Array.of(3, 1 << 30) },
    history: { inside: keys(1, 2), outside: keys(3) },
    weights: {
      features: keys(10, 20),
      starts: Uint32Array.of(0, 1, 3),
      labels: Uint8Array.of(1, 2, 3),
      values: Int8Array.of(-5, 4, 127),
      unit: 0.01,
      transitions: new Float32Array(transitionCount),
    },
    network: {
      dimensions: 2,
      hidden: 3,
      vectors: Int8Array.of(1, -2, 127, -127, 0, 5),
      projections: new Float32Array(slotCount * 3 * 2),
      entries: new Int8Array(entryCount * 3),
      entryUnit: 0.01,
      hiddenBias: new Float32Array(3),
      output: new Float32Array(labelCount * 3),
      outputBias: new Float32Array(labelCount),
    },
    rescoring: { bias: 0, threshold: 0.5, weights: new Float32Array(evidenceRoom) },
  };
}
