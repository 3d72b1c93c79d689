import type { Span } from '../../util/span';
import { Flag, type TokenAttributes } from './attributes';
import { hashForm } from './hash';
import type { SortedKeys } from './sortedKeys';

/**
 * Which tokens can belong to a name at all; the others are outside for certain and cost nothing further. Chosen on the training
 * articles: capitals, small words seen inside names, numbers and unknown small words beside such, and function words between.
 */
export interface WordHistory {
  /** Small words, by the hash of their lower case, seen inside names. */
  readonly inside: SortedKeys;
  /** Small words seen often and never inside a name. */
  readonly outside: SortedKeys;
}

const enum Activity {
  Never = 0,
  Between = 1,
  Beside = 2,
  Always = 3,
}

/** Longest run in tokens: keeps the chain's arrays small; a longer one (a table in capitals) is cut. */
const longestRun = 300;

/** Signs that end some names: Canal+, Yahoo!, En marche ! */
const trailing = new Set(['+', '!'].map(hashForm));

export class ActiveTokens {
  private activity = new Uint8Array(0);

  constructor(private readonly history: WordHistory) {}

  /** Runs of tokens to label, in order; none crosses a sentence's end. */
  runs(tokens: TokenAttributes, sentences: readonly Span[]): readonly Span[] {
    if (this.activity.length < tokens.count) this.activity = new Uint8Array(tokens.count * 2);
    const runs: Span[] = [];
    for (const { start, end } of sentences) {
      for (let i = start; i < end; i++) this.activity[i] = this.alone(tokens, i);
      this.settleNeighbours(start, end);
      this.settleBetween(start, end);
      this.collect(start, end, runs);
    }
    return runs;
  }

  private alone(tokens: TokenAttributes, i: number): Activity {
    const flags = tokens.flags[i] as number;
    if (flags & Flag.Capital) return Activity.Always;
    if (flags & Flag.Digit) return Activity.Beside;
    if (flags & Flag.Function) return Activity.Between;
    if ((flags & Flag.Word) === 0)
      return trailing.has(tokens.form[i] as number) ? Activity.Beside : Activity.Never;
    const lower = tokens.lower[i] as number;
    if (this.history.inside.find(lower) >= 0) return Activity.Always;
    return this.history.outside.find(lower) >= 0 ? Activity.Never : Activity.Beside;
  }

  /** An unknown small word counts when a word that always does stands within two tokens, function words aside. */
  private settleNeighbours(start: number, end: number): void {
    const { activity } = this;
    for (let i = start; i < end; i++) {
      if (activity[i] !== Activity.Beside) continue;
      activity[i] = this.near(i, -1, start - 1) || this.near(i, 1, end) ? Activity.Beside : Activity.Never;
    }
    for (let i = start; i < end; i++) if (activity[i] === Activity.Beside) activity[i] = Activity.Always;
  }

  private near(from: number, step: number, limit: number): boolean {
    let i = from + step;
    for (let skipped = 0; i !== limit && skipped < 3; i += step, skipped++) {
      if (this.activity[i] === Activity.Always) return true;
      if (this.activity[i] !== Activity.Between) return false;
    }
    return false;
  }

  private settleBetween(start: number, end: number): void {
    const { activity } = this;
    let i = start;
    while (i < end) {
      if (activity[i] !== Activity.Between) {
        i++;
        continue;
      }
      let last = i;
      while (last < end && activity[last] === Activity.Between) last++;
      const joined =
        i > start &&
        last < end &&
        last - i <= 4 &&
        activity[i - 1] === Activity.Always &&
        activity[last] === Activity.Always;
      activity.fill(joined ? Activity.Always : Activity.Never, i, last);
      i = last;
    }
  }

  private collect(start: number, end: number, runs: Span[]): void {
    let from = -1;
    for (let i = start; i <= end; i++) {
      const active = i < end && this.activity[i] === Activity.Always;
      if (active && from < 0) from = i;
      if (from >= 0 && (!active || i - from >= longestRun)) {
        runs.push({ start: from, end: i });
        from = active ? i : -1;
      }
    }
  }
}
