import 'mocha/mocha.js';

import { lineMark, resultMark } from './marks';

declare const testOptions: { readonly grep?: string };
declare const mocha: BrowserMocha & { setup(options: object): void };
declare const Mocha: { readonly prototype: { run(this: object, done: (failures: number) => void): void } };

/**
 * Runs mocha tests inside an extension host. The browser build of mocha serves the Node hosts as well, so
 * that all hosts run the same code. Each of `load` defines tests when it is called; the last line of the log
 * holds the counts. Rejects when a test failed.
 */
export async function runSuites(load: readonly (() => Promise<unknown>)[]): Promise<void> {
  mocha.setup({ ui: 'bdd', reporter: LineReporter, timeout: 20_000, retries: 1, ...testOptions });
  for (const define of load) await define();
  const failures = await new Promise<number>((resolve) => Mocha.prototype.run.call(mocha, resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}

class LineReporter {
  constructor(runner: Mocha.Runner) {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    const say = (lines: string): void => lines.split('\n').forEach((line) => console.log(lineMark + line));
    runner.on('retry', (test, error: Error) => say(`  ↻ ${test.fullTitle()} (${error.message})`));
    runner.on('pass', (test) => {
      counts.passed += 1;
      say(`  ✔ ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on('pending', (test) => {
      counts.skipped += 1;
      say(`  - ${test.fullTitle()}`);
    });
    runner.on('fail', (test, error: Error) => {
      counts.failed += 1;
      say(`  ✖ ${test.fullTitle()}\n${indent(error.stack ?? String(error))}`);
    });
    runner.on('end', () => say(resultMark + JSON.stringify(counts)));
  }
}

function indent(text: string): string {
  return text.replace(/^/gm, '      ');
}
