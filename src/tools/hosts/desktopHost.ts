import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { downloadAndUnzipVSCode } from '@vscode/test-electron';

import { fromRoot } from '../paths';
import { hasDisplay } from './desktop';
import type { PageResult } from './pageTests';
import { startProcess } from './processes';
import { calmSettings, writeUserSettings } from './settings';

const releases = 'https://update.code.visualstudio.com/api/releases/stable';
const probeLimitMs = 3_000;

/**
 * The program of a desktop VS Code to test in: `VSCODE_EXECUTABLE`, else one that is downloaded where there are a display and
 * a network that reaches it; `undefined` otherwise.
 */
export async function desktopForTests(say: (sentence: string) => void): Promise<string | undefined> {
  if (process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  if (!hasDisplay()) return undefined;
  const reachable = await fetch(releases, { signal: AbortSignal.timeout(probeLimitMs) }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!reachable) return undefined;
  say('Downloading VS Code, unless it is there already …');
  return downloadAndUnzipVSCode({ cachePath: fromRoot('.vscode-test') });
}

/** Runs the tests of an extension in a desktop VS Code with data of its own; gives up after a silence of `silenceMs`. */
export async function runDesktopTests(
  executable: string,
  paths: DesktopPaths,
  silenceMs: number,
  onLine: (line: string) => void,
): Promise<PageResult> {
  const { dataFolder, extension, tests, folder } = paths;
  await mkdir(join(dataFolder, 'extensions'), { recursive: true });
  await writeUserSettings(join(dataFolder, 'user'), calmSettings);
  const program = startProcess(executable, [
    ...[
      '--no-sandbox',
      '--disable-gpu-sandbox',
      '--disable-updates',
      '--skip-welcome',
      '--skip-release-notes',
      '--disable-workspace-trust',
    ],
    ...[`--user-data-dir=${join(dataFolder, 'user')}`, `--extensions-dir=${join(dataFolder, 'extensions')}`],
    ...[`--extensionDevelopmentPath=${extension}`, `--extensionTestsPath=${tests}`, folder],
  ]);
  let timer: NodeJS.Timeout | undefined;
  const watch = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void program.stop(), silenceMs);
  };
  watch();
  program.onLine((line) => {
    watch();
    onLine(line);
  });
  const code = await new Promise<number | undefined>((resolve) => {
    program.child.once('error', () => resolve(-1));
    program.child.once('close', (exitCode) => resolve(exitCode ?? undefined));
  });
  clearTimeout(timer);
  return { code, log: program.log() };
}

export interface DesktopPaths {
  /** Where VS Code keeps its data; made when missing. */
  readonly dataFolder: string;
  /** The folder of the extension under test. */
  readonly extension: string;
  /** The bundle of the tests. */
  readonly tests: string;
  /** The workspace. */
  readonly folder: string;
}
