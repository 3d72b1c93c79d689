import assert from 'node:assert/strict';

import { placeCue } from '../../../src/core/anchoring/placeCue';
import { splitMarks } from './marks';

/** The content of the quotation is marked; then the words of saying, and what they are found as, with what stands before them. */
type Case = [name: string, text: string, cue: string, state: string, before?: string];

const cases: Case[] = [
  ['behind', 'Il part. « [Je pars] », dit-il.', 'dit-il', 'exact', '», '],
  ['before', 'Il a dit : « [Je pars]. »', 'a dit', 'exact', 'Il '],
  [
    'between two parts',
    '« [Je pars], dit-elle, [et vite]. » Elle rit, dit-elle.',
    'dit-elle',
    'exact',
    'pars, ',
  ],
  ['the nearer one', 'Elle a dit non à tous. Puis elle a dit : « [Je pars]. »', 'a dit', 'exact', 'elle '],
  ['in another typography', '« [Je pars] », dit\u2011il.', 'dit-il', 'exact', '», '],
  ['not inside a word', 'Le livre, édité hier, « [ne dit rien] ».', 'dit', 'orphan'],
  ['not inside the quotation', '« [Je dit non] »', 'dit', 'orphan'],
  ['not far away', `Il a dit. ${'Rien ne se passe. '.repeat(30)}« [Je pars]. »`, 'a dit', 'orphan'],
  ['as near on both sides', 'dit-il « [Je pars] » dit-il', 'dit-il', 'uncertain'],
];

describe('placeCue', () => {
  for (const [name, marked, exact, state, before] of cases)
    it(`finds words of saying: ${name}`, () => {
      const { text, spans } = splitMarks(marked);
      const placed = placeCue(text, { exact }, spans);
      assert.equal(placed.state, state);
      if (before !== undefined) assert.ok(text.slice(0, placed.span?.start).endsWith(before));
      else assert.equal(placed.span, undefined);
    });

  it('lets its own context decide', () => {
    const { text, spans } = splitMarks('Non, dit-il « [Je pars] » et dit-il');
    assert.deepEqual(placeCue(text, { exact: 'dit-il', prefix: 'Non, ' }, spans).span, { start: 5, end: 11 });
  });
});
