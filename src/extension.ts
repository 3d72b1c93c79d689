import type { ExtensionContext } from 'vscode';

import { replaceWhole } from './node/writeWhole';
import { activateIn, type VerbatimApi } from './vscode/activate';
import { replaceByWriting, type ReplaceFile } from './vscode/sidecars/replaceFile';

export type { VerbatimApi } from './vscode/activate';

/** Composition root of the extension in Node: desktop VS Code, remote and the VS Code server. */
export function activate(context: ExtensionContext): VerbatimApi {
  return activateIn(context, { replaceFile });
}

/** A local file whole or not at all, one process at a time; a file of another scheme as its own file system can. */
const replaceFile: ReplaceFile = (uri, before, after) =>
  uri.scheme === 'file' ? replaceWhole(uri.fsPath, before, after) : replaceByWriting(uri, before, after);
