import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { markPairs } from '../../../src/tools/train/markPairs';
import { fromRoot } from '../../../src/tools/paths';
import { loadQuotationSet } from '../../../src/tools/train/quotationSet';

const text = '🚲 « Oui », dit Zoé. Un « tube ».';
const stored = (file: string, hashed: string) => ({
  file,
  sha256: createHash('sha256').update(hashed).digest('hex'),
  quotations: [
    {
      kind: 'direct',
      content: [{ start: 4, end: 7 }],
      cue: { start: 11, end: 14 },
      speaker: { start: 15, end: 18 },
      speakerName: 'Zoé',
      speakerKind: 'name',
    },
  ],
  notQuotations: [{ start: 25, end: 29, why: 'term' }],
});

describe('loadQuotationSet', () => {
  let folder = '';
  const corpus = () => join(folder, 'corpus');
  const set = () => join(folder, 'set');
  const annotate = (name: string, hashed: string) => {
    writeFileSync(join(set(), `${name}.json`), JSON.stringify(stored(`${name}.txt`, hashed)));
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'quotations-'));
    mkdirSync(corpus());
    mkdirSync(set());
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('turns code points into UTF-16 and gives the text of each span', () => {
    writeFileSync(join(corpus(), 'a.txt'), text);
    annotate('a', text);
    const article = loadQuotationSet(corpus(), set())?.articles[0];
    const quotation = article?.quotations[0];
    assert.deepEqual(quotation?.content, [{ start: 5, end: 8, text: 'Oui' }]);
    assert.deepEqual([quotation.cue?.text, quotation.speaker?.text], ['dit', 'Zoé']);
    assert.deepEqual(article?.notQuotations, [{ start: 26, end: 30, text: 'tube', why: 'term' }]);
  });

  it('names an article that changed and one that is not there, and gives the others', () => {
    writeFileSync(join(corpus(), 'a.txt'), text);
    writeFileSync(join(corpus(), 'b.txt'), `${text} `);
    for (const name of ['a', 'b', 'c']) annotate(name, text);
    const loaded = loadQuotationSet(corpus(), set());
    assert.deepEqual(
      loaded?.articles.map(({ file }) => file),
      ['a.txt'],
    );
    assert.deepEqual([loaded?.changed, loaded?.missing], [['b.txt'], ['c.txt']]);
  });

  it('finds nothing where there is no corpus', () => {
    assert.equal(loadQuotationSet(join(folder, 'elsewhere'), set()), undefined);
  });
});

describe('the quotations of Wikinews training articles', () => {
  const shared = process.env.VERBATIM_SHARED ?? fromRoot('..', 'shared');
  const loaded = loadQuotationSet(join(shared, 'corpora', 'winer-fr', 'train'));
  before(function () {
    // The texts are not part of the project.
    if (!loaded) this.skip();
  });

  it('fit the articles of the corpus', () => {
    assert.deepEqual([loaded?.changed, loaded?.missing], [[], []]);
  });

  it('cover every pair of quotation marks', () => {
    const uncovered = (loaded?.articles ?? []).flatMap((article) => {
      const spans = [
        ...article.quotations.filter(({ kind }) => kind !== 'indirect').flatMap(({ content }) => content),
        ...article.notQuotations,
      ];
      return markPairs(article.text)
        .filter((pair) => !spans.some((span) => span.start < pair.end && pair.start < span.end))
        .map((pair) => `${article.file}: ${article.text.slice(pair.start, pair.end)}`);
    });
    assert.deepEqual(uncovered, []);
  });

  it('have a speaker exactly where its kind says so', () => {
    const wrong = (loaded?.articles ?? []).flatMap((article) =>
      article.quotations
        .filter(({ speaker, speakerKind }) => (speaker === null) !== (speakerKind === 'none'))
        .map((quotation) => `${article.file}: ${quotation.content[0]?.text ?? ''}`),
    );
    assert.deepEqual(wrong, []);
  });
});
