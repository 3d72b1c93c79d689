import { createSource } from '../../core/compare/source';
import { sampleArticles } from '../calibrate/articles';
import { dice } from '../calibrate/random';
import { runMain } from '../runMain';
import { alterations } from './alterations';
import { trial } from './trial';

/**
 * `npm run calibrate-quotations [-- --trials N] [--seed N]`: falsifies passages of articles in small ways and compares them with
 * where they come from. Fails when one was called verbatim, or the same but for typography.
 */
function main(args: readonly string[]): Promise<void> {
  const given = (name: string, usual: number) =>
    args.includes(`--${name}`) ? Number(args[args.indexOf(`--${name}`) + 1]) : usual;
  const random = dice(given('seed', 1));
  const each = Math.ceil(given('trials', 10_000) / alterations.length);
  const { source: from, articles } = sampleArticles();
  const sources = Array.from({ length: 60 }, () => random.pick(articles)).map(({ text }) =>
    createSource(text),
  );
  console.log(`${each} of each kind, passages of: ${from}\n`);
  let wrong = 0;
  for (const alteration of alterations) {
    const tally = { tried: 0, false: 0, found: 0 };
    for (let attempts = 0; tally.tried < each && attempts < each * 500; attempts++) {
      const result = trial(random.pick(sources), alteration, random);
      if (!result) continue;
      tally.tried++;
      if (result.isFalse) {
        tally.false++;
        console.log(`  called ${result.kind}: ${result.quoted}\n  was said: ${result.said}`);
      }
      if (result.isFound) tally.found++;
    }
    wrong += tally.false;
    console.log(
      `${alteration.name}: ${tally.tried} tried, ${tally.false} called the same, passage found in ${((tally.found / tally.tried) * 100).toFixed(1)} of 100`,
    );
  }
  if (wrong > 0) process.exitCode = 1;
  return Promise.resolve();
}

runMain(main);
