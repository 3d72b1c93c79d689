import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { builtCli, runCli } from '../builtCli';

const record = (words: string) =>
  `\n  - id: ${words.toLowerCase()}1\n    kind: mention\n    type: person\n    exact: "${words}"\n    status: confirmed\n`;
const file = (...records: readonly string[]) => `version: 1\n\nannotations:\n${records.join('')}`;

describe('verbatim format', function () {
  this.timeout(30_000);
  let cli: string;
  let folder: string;
  const path = (name: string) => join(folder, `${name}.annotations.yaml`);

  before(async () => {
    cli = await builtCli();
    folder = mkdtempSync(join(tmpdir(), 'verbatim-format-'));
    for (const name of ['a.txt', 'b.txt', 'c.txt']) writeFileSync(join(folder, name), 'Alpha et Bravo\n');
    writeFileSync(path('a.txt'), file(record('Bravo'), record('Alpha')));
    writeFileSync(path('b.txt'), file(record('Alpha'), record('Bravo')));
    writeFileSync(path('c.txt'), `${file(record('Bravo'), record('Alpha'))}oops: "half\n`);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('tells first, then writes, and leaves what it does not understand', () => {
    const before = readFileSync(path('a.txt'), 'utf8');
    const told = runCli(cli, ['format', '--check', 'a.txt', 'b.txt'], { cwd: folder });
    assert.deepEqual([told.stdout, told.status], ['a.txt.annotations.yaml\n', 1]);
    assert.equal(readFileSync(path('a.txt'), 'utf8'), before);

    const broken = readFileSync(path('c.txt'), 'utf8');
    const done = runCli(cli, ['format', '.'], { cwd: folder });
    assert.equal(done.status, 1);
    assert.match(done.stderr, /c\.txt\.annotations\.yaml: not understood whole/u);
    assert.equal(readFileSync(path('a.txt'), 'utf8'), file(record('Alpha'), record('Bravo')));
    assert.equal(readFileSync(path('c.txt'), 'utf8'), broken);
    assert.equal(runCli(cli, ['format', 'a.txt', 'b.txt'], { cwd: folder }).status, 0);
  });
});
