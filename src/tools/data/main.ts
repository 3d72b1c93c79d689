// `npm run data` writes the generated data modules of the languages.
import { writeFile } from 'node:fs/promises';

import { format, resolveConfig } from 'prettier';

import { fromRoot } from '../paths';
import { runMain } from '../runMain';
import { countryTableModule } from './countryTable';

runMain(async () => {
  const path = fromRoot('src/core/language/fr/countryTable.ts');
  const options = await resolveConfig(path);
  await writeFile(path, await format(countryTableModule(), { ...options, filepath: path }));
  console.log('Wrote src/core/language/fr/countryTable.ts.');
});
