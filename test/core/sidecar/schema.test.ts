import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { PlainMap, PlainValue } from '../../../src/core/annotation/plain';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { fieldsOf } from '../../../src/core/sidecar/writeRecord';
import { flowText } from '../../../src/core/sidecar/yamlWriter';
import { annotationWith, entityWith } from './arbitrary';
import { brokenRecords } from './hostile';

const schema = JSON.parse(readFileSync('media/schemas/sidecar.schema.json', 'utf8')) as object;
const isValid = new Ajv({ strict: false }).compile(schema);
const fixtures = 'test/fixtures/sidecar';

/** What only the reader can see: JSON Schema does not compare ids. */
const beyondSchema = new Set(['sidecar-duplicate-id']);

describe('sidecar.schema.json', () => {
  for (const file of readdirSync(fixtures))
    it(`accepts ${file}, as the reader does`, () => {
      const source = readFileSync(`${fixtures}/${file}`, 'utf8');
      assert.deepEqual(parseSidecar(source).problems, []);
      assert.ok(isValid(parse(source)), JSON.stringify(isValid.errors));
    });

  for (const [name, source, code] of brokenRecords)
    it(`rejects what the reader tells of: ${name}`, () =>
      assert.equal(isValid(parse(source)), beyondSchema.has(code)));

  it('says the same as the reader of records with any one field replaced', () => {
    const records = fc.oneof(
      annotationWith(fc.constant('a1')).map(fieldsOf),
      entityWith(fc.constant('a1')).map(fieldsOf),
    );
    const values: readonly PlainValue[] = [
      null,
      '',
      'x',
      0.5,
      true,
      [],
      ['x'],
      [1],
      {},
      { exact: 'x' },
      { exact: 1.5 },
      [{ exact: 'x' }],
      [{}],
      [{ code: 'c' }],
      [{ rule: 'r' }],
      'person',
      'date',
      'direct',
      'rejected',
      'mention',
      'claim',
    ];
    fc.assert(
      fc.property(records, fc.nat(), fc.constantFrom(...values), (record, which, value) => {
        const keys = Object.keys(record);
        const changed: PlainMap = { ...record, [keys[which % keys.length] as string]: value };
        const section = Object.hasOwn(record, 'kind') ? 'annotations' : 'entities';
        const source = `version: 1\n${section}:\n  - ${flowText('', changed)}\n`;
        if (hasWordsAsNumbers(changed)) return;
        assert.equal(isValid(parse(source)), parseSidecar(source).problems.length === 0, source);
      }),
      { numRuns: 40 },
    );
  });
});

/** The schema asks to quote them; the reader takes them for the words they are. */
function hasWordsAsNumbers(value: PlainValue): boolean {
  if (typeof value !== 'object' || value === null)
    return typeof value === 'number' || typeof value === 'boolean';
  return Object.entries(value).some(
    ([key, item]) => key !== 'confidence' && key !== 'args' && hasWordsAsNumbers(item as PlainValue),
  );
}
