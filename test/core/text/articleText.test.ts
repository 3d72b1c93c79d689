import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createArticleText } from '../../../src/core/text/articleText';

const texts = fc.string({
  unit: fc.oneof(
    fc.constantFrom('a', 'é', '\r\n', '👍', '\ud83d', '\udc00', 'e\u0301', 'م', '𝒳'),
    fc.string({ unit: 'binary', maxLength: 1 }),
  ),
});

describe('UTF-16 and code point offsets', () => {
  it('agree with an independent count', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const article = createArticleText(text);
        let utf16 = 0;
        let points = 0;
        for (const point of text) {
          assert.equal(article.toCodePoint(utf16), points);
          assert.equal(article.toUtf16(points), utf16);
          utf16 += point.length;
          points++;
        }
        assert.equal(article.toCodePoint(text.length), points);
        assert.equal(article.toUtf16(points), text.length);
      }),
    );
  });

  it('clamp to the text', () => {
    const article = createArticleText('a👍');
    assert.deepEqual(
      [article.toCodePoint(-1), article.toCodePoint(99), article.toUtf16(-1), article.toUtf16(99)],
      [0, 2, 0, 3],
    );
  });
});
