import { cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { fromRoot } from '../paths';

/**
 * A folder with copies of the sample articles to try the extension on. What a person decided there stays from one start to
 * the next, and the articles that the tests use stay as they are. Gives the folder and the article to open first.
 */
export async function prepareSamples(): Promise<{ readonly folder: string; readonly article: string }> {
  const folder = fromRoot('samples');
  await mkdir(folder, { recursive: true });
  await cp(fromRoot('test/articles'), folder, { recursive: true, force: false });
  const articles = (await readdir(folder)).filter((name) => name.endsWith('.article')).sort();
  const article = articles[0];
  if (article === undefined) throw new Error('There is no sample article in test/articles.');
  return { folder, article: join(folder, article) };
}
