import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readKeys, SortedKeys, writeKeys } from '../../../src/core/analysis/ner/sortedKeys';
import { ByteReader, ByteWriter } from '../../../src/core/util/bytes';

describe('sorted keys', () => {
  const anyKeys = fc
    .uniqueArray(fc.integer({ min: 0, max: 0xffffffff }), { maxLength: 200 })
    .map((list) => Uint32Array.from(list).sort());

  it('finds each key and nothing else, before and after a file', () => {
    fc.assert(
      fc.property(anyKeys, fc.integer({ min: 0, max: 0xffffffff }), (keys, other) => {
        const out = new ByteWriter();
        writeKeys(out, keys);
        for (const set of [new SortedKeys(keys), readKeys(new ByteReader(out.finish()))]) {
          keys.forEach((key, index) => assert.equal(set.find(key | 0), index));
          assert.equal(set.find(other), keys.indexOf(other));
        }
      }),
    );
  });
});
