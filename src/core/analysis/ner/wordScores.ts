import type { TokenAttributes } from './attributes';
import { featureRoom, type FeatureReader } from './features';
import { KeptRows, reach } from './keptRows';
import { labelCount } from './labels';
import type { WeightTable } from './weights';

/**
 * What the words around a token, each alone, give its labels. For each word and distance the weights are summed once and kept;
 * they are whole numbers of the table's unit, so that sums do not depend on their order.
 */
export class WordScores {
  private readonly kept: KeptRows;
  private readonly sums = new Int16Array(KeptRows.count * labelCount);
  private readonly made = new Float64Array(labelCount);
  private readonly features = new Int32Array(featureRoom);

  constructor(
    private readonly attributes: TokenAttributes,
    private readonly reader: FeatureReader,
    private readonly weights: WeightTable,
  ) {
    this.kept = new KeptRows(attributes.memory);
  }

  /** Adds to the labels from `at` on, in units of the weights, what the words around token `i` give. */
  addUnits(i: number, scores: Float64Array, at: number): void {
    const { sums } = this;
    for (let distance = -reach; distance <= reach; distance++) {
      const from = this.rowOf(i + distance, distance) * labelCount;
      // All but `outside` in fours; see `labels.ts`.
      scores[at]! += sums[from] as number;
      for (let k = 1; k < labelCount; k += 4) {
        scores[at + k]! += sums[from + k] as number;
        scores[at + k + 1]! += sums[from + k + 1] as number;
        scores[at + k + 2]! += sums[from + k + 2] as number;
        scores[at + k + 3]! += sums[from + k + 3] as number;
      }
    }
  }

  private rowOf(token: number, distance: number): number {
    const row = this.kept.rowOf(this.attributes.wordAt(token), distance);
    if (this.kept.lacks(row)) this.make(row, token, distance);
    return row;
  }

  private make(row: number, token: number, distance: number): void {
    const { made, features, weights } = this;
    made.fill(0);
    const count = this.reader.readWord(token, distance, features, 0);
    for (let k = 0; k < count; k++) weights.addUnits(features[k] as number, made, 0);
    this.sums.set(made, row * labelCount);
  }
}
