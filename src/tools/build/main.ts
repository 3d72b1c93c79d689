// `npm run build [-- --minify]` makes dist/ once; `npm run watch` keeps it up to date.
import { runMain } from '../runMain';
import { buildAll, watchAll } from './build';
import { forDevelopment } from './bundles';

runMain(async (args) => {
  const started = performance.now();
  if (args.includes('--watch')) {
    await watchAll(console.log);
  } else {
    await buildAll({ ...forDevelopment, minify: args.includes('--minify') });
    console.log(`Built dist/ in ${Math.round(performance.now() - started)} ms.`);
  }
});
