import { readFile } from 'node:fs/promises';

import * as l10n from '@vscode/l10n';

import type { ArticleFormat } from '../core/text/block';
import { decode, type Decoded } from './decode';
import type { Terminal } from './terminal';

/** An article read from a path or, for `-`, from standard input. */
export interface Input {
  readonly file: string;
  readonly text: string;
  readonly format: ArticleFormat;
}

/** The article, or a translated sentence that says why there is none. */
export async function readInput(
  path: string,
  encoding: string | undefined,
  terminal: Terminal,
): Promise<Input | { readonly message: string }> {
  const bytes = await readBytes(path, terminal);
  if ('message' in bytes) return bytes;
  const decoded = decode(bytes.content, encoding);
  if ('code' in decoded) return { message: `${path}: ${decodeMessage(decoded)}` };
  return { file: path, text: decoded.text, format: /\.(?:md|markdown)$/iu.test(path) ? 'markdown' : 'plain' };
}

async function readBytes(
  path: string,
  terminal: Terminal,
): Promise<{ readonly content: Uint8Array } | { readonly message: string }> {
  try {
    return { content: path === '-' ? await terminal.stdin() : await readFile(path) };
  } catch (error) {
    return { message: `${path}: ${fileErrorMessage(error)}` };
  }
}

/** A file system error in the user's words; what is not foreseen keeps the system's. */
export function fileErrorMessage(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return l10n.t('no such file');
    case 'EISDIR':
      return l10n.t('is a folder, not an article');
    case 'EACCES':
    case 'EPERM':
      return l10n.t('permission denied');
    default:
      return message;
  }
}

/** Why bytes are no text, in the user's words. */
export function decodeMessage(decoded: Extract<Decoded, { code: string }>): string {
  switch (decoded.code) {
    case 'binary':
      return l10n.t('not a text file');
    case 'unknown-encoding':
      return l10n.t('unknown encoding {0}', decoded.args[0] ?? '');
    case 'not-in-encoding':
      return l10n.t('not valid {0}', decoded.args[0] ?? '');
  }
}
