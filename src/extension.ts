import type { ExtensionContext } from 'vscode';

/** What `activate` hands to other extensions and to the tests. */
export interface VerbatimApi {
  /** The version of the running extension, as in its manifest. */
  readonly version: string;
}

/** Composition root of the extension in Node: desktop VS Code, remote and the VS Code server. */
export function activate(context: ExtensionContext): VerbatimApi {
  const manifest = context.extension.packageJSON as { readonly version: string };
  return { version: manifest.version };
}
