import { FileSystemError, type ExtensionContext, type Uri, workspace } from 'vscode';

import { writeWhole } from './node/writeWhole';
import { activateIn, type VerbatimApi } from './vscode/activate';

export type { VerbatimApi } from './vscode/activate';

/** Composition root of the extension in Node: desktop VS Code, remote and the VS Code server. */
export function activate(context: ExtensionContext): VerbatimApi {
  return activateIn(context, { writeFile });
}

/** A local file is written whole or not at all; a file of another scheme by its own file system. */
async function writeFile(uri: Uri, bytes: Uint8Array): Promise<void> {
  if (uri.scheme !== 'file') return workspace.fs.writeFile(uri, bytes);
  try {
    await writeWhole(uri.fsPath, bytes);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
      ? FileSystemError.NoPermissions(uri)
      : error;
  }
}
