import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { builtCli } from '../builtCli';
import {
  openRepository,
  testRepository,
  type TestRepository,
  testUser,
  type TestUser,
} from './testRepository';

const name = "l'été à Lodève.txt.annotations.yaml";

interface Fields {
  readonly type?: string;
  readonly status?: string;
  readonly note?: string;
}

const record = (words: string, { type = 'location', status = 'confirmed', note }: Fields = {}) =>
  `\n  - id: ${words.toLowerCase()}\n    kind: mention\n    type: ${type}\n    exact: "${words}"\n    status: ${status}\n${note === undefined ? '' : `    note: "${note}"\n`}`;

const sidecar = (...records: readonly string[]) =>
  `version: 1\narticle: "l'été à Lodève.txt"\n\nannotations:\n${records.join('')}`;

const base = sidecar(record('Alpha'), record('Zulu'));
const ours = sidecar(record('Alpha'), record('Bravo'), record('Zulu'));
const theirs = sidecar(record('Alpha'), record('Charlie'), record('Zulu', { note: 'seen' }));
const both = sidecar(record('Alpha'), record('Bravo'), record('Charlie'), record('Zulu', { note: 'seen' }));

describe('git with Verbatim', function () {
  this.timeout(60_000);
  let user: TestUser;
  let repository: TestRepository;
  let count = 0;

  let cli: string;
  let template: string;

  // One repository is set up and copied, since setting up takes longer than most tests.
  before(async () => {
    cli = await builtCli();
    user = testUser('l’été "1"');
    const first = testRepository(user, cli, 'template');
    first.verbatim('git', 'install');
    first.commit('Start', { [name]: base });
    template = first.folder;
  });
  beforeEach(() => {
    const folder = join(user.home, `copy ${count++}`);
    cpSync(template, folder, { recursive: true });
    repository = openRepository(user, cli, folder);
  });
  after(() => user.remove());

  /** Leaves `main` with one version, `side` with the other. */
  const fork = (mine = ours, other = theirs) => {
    repository.git('switch', '--quiet', '--create', 'side');
    repository.commit('Theirs', { [name]: other });
    repository.git('switch', '--quiet', 'main');
    repository.commit('Ours', { [name]: mine });
  };
  const unmerged = () => repository.git('diff', '--name-only', '--diff-filter=U');

  it('without it, git calls the same merge a conflict', () => {
    repository.verbatim('git', 'uninstall');
    repository.commit('Without');
    fork();
    assert.equal(repository.tryGit('merge', 'side').status, 1);
    assert.match(repository.read(name), /^<{7}/mu);
  });

  const ways: readonly (readonly [name: string, run: () => void])[] = [
    ['merges', () => repository.git('merge', '--no-edit', 'side')],
    [
      'merges the other way round',
      () => {
        repository.git('switch', '--quiet', 'side');
        repository.git('merge', '--no-edit', 'main');
      },
    ],
    ['rebases', () => repository.git('rebase', 'side')],
    ['cherry-picks', () => repository.git('cherry-pick', 'side')],
    ['squashes', () => repository.git('merge', '--squash', 'side')],
    [
      'merges with the older strategy',
      () => repository.git('merge', '--no-edit', '--strategy=recursive', 'side'),
    ],
    [
      'applies a patch three-way',
      () => {
        const patch = repository.git('format-patch', '-1', '--stdout', '--no-textconv', 'side');
        repository.write('../change.patch', patch);
        repository.git('am', '--3way', '../change.patch');
      },
    ],
  ];
  for (const [way, run] of ways)
    it(way, () => {
      fork();
      run();
      assert.equal(repository.read(name), both);
      assert.equal(unmerged(), '');
    });

  it('merges the register, role by role', () => {
    const file = 'verbatim.entities.yaml';
    const role = (words: string, end = '') => `      - role: "${words}"\n        since: "2020-06"\n${end}`;
    const register = (roles: string) =>
      `version: 1\n\nentities:\n\n  # elle\n  - id: jk-1\n    type: person\n    name: "Jeanne Kervadec"\n    roles:\n${roles}`;
    const until = '        until: "2025"\n';
    repository.commit('Register', { [file]: register(role('maire')) });
    repository.git('switch', '--quiet', '--create', 'side');
    repository.commit('Theirs', { [file]: register(role('maire') + role('députée')) });
    repository.git('switch', '--quiet', 'main');
    repository.commit('Ours', { [file]: register(role('maire', until)) });
    repository.git('merge', '--no-edit', 'side');
    assert.equal(repository.read(file), register(role('maire', until) + role('députée')));
  });

  it('pops a stash', () => {
    repository.write(name, theirs);
    repository.git('stash');
    repository.commit('Ours', { [name]: ours });
    repository.git('stash', 'pop');
    assert.equal(repository.read(name), both);
  });

  it('reverts a commit under later ones', () => {
    repository.commit('Ours', { [name]: ours });
    repository.commit('More', { [name]: both });
    repository.git('revert', '--no-edit', 'HEAD~1');
    assert.equal(repository.read(name), theirs);
  });

  it('merges in another working tree', () => {
    fork();
    const folder = join(user.home, 'other tree');
    repository.git('worktree', 'add', '--quiet', '-b', 'other', folder, 'main');
    const other = openRepository(user, '', folder);
    other.git('merge', '--no-edit', 'side');
    assert.equal(other.read(name), both);
  });

  it('merges from a folder below', () => {
    repository.commit('Folder', { 'press/a.txt': 'x' });
    fork();
    openRepository(user, '', join(repository.folder, 'press')).git('merge', '--no-edit', 'side');
    assert.equal(repository.read(name), both);
  });

  it('merges into a renamed article', () => {
    repository.commit('Article', { "l'été à Lodève.txt": 'Alpha Bravo Charlie Zulu\n'.repeat(9) });
    fork();
    repository.git('mv', name, 'new.txt.annotations.yaml');
    repository.git('mv', "l'été à Lodève.txt", 'new.txt');
    repository.commit('Rename');
    repository.git('merge', '--no-edit', 'side');
    assert.equal(repository.read('new.txt.annotations.yaml'), both);
  });

  it('merges where two common ancestors contradict each other', () => {
    fork(
      sidecar(record('Alpha', { type: 'person' }), record('Zulu')),
      sidecar(record('Alpha', { type: 'event' }), record('Zulu')),
    );
    repository.git('branch', 'main1');
    repository.git('branch', 'side1', 'side');
    const person = sidecar(record('Alpha', { type: 'person' }), record('Zulu'));
    assert.equal(repository.tryGit('merge', 'side1').status, 1);
    repository.commit('Person', { [name]: person });
    repository.git('switch', '--quiet', 'side');
    assert.equal(repository.tryGit('merge', 'main1').status, 1);
    repository.commit('Person too, and more', {
      [name]: person.replace(record('Zulu'), record('Bravo') + record('Zulu')),
    });
    repository.git('switch', '--quiet', 'main');
    repository.commit('More', {
      [name]: sidecar(record('Alpha', { type: 'person' }), record('Charlie'), record('Zulu')),
    });
    assert.equal(repository.git('merge-base', '--all', 'main', 'side').trim().split('\n').length, 2);
    repository.git('merge', '--no-edit', 'side');
    assert.equal(
      repository.read(name),
      sidecar(record('Alpha', { type: 'person' }), record('Bravo'), record('Charlie'), record('Zulu')),
    );
  });

  const conflicts: readonly (readonly [name: string, mine: string, other: string, marked: RegExp])[] = [
    [
      'two types',
      sidecar(record('Alpha', { type: 'person' }), record('Bravo'), record('Zulu')),
      sidecar(record('Alpha', { type: 'event' }), record('Charlie'), record('Zulu')),
      /^<{7} ours\n[^<>]*person[^<>]*^\|{7} base\n[^<>]*location[^<>]*^={7}\n[^<>]*event[^<>]*^>{7} theirs$/mu,
    ],
    [
      'a removal against an edit',
      sidecar(record('Bravo'), record('Zulu')),
      sidecar(record('Alpha', { type: 'event' }), record('Charlie'), record('Zulu')),
      /^<{7} ours\n\|{7} base\n[^<>]*location[^<>]*^={7}\n[^<>]*event[^<>]*^>{7} theirs$/mu,
    ],
  ];
  for (const [what, mine, other, marked] of conflicts)
    it(`leaves ${what} between markers around the record, and merges the rest`, () => {
      fork(mine, other);
      const { status, stderr } = repository.tryGit('merge', 'side');
      assert.equal(status, 1);
      assert.match(stderr, /both sides changed alpha/u);
      const left = repository.read(name);
      assert.match(left, marked);
      assert.equal(left.match(/^<{7}/gmu)?.length, 1);
      for (const id of ['bravo', 'charlie', 'zulu']) assert.match(left, new RegExp(`^  - id: ${id}$`, 'mu'));
      assert.equal(
        unmerged().trim(),
        JSON.stringify(name).replace(/[à-ÿ]/gu, (letter) =>
          [...Buffer.from(letter)].map((byte) => `\\${byte.toString(8)}`).join(''),
        ),
      );
      assert.equal(parseSidecar(left).readOnly, 'conflict');
      const found = repository.verbatim('check', name);
      assert.match(found.stdout, /\[sidecar-conflict\]/u);
    });

  it('keeps both sides where a version is no sidecar at all', () => {
    fork('version: 1\nannotations: "oops\n', theirs);
    const { status, stderr } = repository.tryGit('merge', 'side');
    assert.equal(status, 1);
    assert.match(stderr, /lines were merged instead/u);
    assert.match(repository.read(name), /oops[^]*charlie/u);
  });

  it('keeps both sides where one is not UTF-8', () => {
    fork(ours, theirs);
    repository.git('switch', '--quiet', 'side');
    writeFileSync(join(repository.folder, name), Buffer.from(theirs.replace('seen', 'é'), 'latin1'));
    repository.commit('Latin-1');
    repository.git('switch', '--quiet', 'main');
    const { status, stderr } = repository.tryGit('merge', 'side');
    assert.equal(status, 1);
    assert.match(stderr, /not valid UTF-8/u);
    const left = readFileSync(join(repository.folder, name), 'latin1');
    assert.match(left, /bravo[^]*charlie[^]*note: "é"/u);
  });

  it('lets git merge lines, with markers, when the program is gone', () => {
    fork();
    const installed = repository.read('../.local/share/verbatim/git-driver.sh');
    repository.write('../moved/git-driver.sh', installed.replaceAll('cli.js', 'gone.js'));
    repository.git('config', 'merge.verbatim.driver', 'sh ../moved/git-driver.sh merge %O %A %B %L %P');
    const { status, stderr } = repository.tryGit('merge', 'side');
    assert.equal(status, 1);
    assert.match(stderr, /could not be run/u);
    assert.match(repository.read(name), /^<{7} ours\n[^]*bravo[^]*^={7}\n[^]*charlie[^]*^>{7} theirs$/mu);
  });

  it('shows what changed in words', () => {
    fork();
    const diff = repository.git('diff', 'main', 'side', '--', name);
    assert.match(diff, /^-mention location confirmed \(bravo\)$/mu);
    assert.match(diff, /^\+ {2}note: seen$/mu);
  });

  it('shows a broken file as it is', () => {
    repository.write(name, 'version: 1\nannotations: "oops\n');
    assert.match(repository.git('diff', '--', name), /^\+annotations: "oops$/mu);
  });
});
