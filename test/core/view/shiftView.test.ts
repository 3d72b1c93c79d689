import assert from 'node:assert/strict';

import fc from 'fast-check';

import { shiftSpan, type TextEdit } from '../../../src/core/view/shiftView';

/** `[` and `]` stand at the edges of the span, `{old|new}` is the edit; the result is the text after it, with the span. */
const cases: readonly { readonly name: string; readonly before: string; readonly after: string }[] = [
  { name: 'before it', before: '{|Hier, }[Diop] parle', after: 'Hier, [Diop] parle' },
  { name: 'behind it', before: '[Diop] {|ne }parle', after: '[Diop] ne parle' },
  { name: 'at its start', before: '{|A. }[Diop]', after: 'A. [Diop]' },
  { name: 'at its end', before: '[Diop]{|,} parle', after: '[Diop], parle' },
  { name: 'inside', before: '[Di{|o}op]', after: '[Dioop]' },
  { name: 'deleting its end', before: '[Di{op] parle|}', after: '[Di]' },
  { name: 'deleting its start', before: '{Hier, [Di|}op]', after: '[op]' },
  { name: 'deleting it whole', before: 'a {[Diop]|} b', after: 'a [] b' },
  { name: 'deleting around it', before: 'a{ [Diop] |}b', after: 'a[]b' },
  { name: 'replacing it whole', before: 'a {[Diop]|Touré} b', after: 'a [Touré] b' },
];

describe('a span through an edit', () => {
  for (const { name, before, after } of cases)
    it(name, () => {
      const { text, span, edit, inserted } = parse(before);
      const moved = shiftSpan(span, edit);
      const edited = text.slice(0, edit.start) + inserted + text.slice(edit.start + edit.removed);
      const marked = `${edited.slice(0, moved.start)}[${edited.slice(moved.start, moved.end)}]${edited.slice(moved.end)}`;
      assert.equal(marked, after);
    });

  it('stays inside the text and in order', () => {
    fc.assert(
      fc.property(
        fc.nat(50),
        fc.nat(20),
        fc.nat(50),
        fc.nat(30),
        fc.nat(30),
        (start, length, at, removed, inserted) => {
          const size = Math.max(start + length, at + removed);
          const moved = shiftSpan({ start, end: start + length }, { start: at, removed, inserted });
          assert.ok(moved.start >= 0 && moved.start <= moved.end && moved.end <= size - removed + inserted);
        },
      ),
    );
  });
});

function parse(marked: string) {
  const open = marked.indexOf('{');
  const bar = marked.indexOf('|');
  const close = marked.indexOf('}');
  const inserted = marked.slice(bar + 1, close);
  const source = marked.slice(0, open) + marked.slice(open + 1, bar) + marked.slice(close + 1);
  const start = source.indexOf('[');
  const end = source.indexOf(']') - 1;
  const text = source.replace('[', '').replace(']', '');
  const bare = (part: string): string => part.replace(/[[\]]/gu, '');
  const edit: TextEdit = {
    start: bare(marked.slice(0, open)).length,
    removed: bare(marked.slice(open + 1, bar)).length,
    inserted: inserted.length,
  };
  return { text, span: { start, end }, edit, inserted };
}
