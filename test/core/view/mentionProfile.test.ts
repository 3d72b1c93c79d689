import assert from 'node:assert/strict';

import fc from 'fast-check';

import { mentionProfile } from '../../../src/core/view/mentionProfile';

describe('mentions through an article', () => {
  const cases: readonly (readonly [
    offsets: readonly number[],
    length: number,
    line: string,
    where: string,
  ])[] = [
    [[0, 10, 1199], 1200, '█▁▁▁▁▁▁▁▁▁▁▅', 'beginning'],
    [[500, 600, 650], 1200, '▁▁▁▁▁▅█▁▁▁▁▁', 'middle'],
    [[0, 600, 1200], 1200, '█▁▁▁▁▁█▁▁▁▁█', 'throughout'],
    [[1100, 1101, 1102, 5], 1200, '▄▁▁▁▁▁▁▁▁▁▁█', 'end'],
  ];
  for (const [offsets, length, line, where] of cases)
    it(`${offsets.join(', ')} of ${length}`, () =>
      assert.deepEqual(mentionProfile(offsets, length), { line, where }));

  it('say nothing of one or two', () => assert.equal(mentionProfile([1, 2], 10), undefined));

  it('have one bar a part, the tallest for the most', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 3 }), (offsets) => {
        const profile = mentionProfile(offsets, 1000);
        assert.equal(profile?.line.length, 12);
        assert.ok(profile?.line.includes('█'));
      }),
    );
  });
});
