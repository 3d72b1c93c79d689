import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createArticle } from '../../../src/core/text/article';
import type { ArticleFormat } from '../../../src/core/text/block';
import { longestBlock } from '../../../src/core/text/blocks';

/** Each case: the article's lines, then its blocks as `kind: text`. */
const cases: readonly (readonly [
  name: string,
  format: ArticleFormat,
  lines: readonly string[],
  blocks: readonly string[],
])[] = [
  ['nothing', 'plain', [''], []],
  ['blank lines only', 'plain', ['', ' \u00a0', '\t'], []],
  [
    'headline, sub-heading, byline',
    'plain',
    ['Le port ferme', 'La criée est finie.', 'Un avenir incertain', 'Personne ne sait.', 'Ouest Info'],
    [
      'headline: Le port ferme',
      'paragraph: La criée est finie.',
      'subheading: Un avenir incertain',
      'paragraph: Personne ne sait.',
      'byline: Ouest Info',
    ],
  ],
  [
    'a headline that asks',
    'plain',
    ['Qui veut du port ?', 'Personne.'],
    ['headline: Qui veut du port ?', 'paragraph: Personne.'],
  ],
  [
    'byline by its word',
    'plain',
    ['Titre', 'Par Maëlle Le Goff', 'Texte.'],
    ['headline: Titre', 'byline: Par Maëlle Le Goff', 'paragraph: Texte.'],
  ],
  [
    'list',
    'plain',
    ['Titre', '- un', '– deux', '1. trois'],
    ['headline: Titre', 'listItem: - un', 'listItem: – deux', 'listItem: 1. trois'],
  ],
  [
    'a sentence over two lines',
    'plain',
    ['Il a dit que la', 'criée fermerait.'],
    ['paragraph: Il a dit que la⏎criée fermerait.'],
  ],
  [
    'hard-wrapped copy',
    'plain',
    [
      'La coopérative maritime a annoncé mardi la fin de la',
      'Criée du port, au grand regret des Lorientais qui y',
      'Travaillent.',
    ],
    [
      'paragraph: La coopérative maritime a annoncé mardi la fin de la⏎Criée du port, au grand regret des Lorientais qui y⏎Travaillent.',
    ],
  ],
  [
    'CRLF and CR',
    'plain',
    ['Titre\r', 'Texte.\rSuite.'],
    ['headline: Titre', 'paragraph: Texte.', 'paragraph: Suite.'],
  ],
  [
    'headings',
    'markdown',
    ['# Titre', '', 'Texte.', '## Suite'],
    ['headline: Titre', 'paragraph: Texte.', 'subheading: Suite'],
  ],
  [
    'front matter is not prose',
    'markdown',
    ['---', 'title: Lorient', '---', 'Texte.'],
    ['paragraph: Texte.'],
  ],
  ['front matter never closed is prose', 'markdown', ['---', 'Texte.'], ['paragraph: Texte.']],
  [
    'code is not prose',
    'markdown',
    ['```', 'Paris', '```', 'Texte `Paris` là.'],
    ['paragraph: Texte         là.'],
  ],
  ['a fence never closed', 'markdown', ['Texte.', '~~~', 'Paris'], ['paragraph: Texte.']],
  [
    'link targets and HTML are not prose',
    'markdown',
    ['Le [port](https://paris.fr/x_(y)) <b>ferme</b>.'],
    ['paragraph: Le  port                             ferme    .'],
  ],
  [
    'emphasis',
    'markdown',
    ['Le **port** _ferme_, snake_case.'],
    ['paragraph: Le   port    ferme , snake_case.'],
  ],
  [
    'quoted paragraph',
    'markdown',
    ['Texte.', '', '> « Oui. »'],
    ['paragraph: Texte.', 'paragraph: « Oui. »'],
  ],
];

describe('blocks', () => {
  for (const [name, format, lines, expected] of cases) {
    it(name, () => {
      const { blocks } = createArticle(lines.join('\n'), format);
      assert.deepEqual(
        blocks.map(({ kind, text }) => `${kind}: ${text.replaceAll('\n', '⏎')}`),
        expected,
      );
    });
  }

  it('have their place in the article, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(
            fc.constantFrom('a', '\n', '# ', '`', '[', '](', '\r\n', '---\n', '<', '*', ' '),
            fc.string({ unit: 'binary', maxLength: 1 }),
          ),
        }),
        (text) => {
          for (const format of ['plain', 'markdown'] as const) assertPlaced(text, format);
        },
      ),
    );
  });

  it('cut a line too long, never inside a surrogate pair', () => {
    for (const text of [
      'a'.repeat(longestBlock * 3 + 1),
      '👍'.repeat(longestBlock),
      'Il part. '.repeat(longestBlock),
    ]) {
      const { blocks } = createArticle(text);
      assert.equal(blocks.map((block) => block.text).join(''), text.trim());
      assert.ok(blocks.every((block, i) => block.text.length <= longestBlock && block.continues === i > 0));
      assert.ok(blocks.every((block) => !/^[\udc00-\udfff]/u.test(block.text)));
    }
  });
});

function assertPlaced(text: string, format: ArticleFormat): void {
  let end = 0;
  for (const block of createArticle(text, format).blocks) {
    assert.ok(block.span.start >= end && block.text.length === block.span.end - block.span.start);
    end = block.span.end;
    for (let i = 0; i < block.text.length; i++) {
      assert.ok(block.text[i] === text[block.span.start + i] || block.text[i] === ' ');
    }
  }
  assert.ok(end <= text.length);
}
