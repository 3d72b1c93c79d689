import assert from 'node:assert/strict';

import { messageLookUp } from '../../../src/core/problem/messages';

describe('messageLookUp', () => {
  const messageOf = messageLookUp(
    { known: 'Line {0}' },
    (sentence, ...args) => `fr: ${sentence} ${args.join()}`,
  );

  it('gives a sentence to the host to translate', () =>
    assert.equal(messageOf({ code: 'known', args: [3] }), 'fr: Line {0} 3'));
  it('shows a code without a sentence as it is', () =>
    assert.equal(messageOf({ code: 'toString', args: ['a', 1] }), 'toString a 1'));
});
