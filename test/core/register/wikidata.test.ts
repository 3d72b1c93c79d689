import assert from 'node:assert/strict';

import fc from 'fast-check';

import { readCandidates, wikidataSearch } from '../../../src/core/register/wikidata';

describe('looking a name up on Wikidata', () => {
  it('sends the name and what the interface needs, nothing else', () => {
    const url = new URL(wikidataSearch('https://example.org/w/api.php?token=x', 'Élise & Cie #1', 'fr'));
    assert.equal(`${url.origin}${url.pathname}`, 'https://example.org/w/api.php');
    assert.deepEqual(Object.fromEntries(url.searchParams), {
      action: 'wbsearchentities',
      format: 'json',
      type: 'item',
      search: 'Élise & Cie #1',
      language: 'fr',
      uselang: 'fr',
      limit: '10',
      origin: '*',
    });
  });

  const cases: readonly (readonly [name: string, answer: unknown, items: readonly string[] | undefined])[] = [
    ['candidates in their order', { search: [{ id: 'Q2', label: 'b' }, { id: 'Q1' }] }, ['Q2 b', 'Q1 Q1']],
    ['no candidate', { search: [] }, []],
    ['an error', { error: { code: 'badvalue' } }, undefined],
    ['a page', '<html>', undefined],
    ['nothing', null, undefined],
    ['what is no item', { search: [{ id: 'P31' }, { id: 'Q1"><a' }, 7, null, { id: 4 }] }, []],
    ['odd words', { search: [{ id: 'Q1', label: ' a\n b ', description: 3, aliases: 'x' }] }, ['Q1 a b']],
  ];
  for (const [name, answer, items] of cases)
    it(`reads ${name}`, () =>
      assert.deepEqual(
        readCandidates(answer)?.map(({ item, label }) => `${item} ${label}`),
        items,
      ));

  it('takes any answer', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ search: fc.array(fc.anything()) })), (answer) => {
        for (const { item, label } of readCandidates(answer) ?? []) {
          assert.match(item, /^Q\d+$/u);
          assert.ok(label.length <= 300);
        }
      }),
    );
  });
});
