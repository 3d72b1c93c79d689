import { homedir } from 'node:os';
import { join } from 'node:path';

import { runGit } from './runGit';

/** The top folder of the working tree that holds a folder; undefined outside of one, and in a bare repository. */
export async function topLevel(cwd: string): Promise<string | undefined> {
  const { code, stdout } = await runGit(['rev-parse', '--show-toplevel'], { cwd });
  const path = stdout.replace(/\r?\n$/u, '');
  return code === 0 && path !== '' ? path : undefined;
}

/** The user's attributes file: what git's configuration names, else its usual place. */
export async function globalAttributesFile(cwd: string): Promise<string> {
  const { code, stdout } = await runGit(
    ['config', '--global', '--null', '--type=path', '--get', 'core.attributesFile'],
    { cwd },
  );
  if (code === 0) return stdout.replace(/\0$/u, '');
  return join(process.env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'git', 'attributes');
}
