import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { fromRoot } from '../../src/tools/paths';
import { builtCli, runCli } from './builtCli';

const article =
  'La rentrée\n\nLe maire, Jean Petit, a déclaré : « Nous irons. » Il a ajouté : « Rien ne presse. »\n';
const sidecar = `version: 1
article: a.article

annotations:

  - id: q1b2c3d4e
    kind: quotation
    form: direct
    content:
      - exact: "Nous irons."
    speakers: []
    status: confirmed
    check:
      of: {words: "Nous irons."}
      verdict: accurate
      by: Claire
`;

describe('verbatim report', function () {
  this.timeout(30_000);
  let cli: string;
  let folder: string;

  before(async () => {
    cli = await builtCli();
    cpSync(fromRoot('src/core/language/fr/fr.model'), join(dirname(cli), 'language', 'fr', 'fr.model'));
    folder = mkdtempSync(join(tmpdir(), 'verbatim-report-'));
    mkdirSync(join(folder, 'published'));
    writeFileSync(join(folder, 'published', 'a.article'), article);
    writeFileSync(join(folder, 'published', 'a.article.annotations.yaml'), sidecar);
    writeFileSync(join(folder, 'published', 'b.txt'), 'Rien.\n');
    writeFileSync(join(folder, 'published', 'b.txt.annotations.yaml'), 'version: 1\n');
  });
  after(() => rmSync(folder, { recursive: true }));

  it('reports a folder’s articles', () => {
    const { stdout, status } = runCli(cli, ['report', join(folder, 'published')]);
    assert.match(stdout, /## .*a\.article[\s\S]*\| 3 \| Nous irons\. \|.*\| checked \| accurate \|.*Claire/u);
    assert.match(stdout, /Rien ne presse\. \|.*\| unchecked \|/u);
    assert.match(stdout, /## .*b\.txt\n\nNo quotation and no claim\./u);
    assert.equal(status, 0);
  });

  it('is a gate', () => {
    const gate = (states: string) =>
      runCli(cli, ['report', '--fail-on', states, join(folder, 'published')]).status;
    assert.deepEqual([gate('open'), gate('stale'), gate('stale,open')], [1, 0, 1]);
  });

  it('says in French what was found', () => {
    const args = ['report', '--format', 'csv', join(folder, 'published', 'a.article')];
    const { stdout } = runCli(cli, args, { env: { LC_ALL: 'fr_FR.UTF-8' } });
    assert.match(stdout, /^Fichier,Ligne,Propos,/u);
    assert.match(stdout, /vérifié,exact,Claire/u);
  });

  it('refuses states that there are not, and names what is not there', () => {
    assert.equal(runCli(cli, ['report', '--fail-on', 'wrong', folder]).status, 2);
    const { stderr, status } = runCli(cli, ['report', join(folder, 'missing')]);
    assert.match(stderr, /missing: no such file/u);
    assert.equal(status, 1);
  });
});
