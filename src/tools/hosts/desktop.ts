import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The command line programs of VS Code and of the builds that behave like it, in the order of preference. */
const commands = ['code', 'codium', 'code-insiders', 'code-oss'];

/** `VSCODE_EXECUTABLE`, else a desktop VS Code on the search path; `undefined` without one or without a display. */
export function findDesktop(): string | undefined {
  const { VSCODE_EXECUTABLE, PATH = '' } = process.env;
  if (VSCODE_EXECUTABLE) return VSCODE_EXECUTABLE;
  if (!hasDisplay()) return undefined;
  const suffix = process.platform === 'win32' ? '.cmd' : '';
  return commands
    .flatMap((command) => PATH.split(delimiter).map((folder) => join(folder, command + suffix)))
    .find((path) => existsSync(path));
}

/** Whether windows can be opened: always on macOS and Windows. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}
