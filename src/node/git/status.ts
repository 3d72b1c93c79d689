import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { attributePatterns } from './attributes';
import { dataFolder } from './dataFolder';
import { type ConfigScope, configValues, driverCommands, driverKeys } from './driverConfig';
import { driverFiles } from './driverFiles';
import { topLevel } from './repository';
import { runGit } from './runGit';

/** What is and is not set up for git to merge sidecars through Verbatim, as facts. */
export interface DriverStatus {
  /** "2.39.5"; undefined when there is no git. */
  readonly gitVersion?: string;
  /** Top folder of the working tree. */
  readonly repository?: string;
  readonly script: string;
  /** `foreign`: the configuration names another command than this program would write. */
  readonly driver: 'missing' | 'foreign' | 'set';
  /** The command that git would run. */
  readonly command?: string;
  readonly scope?: ConfigScope;
  readonly textconv: boolean;
  /** Whether git's command, run on three small files, merged them; `lines`: it could only merge lines. */
  readonly works?: 'records' | 'lines' | 'fails';
  /** Sidecars, and names as they could have, for which git's attributes name another merge. */
  readonly unattributed: readonly string[];
  /** Whether the attributes that say so are in the repository's history, for colleagues to get. */
  readonly shared: boolean;
}

/** Looks at everything and changes nothing; never rejects. */
export async function driverStatus(cwd: string, folder = dataFolder()): Promise<DriverStatus> {
  const { script } = driverFiles(folder);
  const gitVersion = /\d+(?:\.\d+)+/u.exec((await runGit(['version'], { cwd })).stdout)?.[0];
  const [command] = await configValues(undefined, driverKeys.driver, cwd);
  const repository = await topLevel(cwd);
  const works = command === undefined ? undefined : await tryDriver(command);
  const scope = await scopeOf(driverKeys.driver, cwd);
  return {
    script,
    ...(gitVersion !== undefined && { gitVersion }),
    ...(repository !== undefined && { repository }),
    ...(command !== undefined && { command }),
    ...(scope && { scope }),
    ...(works && { works }),
    driver: command === undefined ? 'missing' : command === driverCommands(script).driver ? 'set' : 'foreign',
    textconv: (await configValues(undefined, driverKeys.textconv, cwd)).length > 0,
    unattributed: await unattributed(repository ?? cwd, repository !== undefined),
    shared: repository !== undefined && (await isCommitted(repository)),
  };
}

async function scopeOf(key: string, cwd: string): Promise<ConfigScope | undefined> {
  for (const scope of ['local', 'global'] as const)
    if ((await configValues(scope, key, cwd)).length > 0) return scope;
  return undefined;
}

async function unattributed(cwd: string, inRepository: boolean): Promise<readonly string[]> {
  if (!inRepository) return [];
  const samples = attributePatterns.map((pattern) => pattern.replace('*', 'article.txt'));
  const listed = await runGit(
    ['ls-files', '-z', '--', ...attributePatterns.map((pattern) => `:(glob)**/${pattern}`)],
    {
      cwd,
    },
  );
  const names = [...new Set([...samples, ...listed.stdout.split('\0').filter(Boolean)])];
  const { stdout } = await runGit(['check-attr', '-z', '--stdin', 'merge'], {
    cwd,
    input: names.map((name) => `${name}\0`).join(''),
  });
  const fields = stdout.split('\0');
  return names.filter((_, i) => fields[3 * i + 2] !== 'verbatim');
}

async function isCommitted(repository: string): Promise<boolean> {
  const { code, stdout } = await runGit(['show', 'HEAD:.gitattributes'], { cwd: repository });
  return code === 0 && attributePatterns.every((pattern) => stdout.includes(`${pattern} merge=verbatim`));
}

const record = (id: string) =>
  `\n  - id: ${id}\n    kind: mention\n    type: location\n    exact: "${id}"\n    status: confirmed\n`;
const sample = (...ids: readonly string[]) => `version: 1\n\nannotations:\n${ids.map(record).join('')}`;

/** Runs git's command as git would, on records added at one place by both sides: lines conflict there, records do not. */
async function tryDriver(command: string): Promise<'records' | 'lines' | 'fails'> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-doctor-'));
  try {
    await writeFile(join(folder, 'base'), sample('start'));
    await writeFile(join(folder, 'ours'), sample('start', 'ours'));
    await writeFile(join(folder, 'theirs'), sample('start', 'theirs'));
    const values: Readonly<Record<string, string>> = {
      O: 'base',
      A: 'ours',
      B: 'theirs',
      L: '7',
      P: "'sample.annotations.yaml'",
    };
    const code = await runShell(
      command.replace(/%([OABLP])/gu, (_, key: string) => values[key] as string),
      folder,
    );
    const merged = await readFile(join(folder, 'ours'), 'utf8');
    const both = ['id: ours', 'id: theirs'].every((each) => merged.includes(each));
    if (!both) return 'fails';
    return code === 0 && !merged.includes('<<<<<<<') ? 'records' : 'lines';
  } catch {
    return 'fails';
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** By git's own shell, which is there on Windows too: an alias that begins with `!` is a shell command. */
function runShell(command: string, cwd: string): Promise<number> {
  const script = `cd "$VERBATIM_TRY" && ${command}`;
  return new Promise((resolve) => {
    execFile(
      'git',
      ['-c', `alias.verbatim-try=!${script}`, 'verbatim-try'],
      { cwd, env: { ...process.env, VERBATIM_TRY: cwd } },
      (error) => resolve(error ? (typeof error.code === 'number' ? error.code : 255) : 0),
    );
  });
}
