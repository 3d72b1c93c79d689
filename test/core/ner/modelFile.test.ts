import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRecognizer, modelVersion, writeModel } from '../../../src/core/analysis/ner/modelFile';
import { createArticle } from '../../../src/core/text/article';
import { splitSentences } from '../../../src/core/text/sentences';
import { tokenize } from '../../../src/core/text/tokens';
import { smallModel } from './smallModel';

const modelPath = join(__dirname, '../../../src/core/language/fr/fr.model');

function problemOf(bytes: Uint8Array): string | undefined {
  const loaded = loadRecognizer(bytes);
  return 'problem' in loaded ? loaded.problem.code : undefined;
}

describe('model file', () => {
  const bytes = writeModel(smallModel());

  it('is read as it was written', () => {
    assert.equal(problemOf(bytes), undefined);
  });

  const damages: readonly (readonly [
    name: string,
    damage: (bytes: Uint8Array) => Uint8Array,
    code: string,
  ])[] = [
    ['empty', () => new Uint8Array(), 'model-unreadable'],
    ['something else', () => new TextEncoder().encode('{"model": "of another kind"}'), 'model-unreadable'],
    ['cut short', (whole) => whole.slice(0, whole.length - 9), 'model-damaged'],
    [
      'one byte changed',
      (whole) => whole.with(whole.length >> 1, (whole[whole.length >> 1] as number) ^ 0x10),
      'model-damaged',
    ],
    ['another version', (whole) => whole.with(4, modelVersion + 1), 'model-version'],
  ];
  for (const [name, damage, code] of damages) {
    it(`refuses a file that is ${name}`, () => assert.equal(problemOf(damage(bytes)), code));
  }

  it('of this version ships', () => {
    assert.ok(existsSync(modelPath), 'fr.model is missing');
    assert.equal(problemOf(readFileSync(modelPath)), undefined);
  }).timeout(20_000);

  it('finds the same names each time and none twice', () => {
    const loaded = loadRecognizer(readFileSync(modelPath));
    assert.ok('recognizer' in loaded);
    const block = createArticle('Le maire de Lorient, Fabrice Loher, a reçu la ministre à Vannes.').blocks[0];
    assert.ok(block);
    const tokens = tokenize(block.text);
    const tokenized = { block, tokens, sentences: splitSentences(tokens) };
    const names = loaded.recognizer.recognize(tokenized);
    assert.deepEqual(loaded.recognizer.recognize(tokenized), names);
    const keys = names.map(({ span, type }) => `${type} ${span.start} ${span.end}`);
    assert.equal(new Set(keys).size, keys.length);
  }).timeout(20_000);
});
