import fc from 'fast-check';

// Continuous integration tries the same random cases each time, so that a red run is the fault of the change at hand; everywhere else
// each run tries others, and prints the seed of what it finds.
if (process.env.CI) fc.configureGlobal({ seed: 20_261_124 });
