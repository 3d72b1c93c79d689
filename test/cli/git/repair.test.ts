import assert from 'node:assert/strict';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';

import { builtCli } from '../builtCli';
import {
  openRepository,
  testRepository,
  type TestRepository,
  testUser,
  type TestUser,
} from './testRepository';

const name = 'press/a.txt.annotations.yaml';
const text = 'Alpha, puis Bravo. Charlie regarde Delta. Zulu attend Alpha Centauri.\n';

const record = (words: string, more = '', id = words.toLowerCase()) =>
  `\n  - id: ${id}\n    kind: mention\n    type: location\n    exact: "${words}"\n    status: confirmed\n${more}`;
const note = (words: string) => `    note: "${words}"\n`;
const sidecar = (...records: readonly string[]) =>
  `version: 1\narticle: a.txt\n\nannotations:\n${records.join('')}`;

const base = sidecar(record('Bravo'), record('Zulu'));
const ours = sidecar(record('Bravo'), record('Charlie'), record('Zulu'));
const theirs = sidecar(record('Bravo', note('seen')), record('Delta'), record('Zulu'));
const both = sidecar(record('Bravo', note('seen')), record('Charlie'), record('Delta'), record('Zulu'));

/** What stands in the file after a merge without the driver, and what repairing makes of it. */
interface Case {
  readonly name: string;
  readonly theirs?: string;
  /** The merge as somebody or something committed it. */
  readonly merged: string;
  /** A later commit. */
  readonly later?: string;
  readonly repaired: string;
  readonly changed: string;
}

const cases: readonly Case[] = [
  { name: 'our side taken whole', merged: ours, repaired: both, changed: 'bravo, delta' },
  { name: 'their side taken whole', merged: theirs, repaired: both, changed: 'charlie' },
  {
    name: 'our side taken whole, and work on it since',
    merged: ours,
    later: sidecar(record('Bravo'), record('Charlie', note('later')), record('Zulu')),
    repaired: sidecar(
      record('Bravo', note('seen')),
      record('Charlie', note('later')),
      record('Delta'),
      record('Zulu'),
    ),
    changed: 'bravo, delta',
  },
  {
    name: 'conflict markers that were committed',
    merged: sidecar(
      record('Bravo', note('seen')),
      `<<<<<<< HEAD\n${record('Charlie')}=======\n${record('Delta')}>>>>>>> side\n`,
      record('Zulu'),
    ),
    repaired: both,
    changed: 'bravo, charlie, delta, zulu',
  },
  {
    name: 'one decision under two ids',
    theirs: sidecar(record('Bravo'), record('Zulu'), record('Charlie', '', 'other')),
    merged: sidecar(record('Bravo'), record('Charlie'), record('Zulu'), record('Charlie', '', 'other')),
    repaired: sidecar(record('Bravo'), record('Charlie', '    formerIds: [other]\n'), record('Zulu')),
    changed: 'charlie, other',
  },
  {
    name: 'a record twice under one id',
    merged: sidecar(
      record('Bravo', note('seen')),
      record('Charlie'),
      record('Delta'),
      record('Zulu'),
      record('Delta'),
    ),
    later: sidecar(
      record('Bravo', note('seen')),
      record('Charlie', note('later')),
      record('Delta'),
      record('Zulu'),
      record('Delta'),
    ),
    repaired: sidecar(
      record('Bravo', note('seen')),
      record('Charlie', note('later')),
      record('Delta'),
      record('Zulu'),
    ),
    changed: '',
  },
];

describe('verbatim repair', function () {
  this.timeout(60_000);
  let cli: string;
  let user: TestUser;
  let template: string;
  let repository: TestRepository;
  let count = 0;

  before(async () => {
    cli = await builtCli();
    user = testUser();
    const first = testRepository(user, cli, 'template');
    first.commit('Start', { [name]: base, 'press/a.txt': text });
    template = first.folder;
  });
  beforeEach(() => {
    const folder = join(user.home, `copy${count++}`);
    cpSync(template, folder, { recursive: true });
    repository = openRepository(user, cli, folder);
  });
  after(() => user.remove());

  const fork = (other = theirs) => {
    repository.git('switch', '--quiet', '--create', 'side');
    repository.commit('Theirs', { [name]: other });
    repository.git('switch', '--quiet', 'main');
    repository.commit('Ours', { [name]: ours });
  };
  const mergeAs = (content: string) => {
    repository.tryGit('merge', '--no-commit', 'side');
    repository.commit('Merge branch side', { [name]: content });
  };

  for (const { name: title, theirs: other, merged, later, repaired, changed } of cases) {
    it(`mends ${title}, which check finds`, () => {
      fork(other);
      mergeAs(merged);
      if (later !== undefined) repository.commit('Later', { [name]: later });
      const found = repository.verbatim('check', '--merges');
      assert.equal(found.status, 1);
      assert.match(found.stdout, /The merge “\w{9} Merge branch side” lost or broke/u);
      const { stdout, stderr, status } = repository.verbatim('repair', name);
      assert.deepEqual([stderr, status], ['', 0]);
      assert.ok(stdout.includes(`mended: ${changed} (`), stdout);
      assert.equal(repository.read(name), repaired);
      if (changed !== 'charlie') return;
      // Once is enough for what follows, since each run of the program takes a while.
      assert.equal(repository.verbatim('check', '--merges').status, 0);
      assert.match(repository.verbatim('repair', 'press').stdout, /nothing to repair/u);
    });
  }

  it('leaves alone what a person chose in a conflict, or removed later', () => {
    // With git set up as people have it: its searches would go through the readable diffs.
    repository.verbatim('git', 'install');
    fork(sidecar(record('Bravo').replace('location', 'person'), record('Delta'), record('Zulu')));
    repository.commit('Ours too', { [name]: ours.replace('location', 'event') });
    const chosen = sidecar(
      record('Bravo').replace('location', 'person'),
      record('Charlie'),
      record('Delta'),
      record('Zulu'),
    );
    mergeAs(chosen.replace(record('Delta'), ''));
    repository.commit('Bring back', { [name]: chosen });
    repository.commit('Remove', { [name]: chosen.replace(record('Delta'), '') });
    assert.match(repository.verbatim('repair', name).stdout, /nothing to repair/u);
    assert.equal(repository.verbatim('check', '--merges').status, 0);
  });

  it('does a merge again that is under way', () => {
    fork(sidecar(record('Bravo'), record('Delta'), record('Zulu', note('seen'))));
    assert.equal(repository.tryGit('merge', 'side').status, 1);
    assert.match(repository.read(name), /^<{7}/mu);
    assert.equal(repository.verbatim('repair', name).status, 0);
    assert.equal(
      repository.read(name),
      sidecar(record('Bravo'), record('Charlie'), record('Delta'), record('Zulu', note('seen'))),
    );
    assert.ok(existsSync(join(repository.folder, `${name}.orig`)));
  });

  it('leaves markers in a merge under way where both sides differ', () => {
    fork(theirs.replace('location', 'person'));
    repository.commit('Ours too', { [name]: ours.replace('location', 'event') });
    repository.tryGit('merge', 'side');
    const { stderr, status } = repository.verbatim('repair', name);
    assert.match(stderr, /both sides changed bravo/u);
    assert.equal(status, 1);
    assert.match(
      repository.read(name),
      /^<{7} ours\n[^<>]*event[^<>]*person[^<>]*^>{7} theirs$[^]*charlie[^]*delta/mu,
    );
  });

  it('asks about what nobody chose: an edit of a removed record, gone with a side that was taken whole', () => {
    fork(sidecar(record('Delta'), record('Zulu')));
    repository.commit('Ours too', { [name]: ours.replace(record('Bravo'), record('Bravo', note('mine'))) });
    const taken = sidecar(record('Delta'), record('Zulu'));
    mergeAs(taken);
    assert.match(
      repository.verbatim('check', '--merges').stdout,
      /lost or broke charlie, bravo|lost or broke bravo, charlie/u,
    );
    const asked = repository.verbatim('repair', name);
    assert.equal(asked.status, 1);
    const merge = /name (\w{9}) in the message/u.exec(asked.stderr)?.[1] ?? '';
    assert.match(repository.read(name), /<{7} ours\n[^<>]*note: "mine"[^<>]*>{7}/u);
    assert.match(repository.read(name), /delta[^]*charlie/u);

    const again = repository.verbatim('repair', name);
    assert.deepEqual([again.status, /nobody has settled yet/u.test(again.stderr)], [1, true]);

    const chosen = sidecar(record('Charlie'), record('Delta'), record('Zulu'));
    repository.commit(`Repair ${merge}`, { [name]: chosen });
    assert.match(repository.verbatim('repair', name).stdout, /nothing to repair/u);
    assert.equal(repository.verbatim('check', '--merges').status, 0);
  });

  it('mends a squashed merge, whose branch is named', () => {
    fork();
    repository.tryGit('merge', '--squash', 'side');
    repository.commit('Squashed', { [name]: ours });
    assert.match(repository.verbatim('repair', name).stdout, /nothing to repair/u);
    assert.equal(repository.verbatim('repair', '--theirs', 'side', '--dry-run', name).status, 0);
    assert.equal(repository.read(name), ours);
    assert.equal(repository.verbatim('repair', '--theirs', 'side', name).status, 0);
    assert.equal(repository.read(name), both);
  });

  it('follows a rename', () => {
    fork();
    repository.tryGit('merge', '--no-commit', 'side');
    repository.write(name, ours);
    repository.git('add', '--all');
    repository.git('mv', name, 'press/b.txt.annotations.yaml');
    repository.git('mv', 'press/a.txt', 'press/b.txt');
    repository.commit('Merge and rename');
    assert.equal(repository.verbatim('repair', 'press/b.txt').status, 0);
    assert.equal(repository.read('press/b.txt.annotations.yaml'), both);
  });

  it('finds a renamed sidecar that shares no record any more, beside its renamed article', () => {
    const small = sidecar(record('Bravo'));
    repository.commit('Small', { [name]: small });
    repository.git('switch', '--quiet', '--create', 'side');
    repository.commit('Theirs', { [name]: sidecar(record('Bravo', note('seen')), record('Delta')) });
    repository.git('switch', '--quiet', 'main');
    repository.git('mv', 'press/a.txt', 'press/b.txt');
    repository.git('rm', '--quiet', name);
    const renamed = 'press/b.txt.annotations.yaml';
    repository.commit('Renamed', { [renamed]: `# ${'x'.repeat(400)}\n${sidecar(record('Charlie'))}` });
    assert.equal(repository.tryGit('merge', 'side').status, 1);
    assert.match(repository.verbatim('repair', name).stderr, /merged into press\/b\.txt/u);
    assert.match(repository.read(renamed), /note: "seen"[^]*id: charlie/u);
    assert.match(repository.read(renamed), /id: delta/u);
  });

  it('says what it cannot do', () => {
    repository.commit('Broken', { [name]: '<<<<<<< x\n' });
    const { stderr, status } = repository.verbatim('repair', name, 'nowhere.txt');
    assert.match(stderr, /nowhere\.txt: no such file/u);
    assert.match(stderr, /nothing in git’s history mends it/u);
    assert.equal(status, 1);
    assert.equal(repository.verbatim('repair').status, 2);
    assert.match(
      repository.verbatim('repair', '--theirs', 'nobody', name).stderr,
      /nobody has no such file/u,
    );
  });
});
