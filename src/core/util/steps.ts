/**
 * Work that yields now and then, so that the host can look at the clock, let others go first, or drop it. What it yields means
 * nothing. A step between two yields should stay under about two milliseconds.
 */
export type Steps<T> = Generator<void, T, void>;

/** Runs the steps to their end without a pause: for the command line and tests. */
export function runSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
  }
}

/** `items.map(change)` with a pause after every so many: the usual number is for changes of some microseconds each. */
export function* inSteps<T, U>(
  items: readonly T[],
  change: (item: T, index: number) => U,
  perStep = 256,
): Steps<readonly U[]> {
  const changed: U[] = [];
  for (const [index, item] of items.entries()) {
    changed.push(change(item, index));
    if (index % perStep === perStep - 1) yield;
  }
  return changed;
}
