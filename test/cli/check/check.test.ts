import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import type { Log, Result } from 'sarif';

import { builtCli, type Ran, runCli } from '../builtCli';

const article = 'Bastien Couderc a parlé lundi à Lodève devant la presse locale.\n';
const record = (exact: string, suffix: string) =>
  `  - id: m1a\n    kind: mention\n    type: person\n    exact: "${exact}"\n    suffix: "${suffix}"\n    status: confirmed\n`;
const good = `version: 1\nannotations:\n\n${record('Bastien Couderc', ' a parlé lundi à Lodève')}`;
const orphan = `version: 1\nannotations:\n\n${record('Anaïs Roux', ', qui se taisait depuis')}`;

describe('verbatim check', function () {
  this.timeout(60_000);
  let cli: string;
  let folder: string;
  const put = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  const check = (...args: readonly string[]): Ran => runCli(cli, ['check', ...args], { cwd: folder });

  before(async () => {
    cli = await builtCli();
    folder = mkdtempSync(join(tmpdir(), 'verbatim-check-'));
    put('good/a.txt', article);
    put('good/a.txt.annotations.yaml', good);
    put('good/latin.txt', Buffer.from(article, 'latin1'));
    put('good/latin.txt.annotations.yaml', good);
    put('bad/été & co.txt', article);
    put('bad/été & co.txt.annotations.yaml', orphan);
    put('bad/gone.txt.annotations.yaml', good);
    put('bad/latin.txt', article);
    put('bad/latin.txt.annotations.yaml', Buffer.from(orphan, 'latin1'));
    put('bad/verbatim.yaml', 'version: 1\nexclude: [old.txt]\nlanguage: xx\nrules:\n  no-such-rule: on\n');
    put('bad/old.txt.annotations.yaml', orphan);
    put('bad/verbatim.entities.yaml', 'entities:\n<<<<<<< ours\n=======\n>>>>>>> theirs\n');
    put('bad/node_modules/x/b.txt.annotations.yaml', orphan);
    put('bad/.git/b.txt.annotations.yaml', orphan);
    put('merging/a.txt', `<<<<<<< HEAD\n${article}=======\n${article}>>>>>>> other\n`);
    put('merging/a.txt.annotations.yaml', 'version: 1\n');
    put('empty/a.txt', article);
    put('registers/verbatim.yaml', 'register: [mine.yaml, ../team/verbatim.entities.yaml]\n');
    put(
      'registers/mine.yaml',
      'version: 1\nentities:\n  - {id: a1, type: person, name: A, formerIds: [z1]}\n',
    );
    put('team/verbatim.entities.yaml', 'version: 1\nentities:\n  - {id: b1, type: person, name: B}\n');
    const linked = (entry: string) =>
      `version: 1\nentities:\n  - id: e1\n    type: person\n    name: "x"\n    register: ${entry}\n`;
    for (const entry of ['a1', 'b1', 'z1', 'c1']) {
      put(`registers/${entry}.txt`, article);
      put(`registers/${entry}.txt.annotations.yaml`, linked(entry));
    }
    put('no-register/a.txt', article);
    put('no-register/verbatim.yaml', 'register: ../not-here/team.yaml\n');
    put('no-register/a.txt.annotations.yaml', linked('c1'));
    put(
      'bad-register/verbatim.entities.yaml',
      `version: 1
entities:
  - id: a1
    type: person
    name: "A"
    wikidata: Q1
  - id: b1
    type: person
    name: "B"
    wikidata: Q1
    roles: [{role: "x", since: "juin"}]
`,
    );
  });
  after(() => rmSync(folder, { recursive: true }));

  it('says nothing but a count where all is well', () => {
    const { stdout, stderr, status } = check('good');
    assert.deepEqual([stdout, stderr], ['Sidecars checked: 2. Nothing to report.\n', '']);
    assert.equal(status, 0);
  });

  it('follows links into the registers that the configuration names, where all of them can be read', () => {
    const { stdout, status } = check('registers', 'team', 'no-register');
    assert.deepEqual(stdout.trimEnd().split('\n').slice(0, -1), [
      'registers/c1.txt.annotations.yaml:6:5: error: “c1” is not the id of an entry in the register. [check-dangling-register]',
    ]);
    assert.equal(status, 1);
  });

  it('tells what is wrong with a register', () => {
    const lines = check('bad-register').stdout.split('\n');
    assert.match(lines[0] ?? '', /verbatim\.entities\.yaml:7:\d+: warning: .*same identifier, Q1/u);
    assert.match(lines[1] ?? '', /verbatim\.entities\.yaml:11:\d+: error: .*juin.*\[register-date\]/u);
  });

  it('names file, line and reason', () => {
    const { stdout, status } = check('bad');
    assert.deepEqual(stdout.trimEnd().split('\n'), [
      'bad/gone.txt.annotations.yaml:1:1: error: The article “gone.txt” is missing. [check-no-article]',
      'bad/latin.txt.annotations.yaml:1:1: error: This file cannot be read: not valid UTF-8. [check-unreadable]',
      'bad/verbatim.entities.yaml:2:1: error: This file holds conflict markers of a merge. [sidecar-conflict]',
      'bad/verbatim.yaml:3:11: warning: There is no language pack for “xx”: French is used. [config-language]',
      'bad/verbatim.yaml:5:3: warning: “no-such-rule” is not a house rule. [rule-unknown]',
      'bad/été & co.txt.annotations.yaml:7:5: error: “Anaïs Roux” is not in the article any more. [check-orphan]',
      'Sidecars checked: 3. Errors: 4. Warnings: 2.',
    ]);
    assert.equal(status, 1);
  });

  it('speaks French', () => {
    const { stdout } = runCli(cli, ['check', 'bad/été & co.txt'], {
      cwd: folder,
      env: { LC_ALL: 'fr_FR.UTF-8' },
    });
    assert.match(stdout, /: erreur: « Anaïs Roux » n’est plus dans l’article\. \[check-orphan\]/u);
  });

  const statuses: readonly (readonly [name: string, args: readonly string[], status: number])[] = [
    ['the current folder', [], 1],
    ['an article', ['good/a.txt'], 0],
    ['an article without a sidecar', ['empty/a.txt'], 0],
    ['an article with conflict markers', ['merging/a.txt'], 1],
    ['a folder without sidecars', ['empty'], 0],
    ['a sidecar that is excluded but named', ['bad/old.txt.annotations.yaml'], 1],
    ['what does not exist', ['nowhere'], 1],
    ['an unknown format', ['--format', 'xml'], 2],
    ['an unknown option', ['--fly'], 2],
  ];
  for (const [name, args, status] of statuses)
    it(`exits with ${status} for ${name}`, () => assert.equal(check(...args).status, status));

  it('looks at a file once however often it is named', () => {
    const { stdout } = check('good/a.txt', 'good', 'good/a.txt.annotations.yaml');
    assert.match(stdout, /checked: 2\./u);
  });

  it('prints JSON', () => {
    const { sidecars, findings } = JSON.parse(check('bad', '--format', 'json').stdout) as {
      sidecars: number;
      findings: { code: string; line: number }[];
    };
    assert.equal(sidecars, 3);
    assert.deepEqual(
      findings.find(({ code }) => code === 'check-orphan'),
      {
        file: 'bad/été & co.txt.annotations.yaml',
        code: 'check-orphan',
        severity: 'error',
        message: '“Anaïs Roux” is not in the article any more.',
        line: 7,
        column: 5,
        endLine: 7,
        endColumn: 24,
      },
    );
  });

  it('prints SARIF 2.1.0', () => {
    const { stdout, status } = check('bad', '--format', 'sarif');
    const log = JSON.parse(stdout) as Log;
    assert.equal(status, 1);
    assert.deepEqual(sarifFaults(log), []);
    const orphans = log.runs[0]?.results?.filter(({ ruleId }) => ruleId === 'check-orphan');
    assert.deepEqual(
      orphans?.map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri),
      ['bad/%C3%A9t%C3%A9%20%26%20co.txt.annotations.yaml'],
    );
  });

  it('prints SARIF without results where all is well', () => {
    const log = JSON.parse(check('good', '--format', 'sarif').stdout) as Log;
    assert.deepEqual(sarifFaults(log), []);
    assert.deepEqual(log.runs[0]?.results, []);
  });
});

/** What the log has that SARIF 2.1.0 does not allow, by the sections of its specification. */
function sarifFaults(log: Log): readonly string[] {
  const faults: string[] = [];
  const expect = (holds: boolean, fault: string) => void (holds || faults.push(fault));
  expect(log.version === '2.1.0', '3.13.2 version');
  expect(URL.canParse(log.$schema ?? ''), '3.13.3 $schema');
  expect(Array.isArray(log.runs) && log.runs.length === 1, '3.13.4 runs');
  for (const run of log.runs) {
    const { driver } = run.tool;
    expect(typeof driver.name === 'string' && driver.name !== '', '3.19.8 name');
    expect(/^\d+\.\d+\.\d+$/u.test(driver.semanticVersion ?? ''), '3.19.12 semanticVersion');
    const rules = driver.rules ?? [];
    expect(new Set(rules.map(({ id }) => id)).size === rules.length, '3.19.23 rules are unique');
    for (const { id, shortDescription } of rules)
      expect(id !== '' && (shortDescription?.text ?? '') !== '', `3.49 rule ${id}`);
    expect(
      run.columnKind === 'utf16CodeUnits' || run.columnKind === 'unicodeCodePoints',
      '3.14.17 columnKind',
    );
    expect(
      Object.values(run.originalUriBaseIds ?? {}).every(({ uri }) => uri?.endsWith('/') && URL.canParse(uri)),
      '3.14.14 originalUriBaseIds',
    );
    expect(Array.isArray(run.results), '3.14.23 results');
    for (const result of run.results ?? [])
      faults.push(
        ...resultFaults(
          result,
          rules.map(({ id }) => id),
        ),
      );
  }
  return faults;
}

function resultFaults(result: Result, rules: readonly string[]): readonly string[] {
  const faults: string[] = [];
  const expect = (holds: boolean, fault: string) => void (holds || faults.push(fault));
  expect(rules[result.ruleIndex ?? -1] === result.ruleId, '3.27.6 ruleIndex');
  expect(['none', 'note', 'warning', 'error'].includes(result.level ?? ''), '3.27.10 level');
  expect((result.message.text ?? '') !== '', '3.27.11 message');
  expect(result.locations?.length === 1, '3.27.12 locations');
  for (const { physicalLocation } of result.locations ?? []) {
    const { uri = '', uriBaseId } = physicalLocation?.artifactLocation ?? {};
    expect(/^[\w.~!$&'()*+,;=:@/%-]+$/u.test(uri), `3.4.3 uri ${uri}`);
    expect(uriBaseId === '%SRCROOT%' || uri.startsWith('file:///'), '3.4.4 uriBaseId');
    const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = physicalLocation?.region ?? {};
    expect(startLine >= 1 && startColumn >= 1, '3.30.5 startLine, startColumn');
    expect(endLine > startLine || (endLine === startLine && endColumn >= startColumn), '3.30.7 endLine');
  }
  return faults;
}
