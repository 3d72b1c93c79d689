import assert from 'node:assert/strict';

import { nameArticle } from '../../../src/core/sidecar/nameArticle';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';

const cases: readonly (readonly [name: string, source: string, expected: string | undefined])[] = [
  ['a plain name', 'version: 1\narticle: a.txt # x\n', 'version: 1\narticle: "b c.txt" # x\n'],
  ['a quoted name', "article: 'a.txt'\nversion: 1\n", 'article: "b c.txt"\nversion: 1\n'],
  ['another article’s name stays', 'version: 1\narticle: z.txt\n', undefined],
  ['no name at all', 'version: 1\n', undefined],
  ['a newer version is not written', 'version: 2\narticle: a.txt\n', undefined],
];

describe('a renamed article', () => {
  for (const [name, source, expected] of cases)
    it(name, () => assert.equal(nameArticle(parseSidecar(source), 'a.txt', 'b c.txt'), expected));
});
