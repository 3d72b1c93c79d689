import { writeFileSync } from 'node:fs';

import Mocha from 'mocha';

/** mocha's `dot` reporter, which also leaves the counts in the file that VERBATIM_COUNTS names. */
export default class CountingReporter extends Mocha.reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    runner.on('retry', (test, error) =>
      console.log(`\n    Again: ${test.fullTitle()} (${error?.message?.split('\n')[0] ?? ''})`),
    );
    runner.once('end', () => {
      const { passes, failures, pending } = runner.stats;
      const counts = { passed: passes, failed: failures, skipped: pending };
      writeFileSync(process.env.VERBATIM_COUNTS, JSON.stringify(counts));
    });
  }
}
