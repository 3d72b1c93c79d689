import assert from 'node:assert/strict';
import { createAnalyzer } from '../../../src/core/analysis/analyzer';
import { createFrenchStages } from '../../../src/core/analysis/french';
import type { ArticleFormat } from '../../../src/core/text/block';
import { runSteps } from '../../../src/core/util/steps';

const body =
  'Le conseil s’est réuni. Il avait voté le 3 mai 1998 une première fois, rappelle la mairie dans un long texte.';

const cases: readonly (readonly [
  name: string,
  text: string,
  options: { fileName?: string; date?: string; format?: ArticleFormat },
  expected: string,
])[] = [
  ['dateline', `Titre court\nLORIENT, le 12 avril 2023. – ${body}`, {}, '2023-04-12 dateline'],
  [
    'front matter',
    `---\ntitle: x\ndate: 2022-02-03\n---\n# Titre\n\n${body}`,
    { format: 'markdown' },
    '2022-02-03 frontMatter',
  ],
  [
    'given beats the rest',
    `LORIENT, le 12 avril 2023. – ${body}`,
    { date: '2020-01-01' },
    '2020-01-01 given',
  ],
  ['file name', `${body}`, { fileName: '2017_10_01-001.txt' }, '2017-10-01 fileName'],
  ['none', body, { fileName: 'article.txt' }, 'none'],
  ['empty', '', {}, 'none'],
];

describe('the date of an article', () => {
  for (const [name, text, { format, ...context }, expected] of cases) {
    it(name, () => {
      const { date } = runSteps(
        createAnalyzer(createFrenchStages()).analyze(text, format ?? 'plain', context),
      );
      assert.equal(date ? `${date.iso} ${date.source}` : 'none', expected);
    });
  }
});
