'use strict';
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

/** mocha's `dot` reporter, which also leaves the counts in the file that VERBATIM_COUNTS names. */
module.exports = class CountingReporter extends reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = runner.stats;
      writeFileSync(
        process.env.VERBATIM_COUNTS,
        JSON.stringify({ passed: passes, failed: failures, skipped: pending }),
      );
    });
  }
};
