import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { createAnalyzer } from '../../../src/core/analysis/analyzer';
import { createFrenchStages } from '../../../src/core/analysis/french';
import { loadRecognizer } from '../../../src/core/analysis/ner/modelFile';
import type { AnalysisContext, LanguageStages } from '../../../src/core/analysis/types';
import type { Analysis } from '../../../src/core/annotation/suggestion';
import type { EntityType } from '../../../src/core/annotation/types';
import type { RegisterEntity } from '../../../src/core/register/registerEntity';
import { createRegisterIndex } from '../../../src/core/register/registerIndex';
import { runSteps } from '../../../src/core/util/steps';

let stages: LanguageStages;

function listed(type: EntityType, name: string, rest: Partial<RegisterEntity> = {}): RegisterEntity {
  return {
    id: name,
    type,
    name,
    aliases: [],
    acronyms: [],
    roles: [],
    identifiers: {},
    formerIds: [],
    ...rest,
  };
}

before(function () {
  this.timeout(20_000);
  const loaded = loadRecognizer(readFileSync(join(__dirname, '../../../src/core/language/fr/fr.model')));
  assert.ok('recognizer' in loaded);
  stages = createFrenchStages(loaded.recognizer);
});

function analyze(text: string, context: AnalysisContext = {}): Analysis {
  return runSteps(createAnalyzer(stages).analyze(text, 'plain', context));
}

function names(text: string, analysis: Analysis): readonly string[] {
  return analysis.mentions
    .filter(({ form }) => form === 'name' || form === 'acronym')
    .map(({ span, type }) => `${type.slice(0, 3)} ${text.slice(span.start, span.end)}`);
}

/** Clear cases that no retraining may lose: text, then the names it holds, in order. */
const cases: readonly (readonly [name: string, text: string, ...names: string[]])[] = [
  [
    'a person whole, without title or country',
    'La réunion s’est tenue autour de M. Abdoulaye Diop du Mali et de Mme Claire Martin.',
    'per Abdoulaye Diop',
    'loc Mali',
    'per Claire Martin',
  ],
  [
    'an elided article stays outside',
    'La force unifiée de l’ONU est arrivée à Bamako puis à l’Élysée et en Norvège.',
    'org ONU',
    'loc Bamako',
    'loc Élysée',
    'loc Norvège',
  ],
  [
    'a portfolio is no organisation',
    'Le ministre russe des Affaires étrangères, Sergueï Lavrov, a rencontré Emmanuel Macron à Paris.',
    'per Sergueï Lavrov',
    'per Emmanuel Macron',
    'loc Paris',
  ],
  [
    'capitals at the start of a sentence',
    'Échanges et discussions ont duré. Cap sur la suite. Vers une reprise.',
  ],
];

describe('names of an article', () => {
  for (const [name, text, ...expected] of cases) {
    it(name, () => assert.deepEqual(names(text, analyze(text)), expected));
  }

  it('heeds what the folder decided, and says so', () => {
    const text = 'Claire Martin, maire de Lorient, a reçu les élus. « Nous irons », a dit Claire Martin.';
    const folder = {
      decisionsOn: (form: string) =>
        form === 'Claire Martin' ? { confirmed: {}, rejected: { person: 9 } } : undefined,
    };
    assert.ok(names(text, analyze(text)).includes('per Claire Martin'));
    assert.ok(!names(text, analyze(text, { folder })).includes('per Claire Martin'));
  });

  const register = createRegisterIndex([
    {
      source: 'x',
      entities: [
        listed('organization', 'Kerbezec Océan', { aliases: ['Tournesol'], acronyms: ['KBZO'] }),
        listed('person', 'Yannig Le Quéré'),
      ],
    },
  ]);
  const listings: readonly (readonly [name: string, text: string, ...names: string[]])[] = [
    ['a name', 'On attend la réponse de kerbezec, pas de Kerbezec Océan.', 'org Kerbezec Océan'],
    ['an acronym', 'Les grilles du KBZO ferment ; kbzo ne dit rien.', 'org KBZO'],
    ['one word inside a sentence', 'Ici, le groupe Tournesol ferme.', 'org Tournesol'],
    ['not one word that opens a sentence', 'Tournesol fané, champ perdu.'],
    ['not a part of a name', 'Océan calme ce matin.'],
  ];
  for (const [name, text, ...expected] of listings)
    it(`finds what the register lists: ${name}`, () => {
      const found = analyze(text, { register });
      assert.deepEqual(
        names(text, found).filter((each) => !/kerbezec,/u.test(each)),
        expected,
      );
      for (const { confidence, why } of found.mentions.filter(({ form }) => form !== 'time')) {
        assert.ok(confidence < 1);
        assert.ok(
          why.some(({ code }) => code === 'register-name'),
          JSON.stringify(why),
        );
      }
    });

  it('a listed name that the folder rejects again and again sinks', () => {
    const folder = { decisionsOn: () => ({ confirmed: {}, rejected: { organization: 5 } }) };
    const text = 'Ici, le groupe Tournesol ferme.';
    assert.deepEqual(names(text, analyze(text, { register, folder })), []);
  });

  it('is the same after any edits as from scratch', () => {
    const piece = fc.constantFrom(
      'Abdoulaye Diop a parlé à Moscou.',
      '\n',
      'L’Alliance des États du Sahel (AES) se réunit.',
      'M. Diop, ministre malien, « Nous irons », a-t-il dit.',
      ' AES ',
      'DIOP',
      '😀\u0301\ud800',
      '   ',
      'Orange, Lyon et le Parti socialiste le 3 mars 2020\n\n',
    );
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.nat(30),
      insert: piece,
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.array(edit, { maxLength: 4 }), (pieces, edits) => {
        const analyzer = createAnalyzer(stages);
        let text = pieces.join('');
        runSteps(analyzer.analyze(text, 'plain'));
        for (const { at, remove, insert } of edits) {
          const start = Math.floor(at * text.length);
          text = text.slice(0, start) + insert + text.slice(start + remove);
          assert.deepEqual(runSteps(analyzer.analyze(text, 'plain')), analyze(text));
        }
      }),
      { numRuns: 20 },
    );
  }).timeout(60_000);

  it('keeps mentions inside the text and apart, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        let end = 0;
        for (const { span, form } of analyze(text).mentions) {
          if (form !== 'name' && form !== 'acronym') continue;
          assert.ok(span.start >= end && span.end > span.start && span.end <= text.length);
          end = span.end;
        }
      }),
      { numRuns: 60 },
    );
  }).timeout(60_000);
});
