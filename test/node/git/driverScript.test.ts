import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { dataFolder } from '../../../src/node/git/dataFolder';
import { driverScript } from '../../../src/node/git/driverScript';
import { shellPath, shellQuote } from '../../../src/node/git/shellQuote';

const file = (...middle: readonly string[]) =>
  ['first', '', 'second', '', ...middle, '', 'last', ''].join('\n');

/** What a program in the place of the command line does, and what becomes of a merge of two changes to one line. */
const programs: readonly (readonly [
  name: string,
  program: string | undefined,
  status: number,
  merged: RegExp,
])[] = [
  ['there is no program', undefined, 1, /^<<<<<<< ours\nours\n=======\ntheirs\n>>>>>>> theirs$/mu],
  ['it crashes', 'throw new Error("x")', 1, /^<<<<<<< ours\nours\n=======\ntheirs\n>>>>>>> theirs$/mu],
  ['it lacks a module', 'require("nowhere")', 1, /^<<<<<<< ours$/mu],
  ['it ends well without having merged', '', 1, /^<<<<<<< ours$/mu],
  ['it is killed', 'process.kill(process.pid, "SIGKILL")', 1, /^<<<<<<< ours$/mu],
  ['it merges', 'require("fs").writeFileSync("ours", "merged"); process.exit(90)', 0, /^merged$/u],
  [
    'it finds conflicts',
    'require("fs").writeFileSync("ours", "conflict"); process.exit(91)',
    1,
    /^conflict$/u,
  ],
];

describe('the script that git runs', function () {
  this.timeout(20_000);
  let folder: string;

  beforeEach(() => {
    // Everything that a shell could trip over.
    folder = join(mkdtempSync(join(tmpdir(), 'verbatim-script-')), `l'été "$HOME" \`x\` #1`);
    mkdirSync(folder);
    writeFileSync(join(folder, 'base'), file('base'));
    writeFileSync(join(folder, 'ours'), file('ours'));
    writeFileSync(join(folder, 'theirs'), file('theirs'));
  });
  afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

  const run = (runtimes: readonly string[], path = process.env.PATH) => {
    const script = join(folder, 'git-driver.sh');
    writeFileSync(script, driverScript({ programs: [join(folder, 'cli.js')], runtimes, platform: 'linux' }));
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `sh ${shellQuote(script)} merge base ours theirs 7 ${shellQuote("l'article.annotations.yaml")}`],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, PATH: path, NODE_OPTIONS: '--require nowhere' },
      },
    );
    return { status, stderr, merged: readFileSync(join(folder, 'ours'), 'utf8') };
  };

  for (const [name, program, status, merged] of programs) {
    it(`leaves both sides or a merge when ${name}`, () => {
      if (program !== undefined) writeFileSync(join(folder, 'cli.js'), program);
      const result = run([process.execPath]);
      assert.match(result.merged, merged);
      assert.equal(result.status, status);
      assert.equal(
        /could not be run/u.test(result.stderr),
        program === undefined || !/exit\(9/u.test(program),
      );
    });
  }

  it('says whose file it could not merge, without Node, and merges its lines', () => {
    writeFileSync(join(folder, 'cli.js'), 'process.exit(90)');
    const tools = join(folder, 'bin');
    mkdirSync(tools);
    for (const tool of ['sh', 'git', 'dirname', 'cat', 'mv']) symlinkSync(which(tool), join(tools, tool));
    writeFileSync(join(folder, 'theirs'), file('theirs', '', 'added'));
    const { status, stderr, merged } = run(['/nowhere/node'], tools);
    assert.match(stderr, /l'article\.annotations\.yaml.*doctor/u);
    assert.match(merged, /^<<<<<<< ours\nours\n/mu);
    assert.match(merged, /^added$/mu);
    assert.equal(status, 1);
  });

  it('goes on to the next runtime', () => {
    writeFileSync(join(folder, 'cli.js'), 'require("fs").writeFileSync("ours", "merged"); process.exit(90)');
    assert.equal(run(['/nowhere/node', 'true', 'false', process.execPath]).merged, 'merged');
  });

  it('keeps both sides whole where git cannot merge lines', () => {
    writeFileSync(join(folder, 'theirs'), Buffer.from([0, 1, 2]));
    const { status, merged } = run([process.execPath]);
    assert.ok(
      merged.includes('ours') && merged.includes('\0\u0001\u0002') && merged.includes('>>>>>>> theirs'),
    );
    assert.equal(status, 1);
  });
});

describe('words for a shell', () => {
  for (const word of ["l'été", 'a b', '$HOME `x` "y" \\', 'line\nend', '', '*', "''", '-n'])
    it(`come back: ${JSON.stringify(word)}`, () => {
      const { stdout } = spawnSync('sh', ['-c', `printf %s ${shellQuote(word)}`], { encoding: 'utf8' });
      assert.equal(stdout, word);
    });

  it('are paths with forward slashes on Windows', () => {
    assert.equal(shellPath("C:\\Users\\l'été\\v", 'win32'), "'C:/Users/l'\\''été/v'");
    assert.equal(shellPath('/a\\b', 'linux'), "'/a\\b'");
  });
});

describe('the folder of the script', () => {
  const cases: readonly (readonly [NodeJS.Platform, NodeJS.ProcessEnv, string, string])[] = [
    ['linux', {}, '/home/é', '/home/é/.local/share/verbatim'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/home/é', '/data/verbatim'],
    ['darwin', {}, '/Users/é', '/Users/é/Library/Application Support/verbatim'],
    ['win32', {}, 'C:\\Users\\é', 'C:\\Users\\é\\AppData\\Local\\verbatim'],
    ['win32', { LOCALAPPDATA: 'D:\\L' }, 'C:\\Users\\é', 'D:\\L\\verbatim'],
    ['win32', { VERBATIM_DATA: 'E:\\v' }, 'C:\\Users\\é', 'E:\\v'],
  ];
  for (const [platform, env, home, folder] of cases)
    it(`is ${folder}`, () => assert.equal(dataFolder({ platform, env, home }), folder));
});

function which(tool: string): string {
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .map((path) => join(path, tool))
    .find((path) => spawnSync('test', ['-x', path]).status === 0);
  assert.ok(found, tool);
  return found;
}
