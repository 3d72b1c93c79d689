import type { ExtensionContext } from 'vscode';

import { activateIn, type VerbatimApi } from './vscode/activate';
import { writeWhole } from './vscode/node/writeWhole';

export type { VerbatimApi } from './vscode/activate';

/** Composition root of the extension in Node: desktop VS Code, remote and the VS Code server. */
export function activate(context: ExtensionContext): VerbatimApi {
  return activateIn(context, { writeFile: writeWhole });
}
