import { spawn } from 'node:child_process';

import { root } from '../paths';

/**
 * Opens a desktop VS Code with the extension on a folder and a file. Gives whether it could be started: it refuses, for
 * example, to run as root.
 */
export function openDesktop(executable: string, folder: string, file: string): Promise<boolean> {
  const args = [
    '--new-window',
    `--extensionDevelopmentPath=${root}`,
    '--disable-workspace-trust',
    folder,
    file,
  ];
  const shell = executable.endsWith('.cmd');
  const quoted = shell ? [executable, ...args].map((part) => `"${part}"`) : [executable, ...args];
  const child = spawn(quoted[0] ?? executable, quoted.slice(1), {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell,
  });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}
