import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chooseNames } from '../../../src/core/analysis/ner/chooseNames';
import type { RecognizedName } from '../../../src/core/analysis/types';
import { overlaps } from '../../../src/core/util/span';

const name: fc.Arbitrary<RecognizedName> = fc.record({
  span: fc
    .tuple(fc.nat(12), fc.integer({ min: 1, max: 5 }))
    .map(([start, length]) => ({ start, end: start + length })),
  type: fc.constantFrom('person' as const, 'location' as const),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
});

const gain = (names: readonly RecognizedName[], threshold: number) =>
  names.reduce((sum, { confidence }) => sum + confidence - threshold, 0);

describe('choosing names', () => {
  it('gives names in order that do not overlap, and no choice is better', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 9 }), fc.constantFrom(0.3, 0.5), (names, threshold) => {
        const chosen = chooseNames(names, threshold);
        chosen.forEach((one, i) => {
          const next = chosen[i + 1];
          if (next) assert.ok(one.span.end <= next.span.start);
        });
        let best = 0;
        for (let set = 0; set < 1 << names.length; set++) {
          const some = names.filter((_, index) => (set >> index) & 1);
          if (some.every((a, i) => some.every((b, k) => k <= i || !overlaps(a.span, b.span))))
            best = Math.max(best, gain(some, threshold));
        }
        assert.ok(Math.abs(gain(chosen, threshold) - best) < 1e-9);
      }),
      { numRuns: 60 },
    );
  });
});
