import assert from 'node:assert/strict';

import { type CheckedArticle, checkSidecar } from '../../../src/cli/check/checkSidecar';

const text = [
  'Le maire, Bastien Couderc, a parlé lundi devant la presse.',
  '« Nous irons jusqu’au bout », a-t-il assuré à Lodève.',
  'Lodève attend. Lodève espère. Lodève doute.',
].join('\n');

const entity = 'entities:\n\n  - id: couderc-k3f9\n    type: person\n    name: Bastien Couderc\n\n';

const mention = (fields: string) =>
  `  - id: m1a\n    kind: mention\n    type: person\n    exact: "Bastien Couderc"\n    prefix: "Le maire, "\n    suffix: ", a parlé lundi"\n${fields}`;

const quotation = (fields: string) =>
  `  - id: q1a\n    kind: quotation\n    form: direct\n    content:\n      - exact: "Nous irons jusqu’au bout"\n        prefix: "parlé lundi devant la presse.\\n« "\n        suffix: " », a-t-il assuré à Lodève."\n${fields}`;

const sidecar = (...records: readonly string[]) =>
  `version: 1\narticle: a.txt\n${entity}annotations:\n\n${records.join('\n')}`;

const confirmed = '    status: confirmed\n';

interface Case {
  readonly name: string;
  readonly source: string;
  readonly article?: CheckedArticle;
  /** Code, severity and line of each problem. */
  readonly found: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'a sidecar that fits',
    source: sidecar(mention(`    entity: couderc-k3f9\n${confirmed}`), quotation(confirmed)),
    found: [],
  },
  {
    name: 'words of saying near their quotation',
    source: sidecar(quotation(`    cue:\n      exact: "a-t-il assuré"\n${confirmed}`)),
    found: [],
  },
  {
    name: 'words of saying that are gone',
    source: sidecar(quotation(`    cue:\n      exact: "a-t-il juré"\n${confirmed}`)),
    found: ['check-cue warning 18'],
  },
  {
    name: 'words that are gone',
    source: sidecar(
      '  - id: m2\n    kind: mention\n    type: location\n    exact: "Montpellier"\n    prefix: "rentrés de "\n' +
        confirmed,
    ),
    found: ['check-orphan error 14'],
  },
  {
    name: 'a suggestion whose words are gone',
    source: sidecar(
      '  - id: m2\n    kind: mention\n    type: location\n    exact: "Montpellier"\n    prefix: "rentrés de "\n    status: suggested\n',
    ),
    found: ['check-orphan warning 14'],
  },
  {
    name: 'words that could be in several places',
    source: sidecar('  - id: m2\n    kind: mention\n    type: location\n    exact: "Lodève"\n' + confirmed),
    found: ['check-uncertain error 14'],
  },
  {
    name: 'words that were edited, and were checked before',
    source: sidecar(
      quotation(`${confirmed}    check:\n      verdict: accurate\n`).replace(
        'irons jusqu’au',
        'irons tous jusqu’au',
      ),
    ),
    found: ['check-changed warning 14', 'check-stale error 19'],
  },
  {
    name: 'a check of other words',
    source: sidecar(
      quotation(`${confirmed}    check:\n      of: {words: "Nous irons au bout"}\n      verdict: accurate\n`),
    ),
    found: ['check-stale error 19'],
  },
  {
    name: 'a check of the same words in other typography',
    source: sidecar(
      quotation(
        `${confirmed}    check:\n      of: {words: "Nous irons jusqu'au bout."}\n      verdict: accurate\n`,
      ),
    ),
    found: [],
  },
  {
    name: 'a check of another speaker',
    source: sidecar(
      quotation(
        `    speakers: [couderc-k3f9]\n${confirmed}    check:\n      of: {speakers: [somebody-x1]}\n      verdict: accurate\n`,
      ),
    ),
    found: ['check-stale error 20'],
  },
  {
    name: 'a check of a speaker whose entity was merged since',
    source: sidecar(
      quotation(
        `    speakers: [couderc-k3f9]\n${confirmed}    check:\n      of: {speakers: [maire-a1b2]}\n      verdict: accurate\n`,
      ),
    ).replace('    name: Bastien', '    formerIds: [maire-a1b2]\n    name: Bastien'),
    found: [],
  },
  {
    name: 'references that lead nowhere',
    source: sidecar(
      mention(`    entity: nobody-a1\n${confirmed}`),
      quotation(`    source: m9z\n    speakers: [couderc-k3f9, nobody-b2]\n${confirmed}`),
    ),
    found: [
      'check-dangling-entity error 17',
      'check-dangling-entity error 28',
      'check-dangling-source error 27',
    ],
  },
  {
    name: 'a source under the id that it had before a merge',
    source: sidecar(
      mention(`    formerIds: [m9z]\n${confirmed}`),
      quotation(`    source: m9z\n${confirmed}`),
    ),
    found: [],
  },
  {
    name: 'one decision under two ids',
    source: sidecar(mention(confirmed), mention(confirmed).replace('m1a', 'm1b')),
    found: ['check-repeated error 19'],
  },
  {
    name: 'a confirmation beside a rejection',
    source: sidecar(mention(confirmed), mention('    status: rejected\n').replace('m1a', 'm1b')),
    found: ['check-contradicts error 19'],
  },
  {
    name: 'a confirmation beside the rejection of a link',
    source: sidecar(
      mention(confirmed),
      mention('    status: rejected\n    scope: link\n').replace('m1a', 'm1b'),
    ),
    found: [],
  },
  {
    name: 'one id twice',
    source: sidecar(mention(confirmed), quotation(confirmed).replace('q1a', 'm1a')),
    found: ['sidecar-duplicate-id error 19'],
  },
  {
    name: 'two entities with one identifier',
    source: sidecar(mention(confirmed)).replace(
      entity,
      `${entity.trimEnd()}\n    wikidata: Q1\n\n  - id: maire-a1\n    type: person\n    name: Couderc\n    wikidata: Q1\n\n`,
    ),
    found: ['check-same-identifier warning 13'],
  },
  {
    name: 'no article',
    source: sidecar(mention(confirmed)),
    article: { name: 'a.txt' },
    found: ['check-no-article error 2'],
  },
  {
    name: 'another name of the article',
    source: sidecar(mention(confirmed)),
    article: { name: 'b.txt', text },
    found: ['check-other-article information 2'],
  },
  {
    name: 'conflict markers, and nothing that follows from them',
    source: sidecar(`<<<<<<< ours\n${mention(confirmed)}=======\n>>>>>>> theirs\n`),
    found: ['sidecar-conflict error 11'],
  },
  {
    name: 'broken YAML',
    source: sidecar('  - id: "m1\n'),
    found: ['sidecar-yaml error 11'],
  },
];

describe('checkSidecar', () => {
  for (const { name, source, article = { name: 'a.txt', text }, found } of cases) {
    it(`finds: ${name}`, () => {
      const problems = checkSidecar(source, article).map(
        ({ code, severity, span }) =>
          `${code} ${severity} ${source.slice(0, span?.start ?? 0).split('\n').length}`,
      );
      assert.deepEqual(problems.sort(), [...found].sort());
    });
  }
});
