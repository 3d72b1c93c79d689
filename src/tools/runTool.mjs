import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';

import { ensureDependencies, root } from './dependencies.mjs';

const oldestNode = 20;

/** Runs a TypeScript tool in a process of its own and ends this one with its exit code. */
export function runTool(name, args) {
  if (Number.parseInt(process.versions.node, 10) < oldestNode) {
    console.error(`Verbatim needs Node ${oldestNode} or newer; this is ${process.version}.`);
    process.exit(1);
  }
  try {
    ensureDependencies();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
  const file = [`src/tools/${name}.ts`, `src/tools/${name}/main.ts`].find((path) =>
    existsSync(join(root, path)),
  );
  if (file === undefined) {
    console.error(`There is no tool named ${name} in src/tools.`);
    process.exit(1);
  }
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], { cwd: root, stdio: 'inherit' });
  // The terminal sends Ctrl-C to both processes: this one waits until the tool has tidied up.
  for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  whenOrphaned(() => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

/**
 * Calls a function when the parent of this process is gone: the shell that npm puts in between does not pass a signal on.
 * (Windows does not tell.)
 */
export function whenOrphaned(act) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    act();
  }, 1000);
  timer.unref();
}
