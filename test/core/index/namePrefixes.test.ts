import assert from 'node:assert/strict';

import { collectNames } from '../../../src/core/index/namePrefixes';
import { runSteps } from '../../../src/core/util/steps';

const names = [
  { form: 'Abdoulaye Diop', type: 'person' },
  { form: 'Diop', type: 'person' },
  { form: 'L’Élysée', type: 'organization' },
  { form: 'Diop', type: 'person' },
  { form: 'Aix-en-Provence', type: 'location' },
  { form: 'UA', type: 'organization' },
] as const;

describe('names by their beginnings', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['Dio', ['Abdoulaye Diop', 'Diop']],
    ['diop', ['Abdoulaye Diop', 'Diop']],
    ['Ély', ['L’Élysée']],
    ['ely', ['L’Élysée']],
    ['Prov', ['Aix-en-Provence']],
    ['Di', []],
    ['Diopa', []],
    ['UA', []],
    ['', []],
  ];
  const prefixes = runSteps(collectNames(names));
  for (const [beginning, expected] of cases)
    it(`“${beginning}”: ${expected.join(', ') || 'nothing'}`, () =>
      assert.deepEqual(
        prefixes.find(beginning).map(({ form }) => form),
        expected,
      ));
});
