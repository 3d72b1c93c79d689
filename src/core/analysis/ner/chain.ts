import {
  closedCount,
  insideTransition,
  labelCount,
  startCount,
  startTransition,
  transitionCount,
  typeCount,
} from './labels';

/**
 * Forward-backward on a linear chain whose two ends touch `outside`. Works on probabilities scaled at each token rather than on
 * logarithms: one exponential a label. All arrays are reused from run to run.
 */
export class Chain {
  /** exp of the transition scores. */
  private readonly steps = new Float64Array(transitionCount);
  /** Emission scores in, their scaled exponentials after `run`: token × label. */
  scores = new Float64Array(64 * labelCount);
  private alpha = new Float64Array(64 * labelCount);
  private beta = new Float64Array(64 * labelCount);
  private scale = new Float64Array(64);
  private readonly closed = new Float64Array(closedCount);
  private readonly start = new Float64Array(startCount);
  private length = 0;
  private after = 1;
  /** Logarithm of the sum over all labellings, of the last run. */
  logTotal = 0;

  setTransitions(weights: ArrayLike<number>): void {
    for (let i = 0; i < transitionCount; i++) this.steps[i] = Math.exp(weights[i] as number);
  }

  /** Makes room for `length` tokens and clears their scores. */
  reset(length: number): void {
    if (length * labelCount > this.scores.length) this.grow(length * 2);
    this.length = length;
    this.scores.fill(0, 0, length * labelCount);
  }

  run(): void {
    this.exponentiate();
    this.forward();
    this.backward();
  }

  /** Probability of `label` at token `i`. */
  marginal(i: number, label: number): number {
    const at = i * labelCount + label;
    return (this.alpha[at] as number) * (this.beta[at] as number);
  }

  /** Calls `found` for each name (type, first token, last token, probability) at least as probable as `threshold`. */
  eachName(
    threshold: number,
    found: (type: number, from: number, to: number, probability: number) => void,
  ): void {
    for (let i = 0; i < this.length; i++) {
      for (let type = 0; type < typeCount; type++) {
        const label = 1 + 4 * type;
        const alone = this.marginal(i, label + 3);
        if (alone >= threshold) found(type, i, i, alone);
        if (this.marginal(i, label) >= threshold) this.eachFrom(type, i, threshold, found);
      }
    }
  }

  private eachFrom(
    type: number,
    from: number,
    threshold: number,
    found: (type: number, from: number, to: number, probability: number) => void,
  ): void {
    const { steps, scores, scale, beta } = this;
    const base = 1 + 4 * type;
    const t = insideTransition(type, 0);
    let path = this.alpha[from * labelCount + base] as number;
    for (let i = from + 1; i < this.length; i++) {
      const at = i * labelCount + base;
      const step = i === from + 1 ? t : t + 2;
      const ended = path * (steps[step + 1] as number) * (scores[at + 2] as number) * (scale[i] as number);
      const probability = ended * (beta[at + 2] as number);
      if (probability >= threshold) found(type, from, i, probability);
      path *= (steps[step] as number) * (scores[at + 1] as number) * (scale[i] as number);
      if (path * (beta[at + 1] as number) < threshold) return;
    }
  }

  /** Adds to `into` the expected number of each transition. */
  addTransitions(into: Float64Array): void {
    for (let i = 0; i < this.length; i++) this.addStarts(i, into);
    for (let i = 1; i < this.length; i++) this.addInside(i, into);
    const last = (this.length - 1) * labelCount;
    const end = this.scaledEnd();
    for (let c = 0; c < closedCount; c++)
      into[startTransition(c, 0)]! +=
        this.closedAt(last, c) * (this.steps[startTransition(c, 0)] as number) * end;
  }

  private addStarts(i: number, into: Float64Array): void {
    const at = i * labelCount;
    for (let s = 0; s < startCount; s++) {
      const label = startLabel(s);
      const factor =
        (this.scores[at + label] as number) * (this.scale[i] as number) * (this.beta[at + label] as number);
      if (factor === 0) continue;
      for (let c = 0; c < closedCount; c++) {
        const before = i === 0 ? (c === 0 ? 1 : 0) : this.closedAt(at - labelCount, c);
        into[startTransition(c, s)]! += before * (this.steps[startTransition(c, s)] as number) * factor;
      }
    }
  }

  private addInside(i: number, into: Float64Array): void {
    const at = i * labelCount;
    const scale = this.scale[i] as number;
    for (let type = 0; type < typeCount; type++) {
      const base = 1 + 4 * type;
      for (let step = 0; step < 4; step++) {
        const from = at - labelCount + base + (step >> 1);
        const to = at + base + 1 + (step & 1);
        into[insideTransition(type, step)]! +=
          (this.alpha[from] as number) *
          (this.steps[insideTransition(type, step)] as number) *
          (this.scores[to] as number) *
          scale *
          (this.beta[to] as number);
      }
    }
  }

  private closedAt(at: number, closed: number): number {
    if (closed === 0) return this.alpha[at] as number;
    const base = at + 1 + 4 * (closed - 1);
    return (this.alpha[base + 2] as number) + (this.alpha[base + 3] as number);
  }

  private scaledEnd(): number {
    return 1 / this.after;
  }

  private exponentiate(): void {
    this.logTotal = 0;
    for (let i = 0; i < this.length; i++) {
      const at = i * labelCount;
      let highest = this.scores[at] as number;
      for (let k = 1; k < labelCount; k++)
        if ((this.scores[at + k] as number) > highest) highest = this.scores[at + k] as number;
      for (let k = 0; k < labelCount; k++)
        this.scores[at + k] = Math.exp((this.scores[at + k] as number) - highest);
      this.logTotal += highest;
    }
  }

  private forward(): void {
    for (let i = 0; i < this.length; i++) {
      this.sumStarts(i);
      const sum = this.forwardAt(i);
      const scale = 1 / sum;
      this.scale[i] = scale;
      this.logTotal += Math.log(sum);
      for (let k = i * labelCount; k < (i + 1) * labelCount; k++) this.alpha[k]! *= scale;
    }
    this.after = 0;
    for (let c = 0; c < closedCount; c++)
      this.after +=
        this.closedAt((this.length - 1) * labelCount, c) * (this.steps[startTransition(c, 0)] as number);
    this.logTotal += Math.log(this.after);
  }

  private sumStarts(i: number): void {
    if (i === 0) {
      for (let s = 0; s < startCount; s++) this.start[s] = this.steps[s] as number;
      return;
    }
    for (let c = 0; c < closedCount; c++) this.closed[c] = this.closedAt((i - 1) * labelCount, c);
    this.start.fill(0);
    for (let c = 0; c < closedCount; c++) {
      const value = this.closed[c] as number;
      if (value === 0) continue;
      const row = c * startCount;
      for (let s = 0; s < startCount; s++) this.start[s]! += value * (this.steps[row + s] as number);
    }
  }

  private forwardAt(i: number): number {
    const { alpha, scores, steps, start } = this;
    const at = i * labelCount;
    const before = at - labelCount;
    alpha[at] = (start[0] as number) * (scores[at] as number);
    let sum = alpha[at];
    for (let type = 0; type < typeCount; type++) {
      const k = at + 1 + 4 * type;
      const first = i === 0 ? 0 : (alpha[before + 1 + 4 * type] as number);
      const inner = i === 0 ? 0 : (alpha[before + 2 + 4 * type] as number);
      const t = closedCount * startCount + 4 * type;
      alpha[k] = (start[1 + 2 * type] as number) * (scores[k] as number);
      alpha[k + 1] =
        (first * (steps[t] as number) + inner * (steps[t + 2] as number)) * (scores[k + 1] as number);
      alpha[k + 2] =
        (first * (steps[t + 1] as number) + inner * (steps[t + 3] as number)) * (scores[k + 2] as number);
      alpha[k + 3] = (start[2 + 2 * type] as number) * (scores[k + 3] as number);
      sum +=
        (alpha[k] as number) + (alpha[k + 1] as number) + (alpha[k + 2] as number) + (alpha[k + 3] as number);
    }
    return sum;
  }

  private backward(): void {
    const last = this.length - 1;
    const { beta, steps } = this;
    const end = 1 / this.after;
    for (let k = 0; k < labelCount; k++) beta[last * labelCount + k] = 0;
    for (let c = 0; c < closedCount; c++)
      this.setClosed(last * labelCount, c, (steps[startTransition(c, 0)] as number) * end);
    for (let i = last - 1; i >= 0; i--) this.backwardAt(i);
  }

  private setClosed(at: number, closed: number, value: number): void {
    if (closed === 0) this.beta[at] = value;
    else {
      const base = at + 1 + 4 * (closed - 1);
      this.beta[base + 2] = value;
      this.beta[base + 3] = value;
    }
  }

  private backwardAt(i: number): void {
    const { beta, scores, steps, start } = this;
    const at = i * labelCount;
    const next = at + labelCount;
    const scale = this.scale[i + 1] as number;
    for (let s = 0; s < startCount; s++) {
      const label = next + startLabel(s);
      start[s] = (scores[label] as number) * (beta[label] as number) * scale;
    }
    for (let c = 0; c < closedCount; c++) {
      let sum = 0;
      const row = c * startCount;
      for (let s = 0; s < startCount; s++) sum += (steps[row + s] as number) * (start[s] as number);
      this.setClosed(at, c, sum);
    }
    for (let type = 0; type < typeCount; type++) {
      const k = 1 + 4 * type;
      const t = closedCount * startCount + 4 * type;
      const inner = (scores[next + k + 1] as number) * (beta[next + k + 1] as number) * scale;
      const lastOne = (scores[next + k + 2] as number) * (beta[next + k + 2] as number) * scale;
      beta[at + k] = (steps[t] as number) * inner + (steps[t + 1] as number) * lastOne;
      beta[at + k + 1] = (steps[t + 2] as number) * inner + (steps[t + 3] as number) * lastOne;
    }
  }

  private grow(length: number): void {
    this.scores = new Float64Array(length * labelCount);
    this.alpha = new Float64Array(length * labelCount);
    this.beta = new Float64Array(length * labelCount);
    this.scale = new Float64Array(length);
  }
}

function startLabel(start: number): number {
  return start === 0 ? 0 : 1 + 4 * ((start - 1) >> 1) + (start & 1 ? 0 : 3);
}
