import assert from 'node:assert/strict';

import { heedRegister } from '../../../src/core/analysis/entities/registerKnowledge';
import type { RegisterKnowledge } from '../../../src/core/analysis/types';

const register: Pick<RegisterKnowledge, 'listedAs'> = {
  listedAs: (form) =>
    form === 'Orange'
      ? [
          { type: 'organization', name: 'Orange SA' },
          { type: 'location', name: 'Orange' },
        ]
      : form === 'Diop'
        ? [{ type: 'person', name: 'Abdoulaye Diop' }]
        : [],
};

describe('what the register lists', () => {
  const heed = (form: string, type: 'person' | 'location' | 'product', confidence: number) =>
    heedRegister({ type, confidence }, form, register);

  it('raises a listed name, lowers one listed as something else alone, and says so', () => {
    assert.deepEqual(heed('Orange', 'location', 0.5).heeded, [{ code: 'register-name', args: ['Orange'] }]);
    assert.ok(heed('Orange', 'location', 0.5).confidence > 0.9);
    assert.deepEqual(heed('Diop', 'location', 0.5).heeded, [
      { code: 'register-other', args: ['Abdoulaye Diop'] },
    ]);
    assert.ok(heed('Diop', 'location', 0.5).confidence < 0.25);
  });

  it('leaves what is not listed alone', () =>
    assert.deepEqual(heed('Petit', 'person', 0.7), { type: 'person', confidence: 0.7, heeded: [] }));

  it('is never certain', () => {
    for (const confidence of [0.001, 0.5, 0.9999])
      for (const type of ['person', 'location'] as const) {
        const after = heed('Diop', type, confidence).confidence;
        assert.ok(after >= 0.005 && after <= 0.995);
      }
  });
});
