import assert from 'node:assert/strict';
import { heed } from '../../../src/core/analysis/entities/folderKnowledge';
import type { FormDecisions } from '../../../src/core/analysis/types';

/** Confidence before, decisions on the form, what it must be after for an organisation. */
const cases: readonly (readonly [
  name: string,
  before: number,
  decisions: FormDecisions | undefined,
  check: (after: number) => boolean,
])[] = [
  ['nothing decided', 0.6, undefined, (after) => after === 0.6],
  ['confirmed once', 0.3, { confirmed: { organization: 1 }, rejected: {} }, (after) => after > 0.5],
  [
    'confirmed a thousand times',
    0.9,
    { confirmed: { organization: 1000 }, rejected: {} },
    (after) => after < 0.999,
  ],
  ['rejected once', 0.95, { confirmed: {}, rejected: { organization: 1 } }, (after) => after > 0.5],
  ['rejected again and again', 0.9, { confirmed: {}, rejected: { organization: 6 } }, (after) => after < 0.4],
  [
    'another type confirmed',
    0.6,
    { confirmed: { location: 3 }, rejected: {} },
    (after) => after < 0.5 && after > 0.1,
  ],
];

describe('decisions of the folder', () => {
  for (const [name, before, decisions, check] of cases) {
    it(name, () => {
      const folder = { decisionsOn: (form: string) => (form === 'Orange' ? decisions : undefined) };
      const heeded = heed({ type: 'organization', confidence: before }, 'Orange', folder);
      assert.ok(check(heeded.confidence), `${before} became ${heeded.confidence}`);
      assert.equal(heeded.heeded.length > 0, decisions !== undefined);
      assert.equal(heed({ type: 'organization', confidence: before }, 'orange', folder).confidence, before);
    });
  }
});
