import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import type { CheckedArticle } from './check/checkSidecar';
import { decode } from './decode';
import { decodeMessage, fileErrorMessage } from './input';

/**
 * The article at a path. `encoding` is what `verbatim.yaml` says, used where the bytes do not tell: they are no UTF-8 and have no
 * byte order mark.
 */
export async function readArticle(path: string, encoding: string): Promise<CheckedArticle> {
  const name = basename(path);
  try {
    const bytes = await readFile(path);
    const guessed = decode(bytes);
    const unsure = 'text' in guessed && guessed.encoding === 'windows-1252' && encoding !== 'utf-8';
    const decoded = unsure ? decode(bytes, encoding) : guessed;
    return 'text' in decoded ? { name, text: decoded.text } : { name, message: decodeMessage(decoded) };
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
      ? { name }
      : { name, message: fileErrorMessage(error) };
  }
}
