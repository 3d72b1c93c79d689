import { readFile } from 'node:fs/promises';

import * as l10n from '@vscode/l10n';

import { fileErrorMessage } from './input';

/**
 * The text of a file that must be UTF-8, a byte order mark kept; or a translated sentence that says why there is none. Bytes that
 * are no UTF-8 are refused rather than replaced: what is written back must hold everything that was read.
 */
export async function readUtf8(
  path: string,
): Promise<{ readonly text: string } | { readonly message: string; readonly missing: boolean }> {
  try {
    return { text: utf8(await readFile(path)) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return { message: l10n.t('not valid {0}', 'UTF-8'), missing: false };
    return { message: fileErrorMessage(error), missing: code === 'ENOENT' };
  }
}

/** Throws a `TypeError` for bytes that are no UTF-8. */
export function utf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
