import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of the project. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Installs the development packages with `npm ci` unless exactly those of the lock file are there.
 * Uses Node's own modules only, since it runs before anything is installed. Ends the process when npm fails.
 */
export function ensureDependencies() {
  if (isInstalled()) return;
  console.log('Installing the development packages (npm ci), about half a minute …');
  const [command, prefix] = npmCommand();
  const { status } = spawnSync(
    command,
    [...prefix, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: command === 'npm' && process.platform === 'win32',
    },
  );
  if (status === 0) return;
  console.error('npm ci failed: its messages are above. Is the npm registry reachable?');
  process.exit(1);
}

/**
 * How to call npm: a command and the arguments to put before one's own. The script of npm itself is
 * preferred, because `npm.cmd` on Windows cannot be started without a shell.
 * @returns {[string, string[]]}
 */
export function npmCommand() {
  const beside = dirname(process.execPath);
  const scripts = [
    process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined,
    join(beside, 'node_modules/npm/bin/npm-cli.js'),
    join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
  ];
  const script = scripts.find((candidate) => candidate !== undefined && existsSync(candidate));
  return script === undefined ? ['npm', []] : [process.execPath, [script]];
}

/** npm records what it installed in a lock file of its own, so versions are compared and not file times. */
function isInstalled() {
  const wanted = lockedPackages(join(root, 'package-lock.json'));
  const present = lockedPackages(join(root, 'node_modules/.package-lock.json'));
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional === true || present[path]?.version === version,
  );
}

function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return {};
  }
}
