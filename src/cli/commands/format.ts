import * as l10n from '@vscode/l10n';
import { Command } from 'commander';

import { parseSidecar } from '../../core/sidecar/parseSidecar';
import { writeWhole } from '../../node/writeWhole';
import { readArticle } from '../articleFile';
import { shownPath } from '../check/checkFiles';
import { createConfigFinder } from '../configFile';
import { reorder } from '../format/reorder';
import { fileErrorMessage } from '../input';
import { sidecarsOf } from '../sidecarPaths';
import { readUtf8 } from '../sidecarText';
import { exitCodes, type Terminal } from '../terminal';

interface Options {
  readonly check?: boolean;
}

/** `verbatim format PATH…`: annotations in the order of the text. */
export function formatCommand(terminal: Terminal, exit: (code: number) => void): Command {
  return new Command('format')
    .description(l10n.t('Put the annotations of sidecars in the order of the text'))
    .argument('<path...>', l10n.t('sidecars, articles or folders'))
    .option('--check', l10n.t('only tell which are out of order'))
    .action(async (paths: readonly string[], options: Options) =>
      exit(await format(paths, options, terminal)),
    );
}

async function format(paths: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const findConfig = createConfigFinder();
  const { sidecars, failures } = await sidecarsOf(paths);
  failures.forEach(terminal.error);
  let code: number = failures.length > 0 ? exitCodes.failed : exitCodes.ok;
  for (const { path, article } of sidecars) {
    const { config } = await findConfig(path);
    const result = await formatFile(path, article, config.encoding, options.check ?? false);
    if (result === undefined) continue;
    if ('message' in result) terminal.error(`${shownPath(path)}: ${result.message}`);
    else await terminal.out(`${shownPath(path)}\n`);
    if ('message' in result || options.check) code = exitCodes.failed;
  }
  return code;
}

/** Undefined when the file was in order already. */
async function formatFile(
  path: string,
  articlePath: string,
  encoding: string,
  checkOnly: boolean,
): Promise<{ readonly message: string } | { readonly changed: true } | undefined> {
  const read = await readUtf8(path);
  if ('message' in read) return read;
  const sidecar = parseSidecar(read.text);
  if (sidecar.readOnly !== undefined)
    return { message: l10n.t('not understood whole, so it was left as it is; see “verbatim check”') };
  const article = await readArticle(articlePath, encoding);
  if (!('text' in article)) return { message: article.message ?? l10n.t('the article is missing') };
  const ordered = reorder(sidecar, article.text);
  if (ordered === read.text) return undefined;
  try {
    if (!checkOnly) await writeWhole(path, ordered);
    return { changed: true };
  } catch (error) {
    return { message: fileErrorMessage(error) };
  }
}
