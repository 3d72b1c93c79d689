import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildBundle } from '../../src/tools/build/build';
import { bundles } from '../../src/tools/build/bundles';
import { fromRoot } from '../../src/tools/paths';

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string;
  readonly env?: NodeJS.ProcessEnv;
}

let built: Promise<string> | undefined;

/** The command line as it is shipped, made once for all tests in a folder of its own: the path of `dist/cli.js`. */
export function builtCli(): Promise<string> {
  return (built ??= build());
}

async function build(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-built-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const dist = join(folder, 'dist');
  const bundle = bundles({ minify: false, dist }).find(({ name }) => name === 'the command line');
  if (!bundle) throw new Error('There is no bundle of the command line.');
  await buildBundle({ ...bundle, options: { ...bundle.options, sourcemap: false } });
  cpSync(fromRoot('l10n'), join(folder, 'l10n'), { recursive: true });
  return join(dist, 'cli.js');
}

/** Runs the built command line in English, unless `env` says otherwise. */
export function runCli(cli: string, args: readonly string[], { cwd, input = '', env }: RunOptions = {}): Ran {
  return spawnSync(process.execPath, [cli, ...args], {
    encoding: 'utf8',
    input,
    env: { ...process.env, NODE_OPTIONS: '', LC_ALL: 'C', LANG: 'C', ...env },
    ...(cwd !== undefined && { cwd }),
  });
}
