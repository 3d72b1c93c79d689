import { Chain } from '../../core/analysis/ner/chain';
import {
  closedCount,
  insideTransition,
  labelCount,
  outside,
  startTransition,
  transitionCount,
} from '../../core/analysis/ner/labels';
import { SortedKeys } from '../../core/analysis/ner/sortedKeys';
import type { Weights } from '../../core/analysis/ner/weights';
import type { Example } from './examples';
import { createRandom, shuffle } from './random';

export interface TrainingOptions {
  readonly epochs: number;
  /** Step of AdaGrad. */
  readonly rate: number;
  /** Strength of the two penalties over one pass of the data. */
  readonly l1: number;
  readonly l2: number;
  /** Rarer features are left out. */
  readonly leastCount: number;
  /** Features seen as often as this get a weight for every label, the others for the labels they were seen with. */
  readonly denseFrom: number;
  /** Smaller weights are left out at the end: they cost time and space and change nothing that was measured. */
  readonly leastWeight: number;
  readonly seed: number;
  /** Weight of an example by its article's index. */
  readonly weightOf?: (article: number) => number;
  readonly report?: (message: string) => void;
}

/**
 * Maximum likelihood training of a linear-chain conditional random field by regularised dual averaging with AdaGrad steps
 * (Duchi, Hazan, Singer 2011; Xiao 2010): every weight is a function of the sum of its gradients, of the sum of their squares
 * and of the number of steps, so both penalties act exactly on features that rarely occur. The same input gives the same bits.
 */
export function trainChain(examples: readonly Example[], options: TrainingOptions): Weights {
  const space = buildSpace(examples, options);
  const state = new TrainingState(space, options, examples.length);
  const order = Int32Array.from(examples.keys());
  const random = createRandom(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    for (const index of order)
      loss += state.step(
        space.examples[index] as IndexedExample,
        options.weightOf?.((examples[index] as Example).article) ?? 1,
      );
    options.report?.(
      `pass ${epoch + 1} of ${options.epochs}: loss ${(loss / examples.length).toFixed(4)} a run`,
    );
  }
  return state.finish();
}

interface IndexedExample {
  readonly labels: Uint8Array;
  readonly starts: Int32Array;
  /** Indices of features in the space. */
  readonly features: Int32Array;
}

interface Space {
  readonly hashes: Uint32Array;
  readonly starts: Uint32Array;
  readonly labels: Uint8Array;
  readonly examples: readonly IndexedExample[];
}

/**
 * Numbers the features that are frequent enough, the most frequent first so that their weights lie together in memory, and lists
 * the labels of each.
 */
function buildSpace(examples: readonly Example[], options: TrainingOptions): Space {
  const all = sortedHashes(examples);
  const counts = new Uint32Array(all.keys.length);
  for (const { features } of examples) for (const hash of features) counts[all.find(hash)]!++;
  const order = Uint32Array.from(all.keys.keys()).sort(
    (a, b) => (counts[b] as number) - (counts[a] as number) || a - b,
  );
  const kept = order.subarray(
    0,
    order.findLastIndex((index) => (counts[index] as number) >= options.leastCount) + 1,
  );
  const numberOf = new Int32Array(all.keys.length).fill(-1);
  for (const [number, index] of kept.entries()) numberOf[index] = number;
  const indexed = examples.map((example) => indexExample(example, all, numberOf));
  const seen = new Uint32Array(kept.length);
  for (const { labels, starts, features } of indexed)
    for (let i = 0; i < labels.length; i++)
      for (let k = starts[i] as number; k < (starts[i + 1] as number); k++)
        seen[features[k] as number]! |= 1 << (labels[i] as number);
  const rowStarts = new Uint32Array(kept.length + 1);
  const labels: number[] = [];
  for (const [number, index] of kept.entries()) {
    const dense = (counts[index] as number) >= options.denseFrom;
    const mask = dense ? (1 << labelCount) - 1 : (seen[number] as number) | 1;
    for (let label = 0; label < labelCount; label++) if ((mask >>> label) & 1) labels.push(label);
    rowStarts[number + 1] = labels.length;
  }
  const hashes = Uint32Array.from(kept, (index) => all.keys[index] as number);
  return { hashes, starts: rowStarts, labels: Uint8Array.from(labels), examples: indexed };
}

function sortedHashes(examples: readonly Example[]): SortedKeys {
  let total = 0;
  for (const { features } of examples) total += features.length;
  const every = new Uint32Array(total);
  let at = 0;
  for (const { features } of examples) {
    every.set(features, at);
    at += features.length;
  }
  every.sort();
  let count = 0;
  for (let i = 0; i < total; i++)
    if (i === 0 || every[i] !== every[i - 1]) every[count++] = every[i] as number;
  return new SortedKeys(every.slice(0, count));
}

function indexExample(example: Example, keys: SortedKeys, numberOf: Int32Array): IndexedExample {
  const starts = new Int32Array(example.starts.length);
  const features = new Int32Array(example.features.length);
  let at = 0;
  for (let i = 0; i + 1 < starts.length; i++) {
    for (let k = example.starts[i] as number; k < (example.starts[i + 1] as number); k++) {
      const number = numberOf[keys.find(example.features[k] as number)] as number;
      if (number >= 0) features[at++] = number;
    }
    starts[i + 1] = at;
  }
  return { labels: example.labels, starts, features: features.slice(0, at) };
}

class TrainingState {
  private readonly weights: Float32Array;
  /** For each weight the sum of its gradients and the sum of their squares, side by side. */
  private readonly sums: Float32Array;
  private readonly transitions = new Float64Array(transitionCount);
  private readonly transitionSums = new Float64Array(transitionCount);
  private readonly transitionSquares = new Float64Array(transitionCount);
  private readonly expected = new Float64Array(transitionCount);
  private readonly chain = new Chain();
  private readonly l1: number;
  private readonly l2: number;
  private time = 0;

  constructor(
    private readonly space: Space,
    private readonly options: TrainingOptions,
    count: number,
  ) {
    this.weights = new Float32Array(space.labels.length);
    this.sums = new Float32Array(space.labels.length * 2);
    this.l1 = options.l1 / count;
    this.l2 = options.l2 / count;
  }

  /** One example: returns its negative log-likelihood before the step. */
  step(example: IndexedExample, weight: number): number {
    const { chain } = this;
    const length = example.labels.length;
    this.refreshTransitions();
    chain.setTransitions(this.transitions);
    chain.reset(length);
    for (let i = 0; i < length; i++) this.score(example, i);
    const gold = this.goldScore(example);
    chain.run();
    this.time += weight;
    for (let i = 0; i < length; i++) this.learn(example, i, weight);
    this.learnTransitions(example, weight);
    return chain.logTotal - gold;
  }

  finish(): Weights {
    const { space } = this;
    this.refreshTransitions();
    for (let k = 0; k < this.weights.length; k++) this.weights[k] = this.weightAt(k);
    return quantize(space, this.weights, this.transitions, this.options.leastWeight);
  }

  private score(example: IndexedExample, i: number): void {
    const { starts, labels } = this.space;
    const { scores } = this.chain;
    const at = i * labelCount;
    for (let f = example.starts[i] as number; f < (example.starts[i + 1] as number); f++) {
      const feature = example.features[f] as number;
      const end = starts[feature + 1] as number;
      for (let k = starts[feature] as number; k < end; k++) {
        const value = this.weightAt(k);
        scores[at + (labels[k] as number)]! += value;
      }
    }
  }

  private weightAt(k: number): number {
    const sum = this.sums[2 * k] as number;
    const over = Math.abs(sum) - this.l1 * this.time;
    if (over <= 0) return 0;
    const size =
      over / ((1 + Math.sqrt(this.sums[2 * k + 1] as number)) / this.options.rate + this.l2 * this.time);
    return sum > 0 ? -size : size;
  }

  private learn(example: IndexedExample, i: number, weight: number): void {
    const { starts, labels } = this.space;
    const gold = example.labels[i] as number;
    const slopes = this.slopesAt(i, gold, weight);
    for (let f = example.starts[i] as number; f < (example.starts[i + 1] as number); f++) {
      const feature = example.features[f] as number;
      const end = starts[feature + 1] as number;
      for (let k = starts[feature] as number; k < end; k++) {
        const slope = slopes[labels[k] as number] as number;
        this.sums[2 * k]! += slope;
        this.sums[2 * k + 1]! += slope * slope;
      }
    }
  }

  private readonly slopes = new Float64Array(labelCount);

  private slopesAt(i: number, gold: number, weight: number): Float64Array {
    for (let label = 0; label < labelCount; label++)
      this.slopes[label] = weight * (this.chain.marginal(i, label) - (label === gold ? 1 : 0));
    return this.slopes;
  }

  private refreshTransitions(): void {
    for (let k = 0; k < transitionCount; k++)
      this.transitions[k] =
        -(this.transitionSums[k] as number) /
        ((1 + Math.sqrt(this.transitionSquares[k] as number)) / this.options.rate + this.l2 * this.time);
  }

  private learnTransitions(example: IndexedExample, weight: number): void {
    this.expected.fill(0);
    this.chain.addTransitions(this.expected);
    eachTransition(example.labels, (k) => this.expected[k]!--);
    for (let k = 0; k < transitionCount; k++) {
      const slope = (this.expected[k] as number) * weight;
      this.transitionSums[k]! += slope;
      this.transitionSquares[k]! += slope * slope;
    }
  }

  private goldScore(example: IndexedExample): number {
    let score = 0;
    for (let i = 0; i < example.labels.length; i++)
      score += this.chain.scores[i * labelCount + (example.labels[i] as number)] as number;
    eachTransition(example.labels, (k) => (score += this.transitions[k] as number));
    return score;
  }
}

/** The transitions of a labelling, the steps from and to the outside at its two ends included. */
export function eachTransition(labels: Uint8Array, visit: (transition: number) => void): void {
  let before = outside;
  for (let i = 0; i <= labels.length; i++) {
    const label = i < labels.length ? (labels[i] as number) : outside;
    visit(transitionBetween(before, label));
    before = label;
  }
}

function transitionBetween(before: number, label: number): number {
  const place = label === outside ? 0 : (label - 1) & 3;
  const type = (label - 1) >> 2;
  const inside = label !== outside && (place === 1 || place === 2);
  if (inside) return insideTransition(type, (((before - 1) & 3) === 0 ? 0 : 2) + (place === 2 ? 1 : 0));
  const closed = before === outside ? 0 : 1 + ((before - 1) >> 2);
  const start = label === outside ? 0 : 1 + 2 * type + (place === 3 ? 1 : 0);
  return startTransition(Math.min(closed, closedCount - 1), start);
}

/** Rounds the weights to 255 steps and leaves out what became nothing. */
function quantize(
  { hashes, starts, labels }: Space,
  weights: Float32Array,
  transitions: Float64Array,
  leastWeight: number,
): Weights {
  let highest = 0;
  for (const weight of weights) highest = Math.max(highest, Math.abs(weight));
  const unit = Math.fround(Math.min(highest, 6) / 127);
  const kept = { hashes: [] as number[], starts: [0], labels: [] as number[], values: [] as number[] };
  const byHash = Uint32Array.from(hashes.keys()).sort(
    (a, b) => (hashes[a] as number) - (hashes[b] as number),
  );
  for (const index of byHash) {
    for (let k = starts[index] as number; k < (starts[index + 1] as number); k++) {
      const value = Math.max(-127, Math.min(127, Math.round((weights[k] as number) / unit)));
      if (value === 0 || Math.abs(value) * unit < leastWeight) continue;
      kept.labels.push(labels[k] as number);
      kept.values.push(value);
    }
    if (kept.labels.length === kept.starts.at(-1)) continue;
    kept.hashes.push(hashes[index] as number);
    kept.starts.push(kept.labels.length);
  }
  return {
    features: new SortedKeys(Uint32Array.from(kept.hashes)),
    starts: Uint32Array.from(kept.starts),
    labels: Uint8Array.from(kept.labels),
    values: Int8Array.from(kept.values),
    unit,
    transitions: Float32Array.from(transitions),
  };
}
