import { FileType, l10n, Uri, workspace } from 'vscode';

import type { Source } from '../../../core/compare/source';
import { longestSource, readSource, sourceExtensions } from '../../../core/compare/sources/readSource';
import { messageOf } from '../../messages';
import { sidecarSuffix } from '../../sidecars/sidecarUri';

/** Bytes of the longest source: what is longer is not even read. */
const mostBytes = longestSource * 4;

/** A file as a source to compare with, or a sentence that says why it is none. Encodings are those of the editor. */
export async function readSourceFile(
  uri: Uri,
): Promise<{ readonly source: Source } | { readonly message: string }> {
  const name = uri.path.split('/').at(-1) ?? '';
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size > mostBytes) return { message: messageOf({ code: 'source-too-large', args: [longestSource] }) };
    const text = await workspace.decode(await workspace.fs.readFile(uri), { uri });
    const { source, problems } = readSource(name, text);
    if (source) return { source };
    return { message: problems[0] ? messageOf(problems[0]) : name };
  } catch (error) {
    return {
      message: l10n.t(
        '{0} could not be read: {1}',
        name,
        error instanceof Error ? error.message : String(error),
      ),
    };
  }
}

/** Files beside the article that can be compared with; those that share its name first. */
export async function sourcesBeside(article: Uri): Promise<readonly Uri[]> {
  if (article.scheme === 'untitled') return [];
  const folder = Uri.joinPath(article, '..');
  const own = article.path.split('/').at(-1) ?? '';
  const entries = await workspace.fs.readDirectory(folder).then(
    (list) => list,
    () => [],
  );
  const stem = own.replace(/\.[^.]*$/u, '');
  return entries
    .filter(([name, type]) => (type & FileType.File) !== 0 && name !== own && isSource(name))
    .map(([name]) => name)
    .sort((a, b) => Number(b.startsWith(stem)) - Number(a.startsWith(stem)) || (a < b ? -1 : 1))
    .map((name) => Uri.joinPath(folder, name));
}

function isSource(name: string): boolean {
  const extension = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  return sourceExtensions.includes(extension) && !name.endsWith(sidecarSuffix);
}
