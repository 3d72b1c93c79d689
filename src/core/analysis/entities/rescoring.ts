import { chooseNames } from '../ner/chooseNames';
import type { Rescoring } from '../ner/rescoring';
import type { Candidate } from './candidates';
import { inSteps, type Steps } from '../../util/steps';
import { gatherEvidence } from './evidence';

/** Each candidate with the probability that the whole article gives it. */
export function* rescore(
  candidates: readonly Candidate[],
  rescoring: Rescoring,
): Steps<readonly Candidate[]> {
  const evidence = yield* gatherEvidence(candidates);
  return yield* inSteps(candidates, (candidate, index) => {
    let sum = rescoring.bias;
    for (const feature of evidence.features(index)) sum += rescoring.weights[feature] as number;
    return { ...candidate, confidence: 1 / (1 + Math.exp(-sum)) };
  });
}

/** The names of an article, in text order, none overlapping. */
export function* chooseCandidates<T extends Candidate>(
  candidates: readonly T[],
  threshold: number,
): Steps<readonly T[]> {
  const byBlock = new Map<number, T[]>();
  for (const candidate of candidates) {
    const list = byBlock.get(candidate.block);
    if (list) list.push(candidate);
    else byBlock.set(candidate.block, [candidate]);
  }
  yield;
  const blocks = [...byBlock].sort(([a], [b]) => a - b);
  const chosen = yield* inSteps(blocks, ([, ofBlock]) => chooseNames(ofBlock, threshold));
  return chosen.flat();
}
