import { runGit } from './runGit';
import { shellPath } from './shellQuote';

/** Whose configuration: that of one repository with all its worktrees, or the user's. */
export type ConfigScope = 'local' | 'global';

export const driverKeys = {
  name: 'merge.verbatim.name',
  driver: 'merge.verbatim.driver',
  textconv: 'diff.verbatim.textconv',
} as const;

/** The commands that git's configuration gets. Git hands them to a POSIX shell, on Windows too. */
export function driverCommands(
  script: string,
  platform: NodeJS.Platform = process.platform,
): { readonly driver: string; readonly textconv: string } {
  // By "sh" rather than by itself: the folder may forbid to run what is in it.
  const run = `sh ${shellPath(script, platform)}`;
  return { driver: `${run} merge %O %A %B %L %P`, textconv: `${run} textconv` };
}

/** Sets the driver; returns which keys changed, or git's words when it refused. */
export async function setDriverConfig(
  scope: ConfigScope,
  script: string,
  cwd: string,
): Promise<readonly string[] | { readonly message: string }> {
  const { driver, textconv } = driverCommands(script);
  const wanted = [
    [driverKeys.name, 'Verbatim annotations, record by record'],
    [driverKeys.driver, driver],
    [driverKeys.textconv, textconv],
  ] as const;
  const changed: string[] = [];
  for (const [key, value] of wanted) {
    if ((await configValues(scope, key, cwd)).join('\0') === value) continue;
    const { code, stderr } = await runGit(['config', `--${scope}`, '--replace-all', key, value], { cwd });
    if (code !== 0) return { message: stderr.trim() };
    changed.push(key);
  }
  return changed;
}

/** Removes the driver's sections; whether there were any. */
export async function removeDriverConfig(scope: ConfigScope, cwd: string): Promise<boolean> {
  const removed = [];
  for (const section of ['merge.verbatim', 'diff.verbatim'])
    removed.push(await runGit(['config', `--${scope}`, '--remove-section', section], { cwd }));
  return removed.some(({ code }) => code === 0);
}

/** All values of a key in one scope, or, without a scope, the one that holds. */
export async function configValues(
  scope: ConfigScope | undefined,
  key: string,
  cwd: string,
): Promise<readonly string[]> {
  const where = scope === undefined ? ['--get'] : [`--${scope}`, '--get-all'];
  const { code, stdout } = await runGit(['config', '--null', ...where, key], { cwd });
  return code === 0 ? stdout.split('\0').slice(0, -1) : [];
}
