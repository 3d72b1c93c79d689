import assert from 'node:assert/strict';

import fc from 'fast-check';

import { excerpt, shortened } from '../../../../src/core/view/trees/excerpt';

/** The words are between brackets in the article and in what is shown. */
const cases: readonly (readonly [name: string, article: string, shown: string])[] = [
  ['a whole short line', 'Le maire, [Jean Petit], parle.', 'Le maire, [Jean Petit], parle.'],
  ['its paragraph only', 'Titre\n\nLe maire, [Jean Petit], parle.\nSuite.', 'Le maire, [Jean Petit], parle.'],
  [
    'whole words where the line goes on',
    'Dans la longue histoire de la commune, le maire, [Jean Petit], a souvent parlé de ce qui attend les habitants du port demain.',
    '…la commune, le maire, [Jean Petit], a souvent parlé de ce qui attend les habitants…',
  ],
  ['words over a line end', 'Le [24\nseptembre] 2025.', 'Le [24 septembre] 2025.'],
  ['signs that turn the direction', 'Le \u202emaire, [Jean\u2066 Petit]', 'Le maire, [Jean Petit]'],
  ['the start of the article', '[Paris] brille.', '[Paris] brille.'],
];

function bracketed(text: string): {
  readonly article: string;
  readonly span: { start: number; end: number };
} {
  const [start, end] = [text.indexOf('['), text.indexOf(']') - 1];
  return { article: text.replace(/[[\]]/gu, ''), span: { start, end } };
}

describe('words in their context', () => {
  for (const [name, marked, shown] of cases)
    it(name, () => {
      const { article, span } = bracketed(marked);
      const { text, words } = excerpt(article, span);
      assert.equal(
        `${text.slice(0, words.start)}[${text.slice(words.start, words.end)}]${text.slice(words.end)}`,
        shown,
      );
    });

  it('are one short line of any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.nat(300),
        fc.nat(300),
        (article, a, b) => {
          const span = {
            start: Math.min(a, b, article.length),
            end: Math.min(Math.max(a, b), article.length),
          };
          const { text, words } = excerpt(article, span);
          assert.ok(text.length < 260 && !/[\r\n\u202e]/u.test(text));
          assert.ok(words.start <= words.end && words.end <= text.length);
        },
      ),
    );
  });

  it('are cut between words when they are long', () => {
    assert.equal(shortened('un deux trois quatre', { start: 0, end: 20 }, 12), 'un deux…');
    assert.equal(shortened('un deux', { start: 0, end: 7 }, 12), 'un deux');
  });
});
