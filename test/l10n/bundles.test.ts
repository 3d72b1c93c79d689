import assert from 'node:assert/strict';

import { firstArguments, readJson } from './sources';

const messages = readJson<Readonly<Record<string, string>>>('l10n/messages.json');
const french = readJson<Readonly<Record<string, string>>>('l10n/bundle.l10n.fr.json');
const calls = ['src/vscode', 'src/cli', 'src/node'].flatMap((folder) => firstArguments(folder, ['l10n.t']));
const english = new Set([...calls.flatMap(({ text }) => text ?? []), ...Object.values(messages)]);

describe('texts for people', () => {
  it('are found in the code', () => assert.ok(english.size > 100));

  it('each have a French translation', () =>
    assert.deepEqual(
      [...english].filter((text) => !Object.hasOwn(french, text)),
      [],
    ));

  it('are translated only where they are used', () =>
    assert.deepEqual(
      Object.keys(french).filter((text) => !english.has(text)),
      [],
    ));

  it('keep their placeholders in translation', () => {
    const placeholders = (text: string) => [...new Set(text.match(/\{\d\}/gu))].sort();
    for (const [text, translated] of Object.entries(french)) {
      assert.notEqual(translated.trim(), '', text);
      // "{1}" may be said in other words than "{0}" and "{1}" together, but nothing may be filled in that is not given.
      for (const each of placeholders(translated)) assert.ok(text.includes(each), text);
    }
  });

  it('are literals, so that they can be found', () => {
    const other = calls.filter(({ text, file }) => text === undefined && !file.endsWith('messages.ts'));
    assert.deepEqual(other, []);
  });

  it('say every code of the core in words', () => {
    const codes = firstArguments('src/core', ['why', 'problem']).flatMap(({ text }) => text ?? []);
    assert.deepEqual(
      [...new Set(codes)].filter((code) => !Object.hasOwn(messages, code)),
      [],
    );
  }).timeout(20_000);
});
