import { type ExtensionContext, l10n } from 'vscode';

import { dataFolder } from './node/git/dataFolder';
import { refreshDriverFiles } from './node/git/driverFiles';
import { installDriver } from './node/git/install';
import { driverStatus } from './node/git/status';
import { statusReport } from './node/git/statusReport';
import { replaceWhole } from './node/writeWhole';
import { activateIn, type VerbatimApi } from './vscode/activate';
import type { GitPort } from './vscode/gitPort';
import { replaceByWriting, type ReplaceFile } from './vscode/sidecars/replaceFile';

export type { VerbatimApi } from './vscode/activate';

/** Composition root of the extension in Node: desktop VS Code, remote and the VS Code server. */
export function activate(context: ExtensionContext): VerbatimApi {
  return activateIn(context, { replaceFile, git: gitWith(context.asAbsolutePath('dist/cli.js')) });
}

/** A local file whole or not at all, one process at a time; a file of another scheme as its own file system can. */
const replaceFile: ReplaceFile = (uri, before, after) =>
  uri.scheme === 'file' ? replaceWhole(uri.fsPath, before, after) : replaceByWriting(uri, before, after);

/** `program` is the command line that comes with the extension: git gets a copy of it, which outlives an update. */
function gitWith(program: string): GitPort {
  return {
    setUp: (folder) => installDriver({ cwd: folder, scope: 'local', program }),
    report: async (folder) => statusReport(await driverStatus(folder), l10n),
    refresh: () => refreshDriverFiles(dataFolder(), program),
  };
}
