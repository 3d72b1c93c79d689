import { type Uri, workspace } from 'vscode';

import { isNotFound } from '../files';

/**
 * Replaces a file whole or not at all, as far as its file system can, where it still holds `before` (`undefined`: where there is
 * none). False, and nothing written, when it holds something else by now. Rejects with the file system's error.
 */
export type ReplaceFile = (uri: Uri, before: Uint8Array | undefined, after: Uint8Array) => Promise<boolean>;

/**
 * By the file system of VS Code, which has neither locks nor a rename that takes a file's place: compares before, and reads back
 * what was written.
 */
export const replaceByWriting: ReplaceFile = async (uri, before, after) => {
  if (!sameBytes(await bytesOf(uri), before)) return false;
  await workspace.fs.writeFile(uri, after);
  return sameBytes(await bytesOf(uri), after);
};

/** `undefined` where there is no file. */
export async function bytesOf(uri: Uri): Promise<Uint8Array | undefined> {
  try {
    return await workspace.fs.readFile(uri);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
