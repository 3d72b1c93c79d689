import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { builtCli } from '../builtCli';
import { testRepository, type TestRepository, testUser, type TestUser } from './testRepository';

const lines =
  '*.annotations.yaml merge=verbatim diff=verbatim\nverbatim.entities.yaml merge=verbatim diff=verbatim\n';

for (const home of ['home', `l'été "x" $y`]) {
  describe(`verbatim git, in a home folder called ${home}`, function () {
    this.timeout(60_000);
    let cli: string;
    let user: TestUser;
    let repository: TestRepository;

    before(async () => {
      cli = await builtCli();
    });
    beforeEach(() => {
      user = testUser(home);
      repository = testRepository(user, cli, 'dépôt 1');
    });
    afterEach(() => user.remove());

    const script = () => join(user.home, '.local/share/verbatim/git-driver.sh');
    const config = () => repository.git('config', '--list', '--show-scope');

    it('sets up this repository, once', () => {
      const first = repository.verbatim('git', 'install');
      assert.deepEqual([first.status, first.stderr], [0, '']);
      assert.ok(repository.read('.gitattributes').endsWith(lines));
      assert.match(config(), /^local\tmerge\.verbatim\.driver=sh '.*git-driver\.sh' merge %O %A %B %L %P$/mu);
      assert.ok(existsSync(script()));
      const before = [config(), repository.read('.gitattributes')];
      const second = repository.verbatim('git', 'install');
      assert.match(second.stdout, /nothing to change.*\n.*nothing to change/u);
      assert.deepEqual([config(), repository.read('.gitattributes')], before);
    });

    it('sets up all repositories of the user, and takes it back', () => {
      assert.equal(repository.verbatim('git', 'install', '--global').status, 0);
      assert.match(config(), /^global\tmerge\.verbatim\.driver=/mu);
      assert.ok(!existsSync(join(repository.folder, '.gitattributes')));
      assert.match(repository.git('check-attr', 'merge', 'x/a.txt.annotations.yaml'), /merge: verbatim/u);
      assert.equal(repository.verbatim('git', 'uninstall', '--global').status, 0);
      assert.doesNotMatch(config(), /verbatim\./u);
      assert.match(repository.git('check-attr', 'merge', 'x/a.txt.annotations.yaml'), /merge: unspecified/u);
      assert.ok(existsSync(script()));
    });

    it('takes back what it did and nothing else', () => {
      repository.write('.gitattributes', '*.png binary\n');
      repository.verbatim('git', 'install');
      assert.equal(repository.verbatim('git', 'uninstall').status, 0);
      assert.equal(repository.read('.gitattributes'), '*.png binary\n');
      assert.doesNotMatch(config(), /verbatim\./u);
      assert.match(repository.verbatim('git', 'uninstall').stdout, /^Nothing was set up here/u);
    });
  });
}

describe('verbatim git doctor', function () {
  this.timeout(60_000);
  let user: TestUser;
  let repository: TestRepository;

  beforeEach(async () => {
    user = testUser();
    repository = testRepository(user, await builtCli());
  });
  afterEach(() => user.remove());

  const marks = () => {
    const { stdout, status } = repository.verbatim('git', 'doctor');
    return { marks: stdout.replace(/^(.).*\n/gmu, '$1'), stdout, status };
  };

  it('finds nothing set up', () => {
    const { marks: found, status } = marks();
    assert.equal(found, '✓✓✗✗✗–');
    assert.equal(status, 1);
  });

  it('finds all set up, and tells when colleagues do not get it', () => {
    repository.verbatim('git', 'install');
    assert.deepEqual([marks().marks, marks().status], ['✓✓✓✓✓✓––', 0]);
    repository.commit('Set up Verbatim');
    assert.equal(marks().marks, '✓✓✓✓✓✓✓–');
  });

  it('finds that the driver is gone', () => {
    repository.verbatim('git', 'install');
    rmSync(join(user.home, '.local/share/verbatim'), { recursive: true });
    const { stdout, status } = marks();
    assert.match(stdout, /^✗ The merge driver does not run/mu);
    assert.equal(status, 1);
  });

  it('finds attributes that say otherwise', () => {
    repository.verbatim('git', 'install');
    repository.write('press/.gitattributes', '*.yaml merge=union\n');
    repository.commit('Files', { 'press/é.txt.annotations.yaml': 'version: 1\n' });
    const { stdout, status } = marks();
    assert.match(stdout, /^✗ git’s attributes name another merge for: press\/é\.txt\.annotations\.yaml$/mu);
    assert.equal(status, 1);
  });

  it('needs a repository', () => {
    rmSync(join(repository.folder, '.git'), { recursive: true });
    assert.match(marks().stdout, /^✗ This folder is in no git repository/mu);
    const { stderr, status } = repository.verbatim('git', 'install');
    assert.match(stderr, /no git repository/u);
    assert.equal(status, 1);
  });

  it('is one of three', () => {
    assert.equal(repository.verbatim('git').status, 2);
    assert.equal(repository.verbatim('git', 'fly').status, 2);
    assert.equal(repository.verbatim('git', 'install', '--fly').status, 2);
  });
});
