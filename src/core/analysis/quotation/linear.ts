/** A linear model: a weight for each feature name; unknown features weigh nothing. */
export type Weights = ReadonlyMap<string, number>;

/** The same as a file keeps it. */
export type StoredWeights = Readonly<Record<string, number>>;

export function readWeights(stored: StoredWeights): Weights {
  return new Map(Object.entries(stored));
}

export function score(weights: Weights, features: readonly string[]): number {
  let sum = weights.get('bias') ?? 0;
  for (const feature of features) sum += weights.get(feature) ?? 0;
  return sum;
}

/** Three linear models over the same features, their weights side by side: a feature is looked up once. */
export type TripleWeights = ReadonlyMap<string, Triple>;

export type Triple = readonly [number, number, number];

export function readTriple(stored: readonly [StoredWeights, StoredWeights, StoredWeights]): TripleWeights {
  const names = new Set(stored.flatMap((weights) => Object.keys(weights)));
  const weight = (name: string, k: 0 | 1 | 2) => stored[k][name] ?? 0;
  return new Map([...names].map((name) => [name, [weight(name, 0), weight(name, 1), weight(name, 2)]]));
}

export function scoreTriple(weights: TripleWeights, features: readonly string[]): Triple {
  let [first, second, third] = weights.get('bias') ?? [0, 0, 0];
  for (const feature of features) {
    const found = weights.get(feature);
    if (found === undefined) continue;
    first += found[0];
    second += found[1];
    third += found[2];
  }
  return [first, second, third];
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
