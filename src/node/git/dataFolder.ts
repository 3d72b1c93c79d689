import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

export interface Platform {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly home: string;
}

export function thisPlatform(): Platform {
  return { platform: process.platform, env: process.env, home: homedir() };
}

/**
 * Where the program that git calls is kept: a folder of the user that no update of an editor or package moves. `VERBATIM_DATA` names
 * another one.
 */
export function dataFolder({ platform, env, home }: Platform = thisPlatform()): string {
  if (env.VERBATIM_DATA) return env.VERBATIM_DATA;
  if (platform === 'win32')
    return win32.join(env.LOCALAPPDATA || win32.join(home, 'AppData', 'Local'), 'verbatim');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'verbatim');
  return posix.join(env.XDG_DATA_HOME || posix.join(home, '.local', 'share'), 'verbatim');
}
