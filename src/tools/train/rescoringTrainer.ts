import { runSteps } from '../../core/util/steps';
import { gatherEvidence } from '../../core/analysis/entities/evidence';
import type { Candidate } from '../../core/analysis/entities/candidates';
import { evidenceRoom, type Rescoring } from '../../core/analysis/ner/rescoring';
import { createRandom, shuffle } from './random';

/** The candidates of an article from a recogniser that had not seen it, and which of them are right. */
export interface RescoringExample {
  readonly candidates: readonly Candidate[];
  readonly right: readonly boolean[];
}

const passes = 12;
const rate = 0.1;
const penalty = 0.5;

/** Logistic regression on the evidence features, by AdaGrad with an L2 penalty; deterministic. */
export function trainRescoring(articles: readonly RescoringExample[], threshold: number): Rescoring {
  const rows: Int32Array[] = [];
  const right: boolean[] = [];
  for (const article of articles) {
    const evidence = runSteps(gatherEvidence(article.candidates));
    for (const index of article.candidates.keys()) {
      rows.push(evidence.features(index));
      right.push(article.right[index] === true);
    }
  }
  return { threshold, ...regress(rows, right) };
}

function regress(rows: readonly Int32Array[], right: readonly boolean[]): Omit<Rescoring, 'threshold'> {
  const weights = new Float32Array(evidenceRoom);
  const squares = new Float32Array(evidenceRoom).fill(1);
  const uses = new Float32Array(evidenceRoom);
  for (const row of rows) for (const feature of row) uses[feature]!++;
  let bias = 0;
  const order = Int32Array.from(rows.keys());
  const random = createRandom(7);
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random);
    for (const index of order) {
      const row = rows[index] as Int32Array;
      let sum = bias;
      for (const feature of row) sum += weights[feature] as number;
      const slope = 1 / (1 + Math.exp(-sum)) - (right[index] ? 1 : 0);
      bias -= 0.01 * slope;
      for (const feature of row) {
        // The penalty is shared out over the feature's uses, so that each pass applies it once.
        const full = slope + (penalty * (weights[feature] as number)) / (uses[feature] as number);
        squares[feature]! += full * full;
        weights[feature]! -= (rate * full) / Math.sqrt(squares[feature] as number);
      }
    }
  }
  return { bias, weights };
}
