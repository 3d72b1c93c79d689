import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { fromRoot } from '../../src/tools/paths';
import { builtCli, runCli } from './builtCli';

const article = 'La rentrée\n\nLe 24 septembre 2025, le maire a déclaré : « Nous irons. »\n';
const sidecar = `version: 1
article: a.txt
language: fr

annotations:

  - id: a1b2c3d4e
    kind: mention
    type: date
    exact: "24 septembre 2025"
    value: "2025-09-24"
    status: confirmed
`;

describe('verbatim export', function () {
  this.timeout(30_000);
  let cli: string;
  let folder: string;
  const file = (name: string): string => join(folder, name);

  before(async () => {
    cli = await builtCli();
    // Without the model of the recogniser the exit code tells that names are missing.
    cpSync(fromRoot('src/core/language/fr/fr.model'), join(dirname(cli), 'language', 'fr', 'fr.model'));
    folder = mkdtempSync(join(tmpdir(), 'verbatim-export-'));
    writeFileSync(file('a.txt'), article);
    writeFileSync(file('a.txt.annotations.yaml'), sidecar);
    writeFileSync(file('b.txt'), article);
  });
  after(() => rmSync(folder, { recursive: true }));

  it('prints one page, with the sidecar’s decisions', () => {
    const { stdout, status } = runCli(cli, ['export', file('a.txt')]);
    assert.match(stdout, /^<!DOCTYPE html>/u);
    assert.match(stdout, /<time class="mention date confirmed"[^>]*datetime="2025-09-24">/u);
    assert.match(stdout, /class="quotation direct suggested"/u);
    assert.equal(status, 0);
  });

  it('leaves out suggestions when asked', () => {
    const { stdout } = runCli(cli, ['export', '--confirmed', file('a.txt')]);
    assert.match(stdout, /date confirmed/u);
    assert.doesNotMatch(stdout, /suggested" id=/u);
  });

  it('speaks French to those who do', () => {
    const { stdout } = runCli(cli, ['export', file('b.txt')], { env: { LC_ALL: 'fr_FR.UTF-8' } });
    assert.match(stdout, /<html lang="fr">[\s\S]*Qui dit quoi/u);
  });

  it('writes beside each article', () => {
    const { stdout, status } = runCli(cli, [
      'export',
      '--format',
      'jsonld',
      '--write',
      file('a.txt'),
      file('b.txt'),
    ]);
    assert.equal(stdout, '');
    assert.equal(status, 0);
    assert.match(readFileSync(file('b.txt.jsonld'), 'utf8'), /"AnnotationPage"/u);
    assert.ok(existsSync(file('a.txt.jsonld')));
  });

  it('prints several articles where the format joins them', () => {
    const { stdout } = runCli(cli, ['export', '--format', 'conll', file('a.txt'), file('b.txt')]);
    assert.equal(stdout.match(/B-DATE/gu)?.length, 2);
  });

  for (const args of [
    ['export'],
    ['export', '--format', 'xml', 'a'],
    ['export', 'a', 'b'],
    ['export', '--write', '-'],
  ])
    it(`exits with 2 on wrong usage: ${args.join(' ')}`, () => assert.equal(runCli(cli, args).status, 2));

  it('says what could not be read', () => {
    const { stderr, status } = runCli(cli, ['export', file('none.txt')]);
    assert.match(stderr, /none\.txt: no such file/u);
    assert.equal(status, 1);
  });
});
