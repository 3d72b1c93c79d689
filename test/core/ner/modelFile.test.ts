import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRecognizer, modelVersion, writeModel } from '../../../src/core/analysis/ner/modelFile';
import { wordRoom } from '../../../src/core/analysis/ner/wordMemory';
import type { TokenizedBlock } from '../../../src/core/analysis/types';
import { createArticle } from '../../../src/core/text/article';
import { splitSentences } from '../../../src/core/text/sentences';
import { tokenize } from '../../../src/core/text/tokens';
import { smallModel } from './smallModel';

const modelPath = join(__dirname, '../../../src/core/language/fr/fr.model');

function blockOf(text: string): TokenizedBlock {
  const block = createArticle(text).blocks[0];
  assert.ok(block);
  // The whole text, however long: an article would be cut into blocks of some thousand characters.
  const tokens = tokenize(text);
  return { block, tokens, sentences: splitSentences(tokens) };
}

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
    const tokenized = blockOf('Le maire de Lorient, Fabrice Loher, a reçu la ministre à Vannes.');
    const names = loaded.recognizer.recognize(tokenized);
    assert.deepEqual(loaded.recognizer.recognize(tokenized), names);
    const keys = names.map(({ span, type }) => `${type} ${span.start} ${span.end}`);
    assert.equal(new Set(keys).size, keys.length);
  }).timeout(20_000);

  it('finds the same names whatever was read before, more words than it remembers included', () => {
    const loaded = loadRecognizer(readFileSync(modelPath));
    assert.ok('recognizer' in loaded);
    const { recognizer } = loaded;
    const namesBehind = (words: number) => {
      const before = Array.from({ length: words }, (_, i) => `autre${i}`).join(' ');
      const text = `${before}. Oui. Le maire de Lorient, Fabrice Loher, a reçu la ministre à Vannes.`;
      return recognizer
        .recognize(blockOf(text))
        .filter(({ span }) => span.start > before.length)
        .map(({ span, ...name }) => ({ ...name, start: span.start - before.length }));
    };
    const unremembered = namesBehind(wordRoom);
    assert.ok(unremembered.length >= 3);
    assert.deepEqual(namesBehind(200), unremembered);
    assert.deepEqual(namesBehind(200), unremembered);
  }).timeout(20_000);
});
