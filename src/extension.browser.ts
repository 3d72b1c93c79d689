import type { ExtensionContext } from 'vscode';

import { activateIn, type VerbatimApi } from './vscode/activate';
import { replaceByWriting } from './vscode/sidecars/replaceFile';

/** Composition root of the extension in a web worker: vscode.dev, github.dev and other web clients. */
export function activate(context: ExtensionContext): VerbatimApi {
  return activateIn(context, { replaceFile: replaceByWriting });
}
