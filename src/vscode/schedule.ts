import type { CancellationToken } from 'vscode';

import type { Steps } from '../core/util/steps';

/** Longest time in milliseconds that analysis holds the extension host in one go. */
const slice = 8;

/** `runInSlices` for what nobody cancels. */
export async function runWhole<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const last = runSlice(steps);
    if (last.done) return last.value;
    await pause();
  }
}

/**
 * Runs the steps in slices, letting everything else of the extension host go first in between. Works in Node and in a web worker.
 * `undefined` when it was cancelled before the end.
 */
export async function runInSlices<T>(steps: Steps<T>, token: CancellationToken): Promise<T | undefined> {
  while (!token.isCancellationRequested) {
    const begun = performance.now();
    const last = runSlice(steps);
    // What the caller does with the result counts as work too: it begins with a slice of its own.
    if (!last.done || performance.now() - begun > slice / 2) await pause();
    if (last.done) return last.value;
  }
  return undefined;
}

/** Steps until they end or the slice is over. */
function runSlice<T>(steps: Steps<T>): IteratorResult<void, T> {
  const until = performance.now() + slice;
  for (;;) {
    const next = steps.next();
    if (next.done || performance.now() >= until) return next;
  }
}

/** A macrotask, so that messages of the editor and timers of other extensions come in between. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
