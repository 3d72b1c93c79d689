import assert from 'node:assert/strict';

import fc from 'fast-check';

import {
  moveEdge,
  moveToBound,
  occurrencesOf,
  snapToSpeech,
  snapToWords,
} from '../../../src/core/text/wordBounds';
import type { Span } from '../../../src/core/util/span';

/** Text with the selection between `[` and `]`. */
function marked(text: string): { readonly text: string; readonly span: Span } {
  const start = text.indexOf('[');
  const end = text.indexOf(']') - 1;
  return { text: text.replace('[', '').replace(']', ''), span: { start, end } };
}

function show(text: string, span: Span | undefined): string {
  return span
    ? `${text.slice(0, span.start)}[${text.slice(span.start, span.end)}]${text.slice(span.end)}`
    : '';
}

describe('bounds of words', () => {
  const snapped: readonly (readonly [string, string])[] = [
    ['a half word grows', 'le maire Je[an Pet]it parle'],
    ['spaces stay out', 'le maire[ Jean Petit ]parle'],
    ['an elided article stays out', 'de [l’AES], dit-il'],
    ['also when half selected', 'de l[’A]ES, dit-il'],
    ['d’ stays out', 'le ministre [d’Espagne].'],
    ['punctuation stays out', 'à [Lille,] hier'],
    ['a caret takes its word', 'à Lil[]le, hier'],
    ['a hyphenated name is one word', 'hier Jean-Ma[r]ie parle'],
    ['combining marks belong to their letter', 'le e\u0301t[e\u0301] fini'],
    ['an abbreviation keeps its stop', 'hier [M. Petit] parle'],
  ];
  const expected = [
    'le maire [Jean Petit] parle',
    'le maire [Jean Petit] parle',
    'de l’[AES], dit-il',
    'de l’[AES], dit-il',
    'le ministre d’[Espagne].',
    'à [Lille], hier',
    'à [Lille], hier',
    'hier [Jean-Marie] parle',
    'le [e\u0301te\u0301] fini',
    'hier [M. Petit] parle',
  ];
  for (const [index, [name, input]] of snapped.entries())
    it(name, () => {
      const { text, span } = marked(input);
      assert.equal(show(text, snapToWords(text, span)), expected[index]);
    });

  it('nothing where there is no word', () => {
    assert.equal(snapToWords('a  , ', { start: 2, end: 4 }), undefined);
  });

  it('speech is without its marks and keeps its stop and elision', () => {
    const { text, span } = marked('Il dit : [« L’été est fini ! » ]hier');
    assert.equal(show(text, snapToSpeech(text, span)), 'Il dit : « [L’été est fini !] » hier');
  });

  const moved: readonly (readonly [string, string, 'start' | 'end', boolean, string])[] = [
    ['the end out', 'le [maire] de l’AES parle', 'end', true, 'le [maire de] l’AES parle'],
    ['the end out over an elision', 'le [maire de] l’AES parle', 'end', true, 'le [maire de l’AES] parle'],
    ['the end in', 'le [maire de] Lille', 'end', false, 'le [maire] de Lille'],
    ['the start out', 'le maire [Petit]', 'start', true, 'le [maire Petit]'],
    ['the start in', 'le [maire Petit]', 'start', false, 'le maire [Petit]'],
    ['never empty', 'le [maire]', 'end', false, 'le [maire]'],
    ['not beyond the line', 'le\n[maire]', 'start', true, 'le\n[maire]'],
  ];
  for (const [name, input, edge, wider, result] of moved)
    it(`moves ${name}`, () => {
      const { text, span } = marked(input);
      assert.equal(show(text, moveEdge(text, span, edge, wider)), result);
    });

  it('goes to the bound of the clause, and then to the next', () => {
    const { text, span } = marked('Hier, le maire de [Lille] a parlé, dit-on.');
    const once = moveToBound(text, span, 'end');
    assert.equal(show(text, once), 'Hier, le maire de [Lille a parlé], dit-on.');
    assert.equal(show(text, moveToBound(text, once, 'start')), 'Hier, [le maire de Lille a parlé], dit-on.');
  });

  it('finds words where they stand alone', () => {
    const text = 'Mali, Malien, l’Mali-Niger, du Mali';
    assert.deepEqual(
      occurrencesOf(text, 'Mali').map(({ start }) => start),
      [0, 31],
    );
  });

  it('law: a snapped selection stays what it is', () => {
    const piece = fc.constantFrom('l’', 'Jean', ' ', ',', 'é', 'e\u0301', '-', '« ', '\n', 'U.S.A. ', '👩‍👩‍👧');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(30), fc.nat(30), (pieces, a, b) => {
        const text = pieces.join('');
        const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        const once = snapToWords(text, { start, end });
        if (once) assert.deepEqual(snapToWords(text, once), once);
      }),
    );
  });
});
