import { chmod, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { writeWhole } from '../writeWhole';
import { driverScript } from './driverScript';

/** Where the files are that git calls, all in one folder of the user. */
export interface DriverFiles {
  readonly script: string;
  readonly program: string;
  readonly translations: string;
}

export function driverFiles(folder: string): DriverFiles {
  return {
    script: join(folder, 'git-driver.sh'),
    program: join(folder, 'dist', 'cli.js'),
    translations: join(folder, 'l10n', 'bundle.l10n.fr.json'),
  };
}

/**
 * Puts the script, and a copy of the command line at `program` with its translations, into the folder; files that are so already are
 * left alone. The copy lives on when an update moves the original. Rejects with the system's error.
 */
export async function writeDriverFiles(folder: string, program: string): Promise<DriverFiles> {
  const files = driverFiles(folder);
  const translations = join(dirname(program), '..', 'l10n', 'bundle.l10n.fr.json');
  const script = driverScript({
    programs: [program],
    runtimes: [process.execPath],
    platform: process.platform,
  });
  await put(files.program, await readFile(program));
  const french = await readFile(translations).catch(() => undefined);
  if (french) await put(files.translations, french);
  await put(files.script, Buffer.from(script));
  await chmod(files.script, 0o755);
  return files;
}

/** Brings the folder's files up to date where there are such: what a new version of the program does on its first run. */
export async function refreshDriverFiles(folder: string, program: string): Promise<void> {
  const installed = await readFile(driverFiles(folder).script).catch(() => undefined);
  if (installed) await writeDriverFiles(folder, program);
}

async function put(path: string, content: Uint8Array): Promise<void> {
  const present = await readFile(path).catch(() => undefined);
  if (present?.equals(content)) return;
  await mkdir(dirname(path), { recursive: true });
  await writeWhole(path, content);
}
