import { spawn } from 'node:child_process';

import { hasDisplay } from '../hosts/desktop';

/** Opens an address in the default browser where there is one; says nothing where there is none. */
export function openBrowser(address: string): void {
  if (!hasDisplay()) return;
  const [command, ...args] = opener();
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

function opener(): readonly [string, ...string[]] {
  if (process.platform === 'darwin') return ['open'];
  // `start` of the Windows shell would take the `&` of the address for the end of the command.
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return ['xdg-open'];
}
