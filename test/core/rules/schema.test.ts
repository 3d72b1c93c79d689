import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import Ajv from 'ajv';
import fc from 'fast-check';
import { parse } from 'yaml';

import type { PlainValue } from '../../../src/core/annotation/plain';
import { configProblems } from '../../../src/core/rules/configProblems';
import { rules } from '../../../src/core/rules/rules';

interface Choice {
  readonly description: string;
  readonly anyOf: readonly [unknown, { readonly properties: Readonly<Record<string, { default?: number }>> }];
}

const schema = JSON.parse(readFileSync('media/schemas/verbatim.schema.json', 'utf8')) as {
  readonly properties: { readonly rules: { readonly properties: Readonly<Record<string, Choice>> } };
};
const isValid = new Ajv({ strict: false }).compile(schema);
const known = schema.properties.rules.properties;

const choices: readonly PlainValue[] = [
  ...['on', 'off', true, false, null, 'error', 'warning', 'information', 'hint', '', 3, [], ['on'], {}],
  ...[{ severity: 'error' }, { severity: 'grave' }, { severity: null }, { words: 5 }, { words: -1 }],
  ...[
    { words: '5' },
    { times: 2 },
    { percent: 60, words: 10 },
    { days: 0 },
    { severity: 'warning', days: 9 },
  ],
];

describe('rules in verbatim.yaml', () => {
  it('the schema names each rule, with its severity and options, and no other', () => {
    const ofSchema = Object.entries(known).map(([code, { description, anyOf }]) => {
      const { severity: _severity, ...options } = anyOf[1].properties;
      const usual = Object.entries(options).map(([name, { default: value }]) => [name, value]);
      return {
        code,
        severity: /Usually: (\w+)\.$/u.exec(description)?.[1],
        options: Object.fromEntries(usual),
      };
    });
    assert.deepEqual(
      ofSchema,
      rules.map(({ code, severity, options = {} }) => ({ code, severity, options })),
    );
  });

  it('the page of the rules tells of each, with its severity and options', () => {
    const page = readFileSync('src/core/rules/README.md', 'utf8');
    const told = page.split(/^## /mu).slice(1);
    for (const { code, severity, options = {} } of rules) {
      const section = told.find((each) => each.startsWith(`\`${code}\``)) ?? '';
      assert.match(section, new RegExp(`Usually: ${severity}\\.`, 'u'), code);
      for (const [name, value] of Object.entries(options))
        assert.ok(section.includes(`\`${name}: ${value}\``), code);
    }
    assert.equal(told.filter((each) => each.startsWith('`')).length, rules.length);
  });

  it('the schema says the same as the reader, of whatever is written for a rule', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(known), 'long-quotatoin'),
        fc.constantFrom(...choices),
        (code, choice) => {
          const source = `rules: ${JSON.stringify({ [code]: choice })}\n`;
          assert.equal(isValid(parse(source)), configProblems(source).length === 0, source);
        },
      ),
      { numRuns: 400 },
    );
  });

  const wrong: readonly (readonly [source: string, code: string, at: string])[] = [
    ['rules:\n  long-quotatoin: on\n', 'rule-unknown', 'long-quotatoin'],
    ['rules:\n  "long-quotation": {words: many}\n', 'rule-options', '"long-quotation"'],
    ['language: xx\nrules: {repeated-cue: often}\n', 'config-language rule-options', 'repeated-cue'],
  ];
  for (const [source, codes, at] of wrong)
    it(`points at ${at} (${codes})`, () => {
      const problems = configProblems(source);
      const { span = { start: 0, end: 0 } } = problems.at(-1) ?? {};
      assert.equal(problems.map(({ code }) => code).join(' '), codes);
      assert.equal(source.slice(span.start, span.end), at);
    });
});
