import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of the project. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Installs the development packages with `npm ci` unless exactly those of the lock file are there.
 * Uses Node's own modules only, since it runs before anything is installed. Throws when npm fails.
 */
export function ensureDependencies() {
  if (isInstalled()) return;
  const unlock = lock();
  try {
    if (!isInstalled()) install();
  } finally {
    unlock();
  }
}

function install() {
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
  throw new Error('npm ci failed: its messages are above. Is the npm registry reachable?');
}

/** Two installs at the same time in one folder would spoil each other: the second waits for the first. */
function lock() {
  const file = join(root, 'out/installing.lock');
  mkdirSync(dirname(file), { recursive: true });
  for (let told = false; ; told = true) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!isHolderAlive(file)) rmSync(file, { force: true });
    else if (!told) console.log('Waiting for another npm ci in this folder …');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  }
}

function isHolderAlive(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    // It may be just about to write its number.
    return pid === 0 || process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
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
