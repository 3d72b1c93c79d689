import assert from 'node:assert/strict';

import fc from 'fast-check';

import { overlaps, type Span } from '../../../src/core/util/span';
import { createSpanIndex } from '../../../src/core/view/spanIndex';

const spans = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 25 }))
  .map(([start, length]): Span => ({ start, end: start + length }));

describe('span index', () => {
  it('finds what a look at every item finds', () => {
    fc.assert(
      fc.property(fc.array(spans), spans, (items, place) => {
        const found = createSpanIndex(items, (item) => item).overlapping(place);
        assert.deepEqual(new Set(found), new Set(items.filter((item) => overlaps(item, place))));
      }),
    );
  });

  it('finds what holds or touches a caret', () => {
    fc.assert(
      fc.property(fc.array(spans), fc.nat(90), (items, offset) => {
        const found = createSpanIndex(items, (item) => item).overlapping({ start: offset, end: offset });
        const expected = items.filter(({ start, end }) => start <= offset && offset <= end);
        assert.deepEqual(new Set(found), new Set(expected));
      }),
    );
  });
});
