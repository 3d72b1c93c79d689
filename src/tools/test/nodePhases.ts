import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { root } from '../paths';
import { type Counts, none, oneFailed } from './counts';
import type { Run } from './run';

const resolveFrom = createRequire(join(root, 'package.json'));

/** Type check, linter and formatter: each counts as one test. */
export async function lintPhase(): Promise<Counts> {
  const checks = [
    { name: 'types', args: [resolveFrom.resolve('typescript/bin/tsc'), '-p', '.', '--noEmit'] },
    {
      name: 'types of the webview',
      args: [resolveFrom.resolve('typescript/bin/tsc'), '-p', 'src/webview', '--noEmit'],
    },
    { name: 'eslint', args: [join(root, 'node_modules/eslint/bin/eslint.js'), '.'] },
    {
      name: 'prettier',
      args: [join(root, 'node_modules/prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
    },
  ];
  const counts = { ...none };
  for (const { name, args } of checks) {
    const passed = (await runNode(args)) === 0;
    console.log(`  ${passed ? '✔' : '✖'} ${name}`);
    counts[passed ? 'passed' : 'failed'] += 1;
  }
  return counts;
}

/** All tests that need no VS Code, in plain mocha. */
export function corePhase(run: Run): Promise<Counts> {
  return mochaPhase(run, ['test/**/*.test.ts', '--ignore', 'test/host/**']);
}

/** The tests that use the workbench as a person does. */
export function workbenchPhase(run: Run): Promise<Counts> {
  return mochaPhase(run, [
    '--timeout',
    '90000',
    // A person would press the key again; what needed that is printed.
    '--retries',
    '2',
    '--require',
    'test/host/workbench/hooks.ts',
    'test/host/workbench/**/*.test.ts',
  ]);
}

/** Runs mocha in Node on some files, with the counts of its result. */
export async function mochaPhase(
  { grep, out }: Run,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Counts> {
  const countsFile = join(out, 'counts.json');
  const code = await runNode(
    [
      join(root, 'node_modules/mocha/bin/mocha.js'),
      ...['--reporter', join(root, 'src/tools/test/countingReporter.mjs')],
      ...(grep === undefined ? [] : ['--grep', grep]),
      ...args,
    ],
    { ...env, VERBATIM_COUNTS: countsFile },
  );
  const counts = await readFile(countsFile, 'utf8').then(
    (json) => JSON.parse(json) as Counts,
    () => undefined,
  );
  if (counts === undefined) return oneFailed;
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function runNode(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
