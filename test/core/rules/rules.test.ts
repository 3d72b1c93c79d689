import assert from 'node:assert/strict';

import type { Analysis } from '../../../src/core/annotation/suggestion';
import type { EntityType, MentionType } from '../../../src/core/annotation/types';
import { applyRules } from '../../../src/core/rules/applyRules';
import { readRules } from '../../../src/core/rules/readRules';
import { rules } from '../../../src/core/rules/rules';
import { runSteps } from '../../../src/core/util/steps';
import { articleView } from '../../../src/core/view/articleView';
import { noPlaces } from '../../../src/core/view/placed';
import { createRegisterIndex } from '../../../src/core/register/registerIndex';
import type { ViewSources } from '../../../src/core/view/types';

interface Case {
  readonly name: string;
  readonly text: string;
  /** Words, type, whose name; `occurrence` counts from 0. */
  readonly names?: readonly (readonly [words: string, type: MentionType, of?: string, occurrence?: number])[];
  /** Content, speaker, words of saying, words that speak. */
  readonly quotations?: readonly (readonly [
    content: string,
    speaker?: string | null,
    cue?: string,
    source?: string,
  ])[];
  readonly roles?: Readonly<Record<string, string>>;
  readonly date?: string;
  readonly options?: unknown;
  readonly register?: ViewSources['register'];
  /** Words found, by the rule under test. */
  readonly found: readonly string[];
}

const cases: Readonly<Record<string, readonly Case[]>> = {
  'quotation-without-speaker': [
    { name: 'nobody', text: '« Cela suffit. »', quotations: [['Cela suffit.']], found: ['Cela suffit.'] },
    {
      name: 'somebody',
      text: '« Cela suffit », dit Diop.',
      names: [['Diop', 'person', 'Diop']],
      quotations: [['Cela suffit', 'Diop']],
      found: [],
    },
  ],
  'speaker-not-introduced': [
    {
      name: 'a surname alone',
      text: '« Cela suffit », dit Diop. Abdoulaye Diop est ministre.',
      names: [
        ['Diop', 'person', 'Diop'],
        ['Abdoulaye Diop', 'person', 'Diop'],
      ],
      quotations: [['Cela suffit', 'Diop']],
      found: ['Cela suffit'],
    },
    {
      name: 'in full behind',
      text: '« Cela suffit », dit Abdoulaye Diop.',
      names: [['Abdoulaye Diop', 'person', 'Diop']],
      quotations: [['Cela suffit', 'Diop']],
      found: [],
    },
    {
      name: 'a title is no first name',
      text: '« Cela suffit », dit M. Diop.',
      names: [['M. Diop', 'person', 'Diop']],
      quotations: [['Cela suffit', 'Diop']],
      found: ['Cela suffit'],
    },
    {
      name: 'with a role',
      text: '« Cela suffit », dit Diop, ministre malien.',
      names: [['Diop', 'person', 'Diop']],
      roles: { Diop: 'ministre malien' },
      quotations: [['Cela suffit', 'Diop']],
      found: [],
    },
    {
      name: 'an organisation',
      text: '« Cela suffit », dit la CGT.',
      names: [['CGT', 'organization', 'CGT']],
      quotations: [['Cela suffit', 'CGT']],
      found: [],
    },
  ],
  'secondhand-source': [
    {
      name: 'an agency',
      text: '« Rien », rapporte l’AFP.',
      names: [['AFP', 'organization', 'AFP']],
      quotations: [['Rien', 'AFP']],
      found: ['Rien'],
    },
    {
      name: 'a paper',
      text: '« Rien », selon un communiqué.',
      quotations: [['Rien', null, 'selon', 'un communiqué']],
      found: ['Rien'],
    },
  ],
  'anonymous-source': [
    {
      name: 'a source',
      text: '« Rien », dit une source proche.',
      quotations: [['Rien', null, 'dit', 'une source proche']],
      found: ['une source proche'],
    },
    {
      name: 'a definite role',
      text: '« Rien », dit le ministre.',
      quotations: [['Rien', null, 'dit', 'le ministre']],
      found: [],
    },
  ],
  'missing-closing-mark': [
    {
      name: 'none',
      text: 'Il dit : « Rien de plus\n',
      quotations: [['Rien de plus']],
      found: ['Rien de plus'],
    },
    { name: 'one', text: 'Il dit : « Rien de plus ».\n', quotations: [['Rien de plus']], found: [] },
  ],
  'altered-quotation': [
    {
      name: 'both kinds',
      text: '« Nous irons […] au bout (…) [de la route]. »',
      quotations: [['Nous irons […] au bout (…) [de la route].']],
      found: ['[…]', '(…)', '[de la route]'],
    },
    {
      name: 'an ellipsis of speech',
      text: '« Nous irons… au bout. »',
      quotations: [['Nous irons… au bout.']],
      found: [],
    },
  ],
  'repeated-cue': [
    {
      name: 'three times',
      text: '« A », martèle-t-il. « B », martèle-t-elle. « C », martèle Diop.',
      quotations: [
        ['A', null, 'martèle-t-il'],
        ['B', null, 'martèle-t-elle'],
        ['C', null, 'martèle Diop'],
      ],
      found: ['martèle Diop'],
    },
  ],
  'long-quotation': [
    {
      name: 'over',
      text: '« Un deux trois quatre. »',
      quotations: [['Un deux trois quatre.']],
      options: { words: 3 },
      found: ['Un deux trois quatre.'],
    },
    {
      name: 'at the number',
      text: '« Un deux trois. »',
      quotations: [['Un deux trois.']],
      options: { words: 3 },
      found: [],
    },
  ],
  'unbalanced-share': [
    {
      name: 'one says nearly all',
      text: '« Un deux trois quatre cinq six sept huit », dit Ana Blé. « Non », dit Luc Roy.',
      names: [
        ['Ana Blé', 'person', 'Ana'],
        ['Luc Roy', 'person', 'Luc'],
      ],
      quotations: [
        ['Un deux trois quatre cinq six sept huit', 'Ana'],
        ['Non', 'Luc'],
      ],
      options: { words: 5, percent: 80 },
      found: ['Un deux trois quatre cinq six sept huit'],
    },
    {
      name: 'alone',
      text: '« Un deux trois quatre cinq six sept huit », dit Ana Blé.',
      names: [['Ana Blé', 'person', 'Ana']],
      quotations: [['Un deux trois quatre cinq six sept huit', 'Ana']],
      options: { words: 5 },
      found: [],
    },
  ],
  'future-date': [
    {
      name: 'far ahead',
      text: 'Le 3 mai 2062, il est né.',
      names: [['3 mai 2062', 'date']],
      date: '2026-05-04',
      found: ['3 mai 2062'],
    },
    {
      name: 'next month',
      text: 'Le 3 juin 2026.',
      names: [['3 juin 2026', 'date']],
      date: '2026-05-04',
      found: [],
    },
    { name: 'an article without a day', text: 'Le 3 mai 2062.', names: [['3 mai 2062', 'date']], found: [] },
  ],
  'role-against-register': [
    {
      name: 'another office',
      text: 'Abdoulaye Diop, ministre de la Défense du Mali, parle.',
      names: [['Abdoulaye Diop', 'person', 'Abdoulaye Diop']],
      roles: { 'Abdoulaye Diop': 'ministre de la Défense du Mali' },
      date: '2026-05-04',
      register: registerOf('ministre des Affaires étrangères du Mali'),
      found: ['ministre de la Défense du Mali'],
    },
    {
      name: 'the same office',
      text: 'Abdoulaye Diop, ministre malien des Affaires étrangères, parle.',
      names: [['Abdoulaye Diop', 'person', 'Abdoulaye Diop']],
      roles: { 'Abdoulaye Diop': 'ministre malien des Affaires étrangères' },
      date: '2026-05-04',
      register: registerOf('ministre des Affaires étrangères du Mali'),
      found: [],
    },
  ],
  'name-spelt-two-ways': [
    {
      name: 'one letter',
      text: 'Lioubimova parle. Lioubimova part. Liubimova rit.',
      names: [
        ['Lioubimova', 'person', 'a'],
        ['Lioubimova', 'person', 'a', 1],
        ['Liubimova', 'person', 'b'],
      ],
      found: ['Liubimova'],
    },
    {
      name: 'an accent',
      text: 'Médine, Medine et Médine.',
      names: [
        ['Médine', 'location', 'a'],
        ['Medine', 'location', 'b'],
        ['Médine', 'location', 'a', 1],
      ],
      found: ['Medine'],
    },
    {
      name: 'two people',
      text: 'Martin parle. Martin part. Marton rit.',
      names: [
        ['Martin', 'person', 'a'],
        ['Martin', 'person', 'a', 1],
        ['Marton', 'person', 'b'],
      ],
      found: [],
    },
  ],
};

function registerOf(role: string): ViewSources['register'] {
  return createRegisterIndex([
    {
      source: 'verbatim.entities.yaml',
      entities: [
        {
          id: 'diop-r1',
          type: 'person',
          name: 'Abdoulaye Diop',
          aliases: [],
          acronyms: [],
          roles: [{ role, since: '2020-06' }],
          identifiers: {},
          formerIds: [],
        },
      ],
    },
  ]);
}

describe('house rules', () => {
  for (const [code, table] of Object.entries(cases)) {
    describe(code, () => {
      for (const each of table) {
        it(each.name, () => {
          const { chosen, problems } = readRules({ [code]: each.options ?? true });
          assert.deepEqual(problems, []);
          const view = articleView(sourcesOf(each));
          const found = runSteps(applyRules(chosen, { text: each.text, view }, []));
          assert.deepEqual(
            found.map(({ span }) => each.text.slice(span.start, span.end)),
            each.found,
          );
        });
      }
    });
  }

  it('each has cases, and a code of its own', () => {
    assert.deepEqual(rules.map(({ code }) => code).sort(), Object.keys(cases).sort());
  });

  it('mends a missing mark', () => {
    const text = 'Il dit : « Rien de plus\n';
    const view = articleView(sourcesOf({ name: '', text, quotations: [['Rien de plus']], found: [] }));
    const [finding] = runSteps(
      applyRules(readRules({ 'missing-closing-mark': 'error' }).chosen, { text, view }, []),
    );
    assert.deepEqual(finding?.fix, [{ span: { start: 23, end: 23 }, text: '\u00a0»' }]);
  });

  it('none is on unasked', () => assert.deepEqual(readRules({}), { chosen: [], problems: [] }));

  it('reads severities, numbers and what is off', () => {
    const { chosen } = readRules({
      'long-quotation': { severity: 'error', words: 40 },
      'future-date': 'information',
      'repeated-cue': false,
    });
    assert.deepEqual(
      chosen.map(({ rule, severity, options }) => [rule.code, severity, options]),
      [
        ['long-quotation', 'error', { words: 40 }],
        ['future-date', 'information', { days: 366 }],
      ],
    );
  });

  for (const [name, written, code] of [
    ['an unknown rule', { 'no-such-rule': true }, 'rule-unknown'],
    ['an unknown number', { 'long-quotation': { lines: 3 } }, 'rule-options'],
    ['a number below zero', { 'long-quotation': { words: -1 } }, 'rule-options'],
    ['an unknown severity', { 'long-quotation': 'fatal' }, 'rule-options'],
    ['a list', { 'long-quotation': [3] }, 'rule-options'],
  ] as const) {
    it(`says what is wrong with ${name}`, () => {
      const { chosen, problems } = readRules(written);
      assert.deepEqual([chosen.length, problems.map((each) => each.code)], [0, [code]]);
    });
  }

  it('is silent where a person silenced it on the record', () => {
    const text = '« Cela suffit. »';
    const content = [{ exact: 'Cela suffit.' }];
    const base = {
      id: 'q1',
      kind: 'quotation',
      form: 'direct',
      content,
      speakers: [],
      status: 'confirmed',
    } as const;
    const placed = {
      ...noPlaces,
      quotations: [
        { record: base, state: 'exact', anchored: 'exact', content: [{ start: 2, end: 14 }] } as const,
      ],
    };
    const view = articleView({ text, placed, entities: [] });
    const { chosen } = readRules({ 'quotation-without-speaker': true });
    const silenced = { ...base, suppress: [{ rule: 'quotation-without-speaker', reason: 'slogan' }] };
    assert.equal(runSteps(applyRules(chosen, { text, view }, [base])).length, 1);
    assert.equal(runSteps(applyRules(chosen, { text, view }, [silenced])).length, 0);
  });
});

function sourcesOf({ text, names = [], quotations = [], roles = {}, date, register }: Case): ViewSources {
  const at = (words: string, occurrence = 0) => {
    let start = -1;
    for (let n = 0; n <= occurrence; n++) start = text.indexOf(words, start + 1);
    assert.ok(start >= 0, words);
    return { start, end: start + words.length };
  };
  const keys = [...new Set(names.flatMap(([, , of]) => of ?? []))];
  const analysis: Analysis = {
    mentions: names.map(([words, type, of, occurrence]) => ({
      span: at(words, occurrence),
      type,
      form: type === 'date' ? 'time' : 'name',
      ...(of !== undefined && { entity: of }),
      ...(type === 'date' && { value: { edtf: isoOf(words), absolute: true } }),
      confidence: 0.9,
      why: [],
    })),
    entities: keys.map((key) => ({
      key,
      type: (names.find(([, , of]) => of === key)?.[1] ?? 'person') as EntityType,
      name: key,
      aliases: [],
      roles: roles[key] === undefined ? [] : [{ span: at(roles[key]), text: roles[key], former: false }],
    })),
    quotations: quotations.map(([content, speaker, cue, source]) => ({
      form: 'direct',
      content: [at(content)],
      marks: [{ start: text.indexOf('«'), end: text.indexOf('«') + 1 }],
      ...(cue !== undefined && {
        cue: { span: at(cue), tone: 'neutral', lemma: cue.startsWith('martèle') ? 'marteler' : cue },
      }),
      ...(source !== undefined && { source: at(source) }),
      speakers: speaker ? [speaker] : [],
      candidates: [],
      confidence: { found: 1, form: 1, speaker: 0.9 },
      why: [],
    })),
    refused: [],
    ...(date !== undefined && { date: { iso: date, source: 'given' } }),
  };
  return { text, analysis, placed: noPlaces, entities: [], ...(register && { register }) };
}

function isoOf(words: string): string {
  const [day = '', month = '', year = ''] = words.split(' ');
  return `${year}-${month === 'mai' ? '05' : '06'}-${day.padStart(2, '0')}`;
}
