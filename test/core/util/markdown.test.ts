import assert from 'node:assert/strict';

import fc from 'fast-check';

import { escapeMarkdown } from '../../../src/core/util/markdown';

const hostile: readonly { readonly name: string; readonly text: string }[] = [
  { name: 'a link', text: '[cliquez](https://mal.example)' },
  { name: 'a command', text: '[x](command:workbench.action.closeWindow)' },
  { name: 'a bare address', text: 'https://mal.example/a?b=c et www.mal.example' },
  { name: 'an address of mail', text: 'moi@mal.example' },
  { name: 'an image', text: '![x](https://mal.example/i.png)' },
  { name: 'HTML', text: '<img src=x onerror=alert(1)> <script>x</script> &lt;' },
  { name: 'emphasis', text: '**gras** _penché_ ~~barré~~' },
  { name: 'code', text: '`code` ```bloc``` ~~~' },
  { name: 'an icon', text: '$(trash) \\$(trash)' },
  { name: 'a heading', text: '# Titre' },
  { name: 'a list', text: '1. un' },
  { name: 'a table', text: '| a | b |' },
  { name: 'an entity', text: '&#60;b&#62;' },
];

describe('escaping for Markdown', () => {
  for (const { name, text } of hostile)
    it(`${name} is shown as text`, () => {
      const escaped = escapeMarkdown(text);
      assert.match(escaped, /^(?:[^!-/:-@[-`{-~]|&#\d+;)*$/u);
      assert.equal(decode(escaped), text);
    });

  it('puts everything on one line', () => {
    assert.equal(escapeMarkdown('a\n\n- b\r\n\tc\u2028d\0e'), 'a &#45; b c d e');
  });

  it('leaves out what turns the direction of writing, and replaces lone surrogates', () => {
    assert.equal(escapeMarkdown('a\u202eb\u2066c\ud800d'), 'abc\ufffdd');
  });

  it('keeps a no-break space and letters of all scripts', () => {
    assert.equal(
      escapeMarkdown('l’été\u00a0à Ouagadougou, مالي 🎉'),
      'l’été\u00a0à Ouagadougou&#44; مالي 🎉',
    );
  });

  it('cuts what is too long', () => {
    assert.equal(escapeMarkdown('abcdef', 3), 'abc…');
  });

  it('never leaves an ASCII mark that could make structure', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'[]()<>!*_`~#$&|\\{}.:@/+-="\'\n\r\t\0a1é') }),
        (text) => {
          assert.match(escapeMarkdown(text), /^(?:[^!-/:-@[-`{-~\n\r]|&#\d+;)*$/u);
        },
      ),
    );
  });
});

function decode(text: string): string {
  return text.replace(/&#(\d+);/gu, (_, code: string) => String.fromCharCode(Number(code)));
}
