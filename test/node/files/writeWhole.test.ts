import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { buildSync } from 'esbuild';

import { besideOf } from '../../../src/node/fileLock';
import { replaceWhole, writeWhole } from '../../../src/node/writeWhole';
import { fromRoot } from '../../../src/tools/paths';

const bytes = (text: string) => new TextEncoder().encode(text);
const [old, fresh] = ['old\n'.repeat(2_000), 'new and longer\n'.repeat(2_000)];

/** A program of this folder as one file, which starts much quicker. */
function programAt(folder: string, name: string): string {
  const outfile = join(folder, `${name}.js`);
  const entryPoints = [fromRoot(`test/node/files/${name}.ts`)];
  buildSync({ entryPoints, outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'silent' });
  return outfile;
}

describe('replacing a file', () => {
  let programs: string;
  let dieAt: string;
  let addLines: string;
  before(() => {
    programs = mkdtempSync(join(tmpdir(), 'verbatim-programs-'));
    [dieAt, addLines] = ['dieAt', 'addLines'].map((name) => programAt(programs, name)) as [string, string];
  });
  after(() => rmSync(programs, { recursive: true, force: true }));

  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'verbatim-files-'));
    path = join(folder, 'a.article.annotations.yaml');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const content = () => readFileSync(path, 'utf8');

  it('writes a new file, and one that holds what is expected', async () => {
    assert.ok(await replaceWhole(path, undefined, bytes(old)));
    assert.ok(await replaceWhole(path, bytes(old), bytes(fresh)));
    assert.equal(content(), fresh);
    assert.deepEqual(readdirSync(folder), ['a.article.annotations.yaml']);
  });

  it('leaves a file alone that holds something else, or is there unexpectedly, or is gone', async () => {
    assert.equal(await replaceWhole(path, bytes(old), bytes(fresh)), false);
    assert.deepEqual(readdirSync(folder), []);
    writeFileSync(path, 'of somebody else');
    assert.equal(await replaceWhole(path, bytes(old), bytes(fresh)), false);
    assert.equal(await replaceWhole(path, undefined, bytes(fresh)), false);
    assert.equal(content(), 'of somebody else');
    assert.deepEqual(readdirSync(folder), ['a.article.annotations.yaml']);
  });

  it('keeps the mode, whatever the mask, and the link', async () => {
    writeFileSync(path, old);
    chmodSync(path, 0o666);
    const link = join(folder, 'link.yaml');
    symlinkSync(path, link);
    const mask = process.umask(0o077);
    try {
      assert.ok(await replaceWhole(link, bytes(old), bytes(fresh)));
    } finally {
      process.umask(mask);
    }
    assert.equal(content(), fresh);
    assert.equal(statSync(path).mode & 0o777, 0o666);
  });

  it('works for the longest name that a file can have, and says of a longer one what is wrong', async () => {
    const longest = join(folder, `${'é'.repeat(118)}.annotations.yaml`.padEnd(137, 'x').slice(0, 137));
    assert.equal(Buffer.byteLength(longest.slice(folder.length + 1)), 255);
    assert.ok(await replaceWhole(longest, undefined, bytes(fresh)));
    await assert.rejects(replaceWhole(`${longest}x`, undefined, bytes(fresh)), { code: 'ENAMETOOLONG' });
    assert.equal(readdirSync(folder).length, 1);
  });

  it('breaks the lock of a process that has ended, and removes its draft', async () => {
    writeFileSync(path, old);
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(besideOf(path, 'lock'), `${hostname()} ${pid} x\n`);
    writeFileSync(besideOf(path, '12345678.tmp'), 'half');
    writeFileSync(besideOf(join(folder, 'b.yaml'), '12345678.tmp'), 'of another file');
    const started = performance.now();
    assert.ok(await replaceWhole(path, bytes(old), bytes(fresh), { expires: 60_000 }));
    assert.ok(performance.now() - started < 30_000);
    assert.equal(readdirSync(folder).length, 2);
  });

  it('breaks a lock from another machine when it has expired, not before', async () => {
    writeFileSync(path, old);
    const lock = besideOf(path, 'lock');
    for (const token of ['elsewhere 1 x\n', '']) {
      writeFileSync(lock, token);
      await assert.rejects(replaceWhole(path, bytes(old), bytes(fresh), { expires: 60_000, patience: 100 }), {
        code: 'EBUSY',
      });
      assert.equal(readFileSync(lock, 'utf8'), token);
    }
    assert.equal(content(), old);
    assert.ok(await replaceWhole(path, bytes(old), bytes(fresh), { expires: 50 }));
    assert.deepEqual(readdirSync(folder), ['a.article.annotations.yaml']);
  });

  it('takes turns with other processes: no line is lost', async () => {
    writeFileSync(path, '');
    const run = promisify(execFile);
    const add = (name: string) => run(process.execPath, [addLines, path, name, '100']);
    await Promise.all([add('a'), add('b')]);
    const lines = content().trimEnd().split('\n');
    assert.equal(new Set(lines).size, 200);
    assert.equal(lines.length, 200);
  }).timeout(60_000);

  it('leaves the old file or the new one, whole, whenever its process is killed', () => {
    const run = (step: number) =>
      spawnSync(process.execPath, [dieAt, path, old, fresh, String(step)], { encoding: 'utf8' });
    writeFileSync(path, old);
    const whole = run(0);
    assert.equal(whole.status, 0, whole.stderr);
    const { done, calls } = JSON.parse(whole.stdout) as { done: boolean; calls: number };
    assert.ok(done && calls > 20, whole.stdout);
    const seen = new Set<string>();
    for (let step = 1; step <= calls; step++) {
      writeFileSync(path, old);
      const { signal } = run(step);
      for (const name of readdirSync(folder)) if (name.startsWith('.')) rmSync(join(folder, name));
      assert.equal(signal, 'SIGKILL', `step ${step}`);
      const left = content();
      assert.ok(left === old || left === fresh, `step ${step}: ${left.length} units`);
      seen.add(left);
    }
    assert.equal(seen.size, 2);
  }).timeout(120_000);

  it('is not kept from writing by whatever a killed process left', async () => {
    writeFileSync(path, old);
    for (let step = 1; step <= 40; step += 6)
      spawnSync(process.execPath, [dieAt, path, old, fresh, String(step)]);
    const present = readFileSync(path);
    assert.ok(await replaceWhole(path, present, bytes('last\n'), { expires: 60_000 }));
    assert.deepEqual(readdirSync(folder), ['a.article.annotations.yaml']);
  }).timeout(60_000);
});

describe('writing where the disk says no', () => {
  // A limit on the size of files fails a write in its midst, as a disk does that has no space left.
  it('leaves the old file and no draft when there is no more space', function () {
    if (process.platform === 'win32') return this.skip();
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-files-'));
    const path = join(folder, 'a.yaml');
    const dieAt = programAt(folder, 'dieAt');
    writeFileSync(path, 'old\n');
    const line = 'ulimit -f 8 && exec "$0" "$@"';
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', line, process.execPath, dieAt, path, 'old\n', fresh, '0'],
      { encoding: 'utf8' },
    );
    assert.notEqual(status, 0);
    assert.match(stderr, /EFBIG|ENOSPC/u);
    assert.equal(readFileSync(path, 'utf8'), 'old\n');
    assert.deepEqual(readdirSync(folder).sort(), ['a.yaml', 'dieAt.js']);
    rmSync(folder, { recursive: true, force: true });
  });

  it('leaves a read-only file alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-files-'));
    const path = join(folder, 'a.yaml');
    writeFileSync(path, old, { mode: 0o444 });
    await assert.rejects(writeWhole(path, fresh), { code: 'EACCES' });
    await assert.rejects(replaceWhole(path, bytes(old), bytes(fresh)), { code: 'EACCES' });
    assert.equal(readFileSync(path, 'utf8'), old);
    assert.deepEqual(readdirSync(folder), ['a.yaml']);
    rmSync(folder, { recursive: true, force: true });
  });
});
