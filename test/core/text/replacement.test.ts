import assert from 'node:assert/strict';

import fc from 'fast-check';

import { replacementOf } from '../../../src/core/text/replacement';
import { applyEdits } from '../../../src/core/text/textEdit';

const text = fc.string({ unit: fc.constantFrom('a', 'b', '\r\n', '\n', '🎉', '🎊', 'é'), maxLength: 12 });

describe('replacement', () => {
  it('makes the one text of the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) =>
        assert.equal(applyEdits(before, [replacementOf(before, after)]), after),
      ),
    );
  });

  it('parts no pair', () => {
    const edit = replacementOf('a🎉b', 'a🎊b');
    assert.deepEqual(edit, { span: { start: 1, end: 3 }, text: '🎊' });
  });

  it('touches nothing where nothing differs', () => {
    assert.deepEqual(replacementOf('abc', 'abc'), { span: { start: 3, end: 3 }, text: '' });
  });

  it('is as small as it can be', () => {
    assert.deepEqual(replacementOf('un deux trois', 'un deux et trois'), {
      span: { start: 8, end: 8 },
      text: 'et ',
    });
  });
});
