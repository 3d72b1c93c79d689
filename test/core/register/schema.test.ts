import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

import Ajv from 'ajv';
import fc from 'fast-check';
import { parse } from 'yaml';

import type { PlainMap, PlainValue } from '../../../src/core/annotation/plain';
import { parseRegister } from '../../../src/core/register/parseRegister';
import { flowText } from '../../../src/core/sidecar/yamlWriter';
import { brokenEntries } from './hostile';

const schema = JSON.parse(readFileSync('media/schemas/entities.schema.json', 'utf8')) as object;
const isValid = new Ajv({ strict: false }).compile(schema);
const fixtures = 'test/fixtures/register';

const entry: PlainMap = {
  id: 'e1',
  type: 'person',
  name: 'Élise Marchand',
  aliases: ['Marchand'],
  acronyms: ['EM'],
  roles: [{ role: 'maire', of: 'Lorient', since: '2014', until: '2023-05~' }],
  wikidata: 'Q1',
  orcid: '0000-0002-1825-0097',
  isni: '0000000121032683',
  description: 'x',
  image: 'a/b.png',
  note: 'x',
  formerIds: ['e2'],
};

const values: readonly PlainValue[] = [
  ...[null, '', 'x', 'person', 'Q1', 'Q0', 'a.png', '../a.png', 'a.svg', [], ['x'], [''], {}, [{}]],
  ...[
    [{ role: 'x' }],
    [{ of: 'x' }],
    [{ role: '', of: 'x', since: '' }],
    [{ role: 'x', since: '2020-06-31' }],
  ],
  ...[
    [{ role: 'x', since: '20' }],
    [{ role: 'x', until: '2020-00' }],
    [{ role: ['x'] }],
    [{ role: null, of: 'x' }],
  ],
];

describe('entities.schema.json', () => {
  for (const file of readdirSync(fixtures))
    it(`accepts ${file}, as the reader does`, () => {
      const source = readFileSync(`${fixtures}/${file}`, 'utf8');
      assert.deepEqual(parseRegister(source).problems, []);
      assert.ok(isValid(parse(source)), JSON.stringify(isValid.errors));
    });

  for (const [name, fields, code] of brokenEntries)
    it(`rejects what the reader tells of: ${name}`, () => {
      const source = `version: 1\nentities:\n  - ${fields}\n`;
      assert.equal(parseRegister(source).problems[0]?.code, code);
      assert.equal(isValid(parse(source)), false);
    });

  it('says the same as the reader of entries with any one field replaced', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(entry)), fc.constantFrom(...values), (key, value) => {
        const source = `version: 1\nentities:\n  - ${flowText('', { ...entry, [key]: value })}\n`;
        assert.equal(isValid(parse(source)), parseRegister(source).problems.length === 0, source);
      }),
      { numRuns: 120 },
    );
  }).timeout(20_000);
});
