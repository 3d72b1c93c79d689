import { Chain } from '../../core/analysis/ner/chain';
import { labelCount, transitionCount } from '../../core/analysis/ner/labels';
import type { Network } from '../../core/analysis/ner/network';
import { entryCount, slotCount } from '../../core/analysis/ner/networkInputs';
import { AdamTable } from './adam';
import { eachTransition } from './chainTrainer';
import type { Example } from './examples';
import { createRandom, shuffle } from './random';
import type { WordVectors } from './wordVectors';

export interface NetworkOptions {
  readonly epochs: number;
  readonly hidden: number;
  /** First step of Adam; it falls to nothing in a straight line. */
  readonly rate: number;
  /** Share of hidden units, of table entries and of word vectors that an example does without. */
  readonly dropHidden: number;
  readonly dropEntries: number;
  readonly dropWords: number;
  /** Runs of tokens between two steps. */
  readonly batch: number;
  readonly seed: number;
  readonly weightOf?: (article: number) => number;
  readonly report?: (message: string) => void;
}

/** A network with the transition scores it was trained with. */
export interface TrainedNetwork {
  readonly network: Network;
  readonly transitions: Float64Array;
}

/**
 * Trains a network alone, by the likelihood of the labels under a chain whose scores it gives; Adam steps, dropout. The word
 * vectors stay as they are. The same input gives the same bits.
 */
export function trainNetwork(
  examples: readonly Example[],
  vectors: WordVectors,
  options: NetworkOptions,
): TrainedNetwork {
  const state = new NetworkState(
    vectors,
    options,
    Math.ceil((examples.length * options.epochs) / options.batch),
  );
  const order = Int32Array.from(examples.keys());
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, state.random);
    let loss = 0;
    for (const index of order) loss += state.learn(examples[index] as Example);
    options.report?.(
      `network, pass ${epoch + 1} of ${options.epochs}: loss ${(loss / examples.length).toFixed(4)} a run`,
    );
  }
  return state.finish();
}

class NetworkState {
  readonly random: () => number;
  private readonly hidden: number;
  private readonly dimensions: number;
  private readonly projections: AdamTable;
  private readonly hiddenBias: AdamTable;
  private readonly output: AdamTable;
  private readonly outputBias: AdamTable;
  private readonly entries: AdamTable;
  private readonly transitions: AdamTable;
  private readonly expected = new Float64Array(transitionCount);
  private readonly chain = new Chain();
  /** Of the run at work: token × hidden unit, what the units give and what of it was kept. */
  private units = new Float32Array(0);
  private mask = new Float32Array(0);
  private readonly slopes: Float32Array;
  private rows = new Int32Array(0);
  private used: number[] = [];
  private usedStarts: number[] = [];
  private seen = 0;
  private steps = 0;

  constructor(
    private readonly vectors: WordVectors,
    private readonly options: NetworkOptions,
    private readonly totalSteps: number,
  ) {
    this.random = createRandom(options.seed);
    this.hidden = options.hidden;
    this.dimensions = vectors.dimensions;
    const around = (size: number) => () => (this.random() + this.random() + this.random() - 1.5) * size;
    const table = (rows: number, width: number, size: number) =>
      new AdamTable(rows, width, size === 0 ? () => 0 : around(size));
    this.projections = table(slotCount * this.hidden, this.dimensions, 0.1);
    this.hiddenBias = table(1, this.hidden, 0);
    this.output = table(labelCount, this.hidden, 0.12);
    this.outputBias = table(1, labelCount, 0);
    this.entries = table(entryCount, this.hidden, 0.06);
    this.transitions = table(1, transitionCount, 0);
    this.slopes = new Float32Array(this.hidden);
  }

  /** One run of tokens: returns its negative log-likelihood, a part of the network left out by chance. */
  learn(example: Example): number {
    const length = example.labels.length;
    this.dropInputs(example);
    this.chain.setTransitions(this.transitions.values);
    this.chain.reset(length);
    for (let i = 0; i < length; i++) this.forward(i);
    const gold = this.goldScore(example);
    this.chain.run();
    const weight = this.options.weightOf?.(example.article) ?? 1;
    for (let i = 0; i < length; i++) this.backward(i, example.labels[i] as number, weight);
    this.learnTransitions(example, weight);
    if (++this.seen % this.options.batch === 0) this.step();
    return this.chain.logTotal - gold;
  }

  private dropInputs({ rows, entries, entryStarts, labels }: Example): void {
    const { options, random, hidden } = this;
    this.rows = rows.map((row) => (random() < options.dropWords ? -1 : row));
    this.used = [];
    this.usedStarts = [0];
    for (let i = 0; i < labels.length; i++) {
      for (let e = entryStarts[i] as number; e < (entryStarts[i + 1] as number); e++)
        if (random() >= options.dropEntries) this.used.push(entries[e] as number);
      this.usedStarts.push(this.used.length);
    }
    const room = labels.length * hidden;
    if (room > this.units.length) {
      this.units = new Float32Array(room * 2);
      this.mask = new Float32Array(room * 2);
    }
    const keep = 1 / (1 - options.dropHidden);
    for (let k = 0; k < room; k++) this.mask[k] = random() < options.dropHidden ? 0 : keep;
  }

  private forward(i: number): void {
    const { hidden, dimensions, units, projections, entries } = this;
    const at = i * hidden;
    units.set(this.hiddenBias.values, at);
    for (let e = this.usedStarts[i] as number; e < (this.usedStarts[i + 1] as number); e++) {
      const from = (this.used[e] as number) * hidden;
      for (let k = 0; k < hidden; k++) units[at + k]! += entries.values[from + k] as number;
    }
    const { values } = this.vectors;
    for (let slot = 0; slot < slotCount; slot++) {
      const row = this.rows[i * slotCount + slot] as number;
      if (row < 0) continue;
      let p = slot * hidden * dimensions;
      const end = (row + 1) * dimensions;
      for (let k = 0; k < hidden; k++) {
        let sum = 0;
        for (let d = row * dimensions; d < end; d++)
          sum += (projections.values[p++] as number) * (values[d] as number);
        units[at + k]! += sum;
      }
    }
    for (let k = at; k < at + hidden; k++)
      units[k] = (units[k] as number) > 0 ? (units[k] as number) * (this.mask[k] as number) : 0;
    this.scoreLabels(i);
  }

  private scoreLabels(i: number): void {
    const { hidden, units, chain } = this;
    for (let label = 0; label < labelCount; label++) {
      let score = this.outputBias.values[label] as number;
      for (let k = 0; k < hidden; k++)
        score += (this.output.values[label * hidden + k] as number) * (units[i * hidden + k] as number);
      chain.scores[i * labelCount + label] = score;
    }
  }

  private goldScore({ labels }: Example): number {
    let score = 0;
    for (let i = 0; i < labels.length; i++)
      score += this.chain.scores[i * labelCount + (labels[i] as number)] as number;
    eachTransition(labels, (k) => (score += this.transitions.values[k] as number));
    return score;
  }

  private backward(i: number, gold: number, weight: number): void {
    const { hidden, slopes, units } = this;
    const at = i * hidden;
    slopes.fill(0);
    for (let label = 0; label < labelCount; label++) {
      const slope = weight * (this.chain.marginal(i, label) - (label === gold ? 1 : 0));
      if (Math.abs(slope) < 1e-7) continue;
      this.outputBias.add(0, label, slope);
      const from = label * hidden;
      this.output.touch(label);
      for (let k = 0; k < hidden; k++) {
        this.output.slopes[from + k]! += slope * (units[at + k] as number);
        slopes[k]! += slope * (this.output.values[from + k] as number);
      }
    }
    for (let k = 0; k < hidden; k++)
      slopes[k] = (units[at + k] as number) > 0 ? (slopes[k] as number) * (this.mask[at + k] as number) : 0;
    this.learnInputs(i);
  }

  private learnInputs(i: number): void {
    const { hidden, dimensions, slopes, entries, projections } = this;
    for (let k = 0; k < hidden; k++) this.hiddenBias.add(0, k, slopes[k] as number);
    for (let e = this.usedStarts[i] as number; e < (this.usedStarts[i + 1] as number); e++) {
      const entry = this.used[e] as number;
      entries.touch(entry);
      for (let k = 0; k < hidden; k++) entries.slopes[entry * hidden + k]! += slopes[k] as number;
    }
    const { values } = this.vectors;
    for (let slot = 0; slot < slotCount; slot++) {
      const row = this.rows[i * slotCount + slot] as number;
      if (row < 0) continue;
      for (let k = 0; k < hidden; k++) {
        const slope = slopes[k] as number;
        if (slope === 0) continue;
        projections.touch(slot * hidden + k);
        let p = (slot * hidden + k) * dimensions;
        for (let d = row * dimensions; d < (row + 1) * dimensions; d++)
          projections.slopes[p++]! += slope * (values[d] as number);
      }
    }
  }

  private learnTransitions({ labels }: Example, weight: number): void {
    this.expected.fill(0);
    this.chain.addTransitions(this.expected);
    eachTransition(labels, (k) => this.expected[k]!--);
    for (let k = 0; k < transitionCount; k++)
      this.transitions.add(0, k, weight * (this.expected[k] as number));
  }

  private step(): void {
    this.steps++;
    const rate = this.options.rate * (1 - this.steps / (this.totalSteps + 1));
    for (const table of [
      this.projections,
      this.hiddenBias,
      this.output,
      this.outputBias,
      this.entries,
      this.transitions,
    ])
      table.step(rate, this.steps);
  }

  finish(): TrainedNetwork {
    const { dimensions, hidden } = this;
    let highest = 0;
    for (const value of this.entries.values) highest = Math.max(highest, Math.abs(value));
    const entryUnit = Math.fround(highest / 127);
    const network: Network = {
      dimensions,
      hidden,
      vectors: this.vectors.bytes,
      // The vectors' unit is made part of the projections.
      projections: this.projections.values.map((value) => value * this.vectors.unit),
      entries: Int8Array.from(this.entries.values, (value) => Math.round(value / entryUnit)),
      entryUnit,
      hiddenBias: this.hiddenBias.values,
      output: this.output.values,
      outputBias: this.outputBias.values,
    };
    return { network, transitions: Float64Array.from(this.transitions.values) };
  }
}
