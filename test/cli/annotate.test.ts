import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import type { AnalysisRecord } from '../../src/core/export/analysisRecord';

const article =
  'Réunis le 24 septembre 2025, ils ont parlé 👍 jusqu’à 18 h 30.\r\nLe maire a déclaré : « Nous irons. »\r\n';

describe('verbatim annotate', function () {
  this.timeout(30_000);
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'verbatim-cli-'));
    writeFileSync(join(folder, 'a.txt'), article);
    writeFileSync(join(folder, 'b.txt'), `\ufeff${article}`, 'utf16le');
    writeFileSync(join(folder, 'photo.jpg'), Buffer.from([0xff, 0xd8, 0, 0, 1, 2]));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('prints one record a file, the same for each encoding, with code point offsets', () => {
    const { stdout, status } = verbatim('annotate', join(folder, 'a.txt'), join(folder, 'b.txt'));
    const [a, b] = records(stdout);
    assert.ok(a && b);
    assert.deepEqual({ ...a, file: '' }, { ...b, file: '' });
    const points = [...article];
    const spans = [...a.entities, ...a.mentions, ...a.quotations.flatMap((quotation) => quotation.content)];
    assert.ok(spans.length >= 2);
    for (const span of spans) assert.equal(points.slice(span.start, span.end).join(''), span.text);
    assert.ok(
      a.entities.some(({ type, text, value }) => type === 'hour' && text === '18 h 30' && value === 'T18:30'),
    );
    assert.equal(status, 0);
  });

  it('says what is wrong with one file and goes on with the others', () => {
    const { stdout, stderr, status } = verbatim(
      'annotate',
      join(folder, 'none.txt'),
      join(folder, 'photo.jpg'),
      folder,
      join(folder, 'a.txt'),
    );
    assert.equal(records(stdout).length, 1);
    assert.deepEqual(
      stderr
        .trimEnd()
        .split('\n')
        .map((line) => line.replace(/^verbatim: .*: /u, '')),
      ['no such file', 'not a text file', 'is a folder, not an article'],
    );
    assert.equal(status, 1);
  });

  it('reads standard input', () => {
    const { stdout, status } = verbatim({ input: 'Le 3 mai 1998.' }, 'annotate', '-');
    assert.deepEqual(
      records(stdout)[0]?.entities.map(({ text }) => text),
      ['3 mai 1998'],
    );
    assert.equal(status, 0);
  });

  it('takes the date of the articles', () => {
    const { stdout } = verbatim({ input: 'Le 3 mai.' }, 'annotate', '--date', '2020-06-01', '-');
    assert.equal(records(stdout)[0]?.entities[0]?.value, '2020-05-03');
  });

  for (const args of [
    ['annotate'],
    ['annotate', '--date', 'mardi', '-'],
    ['annotate', '--format', 'xml', '-'],
    ['fly'],
    ['annotate', '--fly', '-'],
  ]) {
    it(`exits with 2 on wrong usage: ${args.join(' ')}`, () => {
      const { stderr, status } = verbatim({ input: '' }, ...args);
      assert.equal(status, 2);
      assert.doesNotMatch(stderr, /\n\s+at /u);
    });
  }

  it('prints help and version', () => {
    assert.match(verbatim('--help').stdout, /annotate/u);
    assert.match(verbatim('--version').stdout, /^\d+\.\d+\.\d+\n$/u);
    assert.equal(verbatim('--help').status, 0);
  });
});

function records(stdout: string): AnalysisRecord[] {
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as AnalysisRecord);
}

function verbatim(...args: readonly (string | { input: string })[]): {
  stdout: string;
  stderr: string;
  status: number | null;
} {
  const options = args.find((arg) => typeof arg === 'object');
  const words = args.filter((arg) => typeof arg === 'string');
  return spawnSync(process.execPath, ['--import', 'tsx', resolve('src/cli/main.ts'), ...words], {
    encoding: 'utf8',
    input: options?.input ?? '',
    env: { ...process.env, LC_ALL: 'C', LANG: 'C' },
  });
}
