/** A linear model: a weight for each feature name; unknown features weigh nothing. */
export type Weights = Readonly<Record<string, number>>;

export function score(weights: Weights, features: readonly string[]): number {
  let sum = weights['bias'] ?? 0;
  for (const feature of features) sum += weights[feature] ?? 0;
  return sum;
}

/** The logistic function. */
export function probability(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

/** Probabilities of alternatives from their scores. */
export function softmax(scores: readonly number[]): readonly number[] {
  const most = Math.max(...scores);
  const powers = scores.map((value) => Math.exp(value - most));
  const sum = powers.reduce((total, value) => total + value, 0);
  return powers.map((value) => value / sum);
}
