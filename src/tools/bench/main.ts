// `npm run bench [-- NAME…]` runs the benchmarks of this folder: all, or the named ones. A benchmark NAME is a file
// NAME.ts here that exports `bench`, a function that prints its figures; what several share goes into a folder.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { fromRoot } from '../paths';
import { runMain } from '../runMain';

runMain(async (args) => {
  const present = (await readdir(fromRoot('src/tools/bench')))
    .filter((file) => file.endsWith('.ts') && file !== 'main.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
  const unknown = args.find((name) => !present.includes(name));
  if (unknown !== undefined)
    throw new Error(`There is no benchmark ${unknown}: choose from ${present.join(', ')}.`);
  for (const name of args.length > 0 ? args : present) {
    const { bench } = (await import(join(__dirname, `${name}.ts`))) as {
      readonly bench?: () => Promise<void>;
    };
    if (bench === undefined) throw new Error(`src/tools/bench/${name}.ts exports no function named bench.`);
    console.log(`\n# ${name}`);
    await bench();
  }
});
