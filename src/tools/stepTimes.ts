import type { Steps } from '../core/util/steps';

/** Processor time in milliseconds of each step, run to the end without a pause. */
export function stepTimes(steps: Steps<unknown>): readonly number[] {
  const took: number[] = [];
  for (let done = false; !done;) {
    const before = process.cpuUsage();
    done = steps.next().done === true;
    const { user, system } = process.cpuUsage(before);
    took.push((user + system) / 1000);
  }
  return took;
}
