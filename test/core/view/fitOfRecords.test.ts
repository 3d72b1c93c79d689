import assert from 'node:assert/strict';

import { describe as describeSpan } from '../../../src/core/anchoring/describe';
import type { MentionRecord } from '../../../src/core/annotation/record';
import type { Status } from '../../../src/core/annotation/types';
import { runSteps } from '../../../src/core/util/steps';
import { fitOfRecords, isFit } from '../../../src/core/view/fitOfRecords';

const text =
  'La maire de Ségou, Aminata Keïta, a salué mardi un geste attendu depuis dix ans par les habitants de la rive droite.\n';
const edited = text.replace('un geste attendu', 'avec chaleur un geste attendu').replace('mardi', 'jeudi');
const other = 'Le président du Mali a reçu à Ségou les maires de la région ; Aminata Keïta était absente.\n';

function records(status: Status = 'confirmed'): readonly MentionRecord[] {
  return ['Ségou', 'Aminata Keïta', 'mardi', 'la rive droite'].map((words) => {
    const start = text.indexOf(words);
    const selector = describeSpan(text, { start, end: start + words.length });
    return { id: `m${start}`, kind: 'mention', type: 'person', selector, status };
  });
}

const cases: readonly (readonly [name: string, text: string, status: Status, fits: boolean])[] = [
  ['the text that they were made for', text, 'confirmed', true],
  ['that text, edited', edited, 'confirmed', true],
  ['another text with some of the names', other, 'confirmed', false],
  ['nothing', '', 'confirmed', false],
  ['suggestions say nothing', text, 'suggested', false],
];

describe('decisions fit', () => {
  for (const [name, article, status, fits] of cases)
    it(name, () => {
      const fit = runSteps(fitOfRecords(article, records(status)));
      assert.equal(isFit(fit), fits, JSON.stringify(fit));
    });
});
