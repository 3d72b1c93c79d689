import type { StoredWeights } from '../../../core/analysis/quotation/linear';

/** One choice among options: the features of each and the index of the right one. */
export interface Choice {
  readonly options: readonly (readonly string[])[];
  readonly right: number;
}

export interface FitOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Strength of the L2 penalty for each step. */
  readonly penalty: number;
  /** Features seen in fewer choices are left out. */
  readonly least: number;
}

const usual: FitOptions = { epochs: 40, rate: 0.2, penalty: 0.002, least: 3 };

/**
 * StoredWeights of a conditional logit model: the probability of an option is the softmax of its summed weights. AdaGrad with an L2
 * penalty, the choices in a fixed shuffled order: the same choices give the same weights.
 */
export function fitChoices(choices: readonly Choice[], options: Partial<FitOptions> = {}): StoredWeights {
  const { epochs, rate, penalty, least } = { ...usual, ...options };
  const kept = frequentFeatures(choices, least);
  const weights = new Map<string, number>();
  const squares = new Map<string, number>();
  const order = shuffled(choices.map((_, index) => index));
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const index of order) {
      const { options: rows, right } = choices[index] as Choice;
      const chances = softmax(rows.map((row) => sum(weights, row)));
      const gradient = new Map<string, number>();
      for (const [k, row] of rows.entries()) {
        const error = (chances[k] as number) - (k === right ? 1 : 0);
        for (const feature of row)
          if (kept.has(feature)) gradient.set(feature, (gradient.get(feature) ?? 0) + error);
      }
      for (const [feature, slope] of gradient) {
        const value = weights.get(feature) ?? 0;
        const step = slope + penalty * value;
        const square = (squares.get(feature) ?? 0) + step * step;
        squares.set(feature, square);
        weights.set(feature, value - (rate * step) / Math.sqrt(square + 1e-6));
      }
    }
  return rounded(weights);
}

/** A yes-or-no model in the same terms: `yes` has the features, "no" has none. */
export function fitBinary(
  examples: readonly { readonly features: readonly string[]; readonly yes: boolean }[],
  options: Partial<FitOptions> = {},
): StoredWeights {
  return fitChoices(
    examples.map(({ features, yes }) => ({ options: [['bias', ...features], []], right: yes ? 0 : 1 })),
    options,
  );
}

/** One set of weights a class. */
export function fitClasses<K extends string>(
  examples: readonly { readonly features: readonly string[]; readonly label: K }[],
  classes: readonly K[],
  options: Partial<FitOptions> = {},
): Record<K, StoredWeights> {
  const weights = fitChoices(
    examples.map(({ features, label }) => ({
      options: classes.map((name) => [`${name}|bias`, ...features.map((feature) => `${name}|${feature}`)]),
      right: classes.indexOf(label),
    })),
    options,
  );
  return Object.fromEntries(
    classes.map((name) => [
      name,
      Object.fromEntries(
        Object.entries(weights).flatMap(([key, value]) =>
          key.startsWith(`${name}|`) ? [[key.slice(name.length + 1), value]] : [],
        ),
      ),
    ]),
  ) as Record<K, StoredWeights>;
}

function frequentFeatures(choices: readonly Choice[], least: number): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { options } of choices)
    for (const feature of new Set(options.flat())) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= least).map(([feature]) => feature));
}

function sum(weights: ReadonlyMap<string, number>, row: readonly string[]): number {
  let total = 0;
  for (const feature of row) total += weights.get(feature) ?? 0;
  return total;
}

function softmax(scores: readonly number[]): readonly number[] {
  const most = Math.max(...scores);
  const powers = scores.map((value) => Math.exp(value - most));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((value) => value / total);
}

/** Fisher and Yates with a small congruential generator and a fixed seed. */
function shuffled(items: readonly number[]): readonly number[] {
  const result = [...items];
  let state = 20240613;
  for (let i = result.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = state % (i + 1);
    [result[i], result[j]] = [result[j] as number, result[i] as number];
  }
  return result;
}

function rounded(weights: ReadonlyMap<string, number>): StoredWeights {
  return Object.fromEntries(
    [...weights]
      .map(([feature, value]): [string, number] => [feature, Math.round(value * 1000) / 1000])
      .filter(([, value]) => Math.abs(value) >= 0.005)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
