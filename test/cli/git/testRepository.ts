import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { type Ran, runCli } from '../builtCli';

/** A user with a home and a git of their own: nothing of this machine's configuration is seen or touched. */
export interface TestUser {
  readonly home: string;
  readonly env: NodeJS.ProcessEnv;
  remove(): void;
}

/** A git repository of a user. Paths are relative to its folder. */
export interface TestRepository {
  readonly folder: string;
  /** Runs git, which may fail. */
  tryGit(...args: readonly string[]): Ran;
  /** Runs git, which must not fail; what it printed. */
  git(...args: readonly string[]): string;
  verbatim(...args: readonly string[]): Ran;
  write(path: string, content: string): void;
  read(path: string): string;
  /** Writes files and commits everything. */
  commit(message: string, files?: Readonly<Record<string, string>>): void;
}

/** `name` is that of the home folder: spaces, quotes and accents are what paths must survive. */
export function testUser(name = 'home'): TestUser {
  const root = mkdtempSync(join(tmpdir(), 'verbatim-git-'));
  const home = join(root, name);
  mkdirSync(home);
  const person = { NAME: 'A', EMAIL: 'a@example.org', DATE: '2026-01-05T10:00:00Z' };
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local/share'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_EDITOR: 'true',
    LC_ALL: 'C.UTF-8',
    ...Object.fromEntries(
      Object.entries(person).flatMap(([key, value]) => [
        [`GIT_AUTHOR_${key}`, value],
        [`GIT_COMMITTER_${key}`, value],
      ]),
    ),
  };
  return { home, env, remove: () => rmSync(root, { recursive: true, force: true }) };
}

export function testRepository(user: TestUser, cli: string, name = 'repository'): TestRepository {
  const folder = join(user.home, name);
  mkdirSync(folder);
  const repository = openRepository(user, cli, folder);
  repository.git('init', '--quiet', '--initial-branch=main');
  return repository;
}

/** A working tree that is there already: a clone, or another tree of a repository. */
export function openRepository(user: TestUser, cli: string, folder: string): TestRepository {
  const tryGit = (...args: readonly string[]): Ran =>
    spawnSync('git', args, { cwd: folder, env: user.env, encoding: 'utf8' });
  const git = (...args: readonly string[]): string => {
    const { status, stdout, stderr } = tryGit(...args);
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${status} ${stdout} ${stderr}`);
    return stdout;
  };
  const write = (path: string, content: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  return {
    folder,
    tryGit,
    git,
    write,
    verbatim: (...args) => runCli(cli, args, { cwd: folder, env: user.env }),
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    commit: (message, files = {}) => {
      for (const [path, content] of Object.entries(files)) write(path, content);
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', message);
    },
  };
}
