import type { ExtensionContext } from 'vscode';

import type { VerbatimApi } from './extension';

/** Composition root of the extension in a web worker: vscode.dev, github.dev and other web clients. */
export function activate(context: ExtensionContext): VerbatimApi {
  const manifest = context.extension.packageJSON as { readonly version: string };
  return { version: manifest.version };
}
