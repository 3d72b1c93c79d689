import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { fromRoot } from '../../paths';

/** Writes the texts to open into a folder: sample articles over and over, up to sizes from everyday to absurd. */
export async function writeTexts(folder: string): Promise<readonly string[]> {
  const names = (await readdir(fromRoot('test/articles'))).filter((name) => name.endsWith('.article'));
  const articles = await Promise.all(names.map((name) => readFile(fromRoot('test/articles', name), 'utf8')));
  const whole = articles.join('\n');
  const upTo = (length: number): string => whole.repeat(Math.ceil(length / whole.length)).slice(0, length);
  const texts: Readonly<Record<string, string>> = {
    'empty.article': '',
    '10 kB.article': upTo(10_000),
    '1 MB.article': upTo(1_000_000),
    '10 MB.article': upTo(10_000_000),
    'one line of 5 MB.article': upTo(5_000_000).replaceAll('\n', ' '),
  };
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
  return Object.keys(texts).map((name) => join(folder, name));
}
