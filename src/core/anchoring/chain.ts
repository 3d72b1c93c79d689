import { inSteps, type Steps } from '../util/steps';
import type { Candidate } from './candidate';

/** The candidate chosen for a selector, and by how much the best assignment with it beats the best one without. */
export interface Choice {
  readonly candidate: Candidate;
  /** Against all assignments that put the selector elsewhere; infinite when there is no elsewhere. */
  readonly margin: number;
  /** The strongest other place. */
  readonly rival?: Candidate;
  /** The part of the least margin over a place that would do as well by itself that comes from order and neighbours alone. */
  readonly placeMargin: number;
}

/** Costs of a step from one record to the next, in the units of a candidate's evidence. */
const outOfOrder = 14;
const mostForDistance = 8;
/** How many records back a record is measured against, past those that have no place. */
const lookBack = 10;
const perStep = 32;
/** An assignment may leave a record without a place rather than pay more than this for one. */
const nowhere = 0;

/**
 * Chooses places for all selectors at once: the sum of what speaks for the places, less what it costs to leave the order of the
 * file or to lie far from the neighbours, is as great as can be (the Viterbi algorithm; margins by max-marginals). `length` is
 * that of the text. Selectors without candidates get no choice.
 */
export function* chooseTogether(
  candidates: readonly (readonly Candidate[])[],
  length: number,
): Steps<readonly (Choice | undefined)[]> {
  const usual = length / (candidates.length + 1);
  const cost = (a: Candidate, b: Candidate) => stepCost(a, b, usual);
  const forwards = yield* sums(candidates, cost);
  const reversed = yield* sums(candidates.toReversed(), (a, b) => cost(b, a));
  const backwards = reversed.toReversed();
  const totals = candidates.map((own, i) =>
    own.map((candidate, k) => at(forwards, i, k) + at(backwards, i, k) - weightOf(candidate)),
  );
  const firsts = totals.map((sums, i) => (candidates[i] as readonly Candidate[])[indexOfBest(sums)]);
  const claims = claimsOf(firsts);
  return yield* inSteps(
    candidates,
    (own, i) => choiceOf(own, totals[i] as readonly number[], claims),
    perStep,
  );
}

function stepCost(a: Candidate, b: Candidate, usual: number): number {
  const gap = b.start - a.start;
  if (gap >= 0) return Math.min(mostForDistance, Math.log2(1 + gap / (4 * usual)));
  return Math.min(outOfOrder, 2 - gap / 20);
}

/** What it weighs that the words stand nowhere else and never did. */
const onlyWeight = 16;

function weightOf({ evidence, only }: Candidate): number {
  return only === undefined ? evidence : evidence + onlyWeight;
}

/** For each candidate the best sum of an assignment of all selectors up to its own that puts its own there. */
function* sums(
  candidates: readonly (readonly Candidate[])[],
  cost: (a: Candidate, b: Candidate) => number,
): Steps<readonly (readonly number[])[]> {
  const sums: number[][] = [];
  /** Best sum of anything that lies further back than is looked. */
  let far = 0;
  for (const [i, own] of candidates.entries()) {
    const passed = i - lookBack - 1;
    for (const sum of sums[passed] ?? []) far = Math.max(far, sum - outOfOrder);
    sums.push(
      own.map((candidate) => weightOf(candidate) + bestBefore(candidates, sums, i, candidate, far, cost)),
    );
    if (i % perStep === perStep - 1) yield;
  }
  return sums;
}

function bestBefore(
  candidates: readonly (readonly Candidate[])[],
  sums: readonly (readonly number[])[],
  i: number,
  candidate: Candidate,
  far: number,
  cost: (a: Candidate, b: Candidate) => number,
): number {
  let best = far;
  for (let j = Math.max(0, i - lookBack); j < i; j++) {
    const earlier = candidates[j] as readonly Candidate[];
    for (let k = 0; k < earlier.length; k++)
      best = Math.max(
        best,
        ((sums[j] as readonly number[])[k] as number) - cost(earlier[k] as Candidate, candidate),
      );
  }
  return Math.max(best, nowhere);
}

/** Another place with so much evidence may be the original of a copy; with so little where no side of the context tells. */
const twinEvidence = 14;
const untoldTwinEvidence = 6;

/** Whether another place would do as well by itself. */
function isTwin({ telling, evidence, kind }: Candidate, chosen: Candidate): boolean {
  const untold = chosen.context.sides === 0 && kind === 'words';
  return telling || evidence >= (untold ? untoldTwinEvidence : twinEvidence);
}

/** The greatest evidence with which a selector took a place, by the place. */
type Claims = ReadonlyMap<string, number>;

function claimsOf(chosen: readonly (Candidate | undefined)[]): Claims {
  const claims = new Map<string, number>();
  for (const candidate of chosen) {
    if (!candidate) continue;
    const key = keyOf(candidate);
    claims.set(key, Math.max(claims.get(key) ?? 0, weightOf(candidate)));
  }
  return claims;
}

function keyOf({ start, end }: Candidate): string {
  return `${start} ${end}`;
}

/** Another selector fits the place so much better that this one, which does not stand there whole, cannot mean it. */
const claimLead = 8;

function isClaimed(candidate: Candidate, claims: Claims): boolean {
  return candidate.kind !== 'whole' && (claims.get(keyOf(candidate)) ?? 0) >= weightOf(candidate) + claimLead;
}

function choiceOf(own: readonly Candidate[], totals: readonly number[], claims: Claims): Choice | undefined {
  const free = own.map((candidate) => !isClaimed(candidate, claims));
  const first = indexOfBest(totals, (k) => free[k] as boolean);
  if (first < 0) return undefined;
  const candidate = own[first] as Candidate;
  const others = own
    .map((_, k) => k)
    .filter((k) => (free[k] as boolean) && isRival(own[k] as Candidate, candidate));
  const bySum = (k: number) => (totals[first] as number) - (totals[k] as number);
  const byPlace = (k: number) => bySum(k) - weightOf(candidate) + weightOf(own[k] as Candidate);
  const twins = others.filter((k) => isTwin(own[k] as Candidate, candidate));
  const placeMargin = Math.min(Infinity, ...twins.map(byPlace));
  const second = indexOfBest(totals, (k) => others.includes(k));
  if (second < 0) return { candidate, margin: Infinity, placeMargin };
  return { candidate, margin: bySum(second), placeMargin, rival: own[second] as Candidate };
}

function at(sums: readonly (readonly number[])[], i: number, k: number): number {
  return (sums[i] as readonly number[])[k] as number;
}

function isRival(other: Candidate, chosen: Candidate): boolean {
  return other.credible && (other.end <= chosen.start || chosen.end <= other.start);
}

function indexOfBest(values: readonly number[], allowed: (index: number) => boolean = () => true): number {
  let best = -1;
  for (let k = 0; k < values.length; k++)
    if (allowed(k) && (best < 0 || (values[k] as number) > (values[best] as number))) best = k;
  return best;
}
