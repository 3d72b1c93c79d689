import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { npmCommand } from '../dependencies.mjs';

/**
 * Installs packages from the npm registry into a folder that belongs to no project, without running
 * their install scripts. Without packages it installs the dependencies of the package in that folder.
 * Rejects with npm's own messages.
 */
export async function npmInstall(folder: string, packages: readonly string[] = []): Promise<void> {
  const manifest = join(folder, 'package.json');
  // Without a manifest npm would look for one in the folders above.
  if (!existsSync(manifest)) await writeFile(manifest, '{ "private": true }\n');
  await runNpm(folder, [
    'install',
    ...packages,
    '--omit=dev',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    '--engine-strict=false',
    '--loglevel=error',
  ]);
}

function runNpm(folder: string, args: readonly string[]): Promise<void> {
  const [command, prefix] = npmCommand();
  const child = spawn(command, [...prefix, ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: command === 'npm' && process.platform === 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`npm ${args.slice(0, 2).join(' ')} failed:\n${output.trim()}`));
    });
  });
}
