import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { writeWhole } from '../writeWhole';
import { withAttributes, withoutAttributes } from './attributes';
import { dataFolder } from './dataFolder';
import { type ConfigScope, removeDriverConfig, setDriverConfig } from './driverConfig';
import { driverFiles, writeDriverFiles } from './driverFiles';
import { globalAttributesFile, topLevel } from './repository';

export interface InstallOptions {
  /** A folder of the repository. */
  readonly cwd: string;
  readonly scope: ConfigScope;
  /** The built command line, `cli.js`. */
  readonly program: string;
  /** Where the script goes; the user's data folder when absent. */
  readonly folder?: string;
}

/** What was done: the files and configuration as they are now, and which of them changed. */
export interface Installed {
  readonly script: string;
  readonly attributesFile: string;
  readonly attributesChanged: boolean;
  readonly configChanged: boolean;
}

/** Why not: no repository here, or the system's or git's own words. */
export type InstallFailure =
  { readonly failure: 'no-repository' } | { readonly failure: 'failed'; readonly message: string };

/** Makes git merge and show sidecars through Verbatim. Doing it again changes nothing; never rejects. */
export async function installDriver(options: InstallOptions): Promise<Installed | InstallFailure> {
  const { cwd, scope, program, folder = dataFolder() } = options;
  const attributesFile = await attributesFileOf(cwd, scope);
  if (attributesFile === undefined) return { failure: 'no-repository' };
  try {
    // The files first: a configuration that names what is not there makes git lose a side.
    const { script } = await writeDriverFiles(folder, program);
    const changed = await setDriverConfig(scope, script, cwd);
    if ('message' in changed) return { failure: 'failed', message: changed.message };
    const attributesChanged = await editAttributes(attributesFile, withAttributes);
    return { script, attributesFile, attributesChanged, configChanged: changed.length > 0 };
  } catch (error) {
    return { failure: 'failed', message: (error as Error).message };
  }
}

/**
 * Takes back what `installDriver` did, except for the script: the configuration of other repositories may name it. Never rejects.
 */
export async function uninstallDriver(
  options: Omit<InstallOptions, 'program'>,
): Promise<Installed | InstallFailure> {
  const { cwd, scope, folder = dataFolder() } = options;
  const attributesFile = await attributesFileOf(cwd, scope);
  if (attributesFile === undefined) return { failure: 'no-repository' };
  try {
    const attributesChanged = await editAttributes(attributesFile, withoutAttributes);
    const configChanged = await removeDriverConfig(scope, cwd);
    return { script: driverFiles(folder).script, attributesFile, attributesChanged, configChanged };
  } catch (error) {
    return { failure: 'failed', message: (error as Error).message };
  }
}

async function attributesFileOf(cwd: string, scope: ConfigScope): Promise<string | undefined> {
  if (scope === 'global') return globalAttributesFile(cwd);
  const top = await topLevel(cwd);
  return top === undefined ? undefined : join(top, '.gitattributes');
}

/** A file that would be empty is removed. Latin-1 gives every byte back, whatever the encoding of the names in it. */
async function editAttributes(path: string, edit: (source: string) => string): Promise<boolean> {
  const source = await readFile(path, 'latin1').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const edited = edit(source);
  if (edited === source) return false;
  if (edited === '') await rm(path, { force: true });
  else {
    await mkdir(dirname(path), { recursive: true });
    await writeWhole(path, Buffer.from(edited, 'latin1'));
  }
  return true;
}
