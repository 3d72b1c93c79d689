import { type ExtensionContext, workspace } from 'vscode';

import { activateIn, type VerbatimApi } from './vscode/activate';

/** Composition root of the extension in a web worker: vscode.dev, github.dev and other web clients. */
export function activate(context: ExtensionContext): VerbatimApi {
  return activateIn(context, {
    writeFile: async (uri, bytes) => workspace.fs.writeFile(uri, bytes),
  });
}
