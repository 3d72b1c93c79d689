// `npm run build [-- --minify]` makes dist/ once; `npm run watch` keeps it up to date.
import { runMain } from '../runMain';
import { buildAll, watchAll } from './build';

runMain(async (args) => {
  const started = performance.now();
  if (args.includes('--watch')) {
    await watchAll(console.log);
  } else {
    await buildAll(args.includes('--minify'));
    console.log(`Built dist/ in ${Math.round(performance.now() - started)} ms.`);
  }
});
