import assert from 'node:assert/strict';
import { createAnalyzer } from '../../../src/core/analysis/analyzer';
import { createFrenchStages } from '../../../src/core/analysis/french';
import { runSteps } from '../../../src/core/util/steps';

/** The text, and the contents found besides the first: without asking there are none. */
const cases: readonly (readonly [name: string, text: string, more: readonly string[]])[] = [
  [
    'the conditional goes on behind selon',
    'Selon la police, l’homme était armé. Il aurait tiré deux fois. La rue est fermée.',
    ['Il aurait tiré deux fois'],
  ],
  [
    'two sentences go on',
    'D’après un témoin, le feu a pris vite. Deux voitures auraient brûlé. Le conducteur serait parti à pied.',
    ['Deux voitures auraient brûlé', 'Le conducteur serait parti à pied'],
  ],
  ['a plain sentence ends it', 'Selon la police, l’homme était armé. La rue est fermée. Il aurait fui.', []],
  [
    'a sentence with its own source stands for itself',
    'Selon la police, l’homme était armé. Il aurait fui, selon un voisin.',
    ['Il aurait fui'],
  ],
];

describe('sentences in the conditional behind selon', () => {
  for (const [name, text, more] of cases)
    it(name, () => {
      const own = name.startsWith('a sentence with') ? more : [];
      assert.deepEqual(contents(text, true).slice(1), more);
      assert.deepEqual(contents(text, false).slice(1), own);
    });
});

function contents(text: string, weakSpeech: boolean): readonly string[] {
  const { quotations } = runSteps(
    createAnalyzer(createFrenchStages()).analyze(text, 'plain', { weakSpeech }),
  );
  return quotations.map(({ content }) => content.map(({ start, end }) => text.slice(start, end)).join(' | '));
}
