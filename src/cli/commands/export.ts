import { basename } from 'node:path';

import * as l10n from '@vscode/l10n';
import { Command, Option } from 'commander';

import type { Analyzer } from '../../core/analysis/analyzer';
import type { ExportFormat, ExportSource } from '../../core/export/exportSource';
import { exportFormats } from '../../core/export/formats';
import { createArticle } from '../../core/text/article';
import { writeWhole } from '../../node/writeWhole';
import { loadAnalyzer } from '../analysis';
import { articleViewOf } from '../articleView';
import { fileErrorMessage, readInput } from '../input';
import { messageOf } from '../messages';
import { exitCodes, type Terminal } from '../terminal';

interface Options {
  readonly format: string;
  readonly write?: boolean;
  readonly confirmed?: boolean;
  readonly encoding?: string;
}

/** `verbatim export FILE…`: articles with the decisions of their sidecars and what the editor would suggest, for others to read. */
export function exportCommand(terminal: Terminal, exit: (code: number) => void): Command {
  return new Command('export')
    .description(l10n.t('Export articles with their annotations as HTML, W3C annotations, CoNLL or brat'))
    .argument('<file...>', l10n.t('articles to export; - is standard input'))
    .addOption(
      new Option('--format <format>', l10n.t('the format to write'))
        .choices(exportFormats.map(({ id }) => id))
        .default('html'),
    )
    .option('--write', l10n.t('write NAME.EXTENSION beside each article instead of printing'))
    .option('--confirmed', l10n.t('only what people confirmed'))
    .option('--encoding <name>', l10n.t('encoding of the files; guessed when absent'))
    .action(async (files: readonly string[], options: Options) =>
      exit(await exportFiles(files, options, terminal)),
    );
}

async function exportFiles(files: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const format = exportFormats.find(({ id }) => id === options.format) as ExportFormat;
  const message = misuse(files, options, format);
  if (message !== undefined) {
    terminal.error(message);
    return exitCodes.usage;
  }
  const { analyzer, warning } = await loadAnalyzer();
  if (warning !== undefined) terminal.error(warning);
  let code: number = warning === undefined ? exitCodes.ok : exitCodes.failed;
  for (const file of files) {
    const failure = await exportFile(file, format, options, analyzer, terminal);
    if (failure === undefined) continue;
    terminal.error(failure);
    code = exitCodes.failed;
  }
  return code;
}

function misuse(files: readonly string[], { write }: Options, format: ExportFormat): string | undefined {
  if (write && files.includes('-')) return l10n.t('--write needs files: standard input has no place');
  if (!write && !format.joins && files.length > 1)
    return l10n.t('{0} can hold one article only: give one, or --write', format.id);
  return undefined;
}

/** A translated sentence when the file could not be exported. */
async function exportFile(
  file: string,
  format: ExportFormat,
  options: Options,
  analyzer: Analyzer,
  terminal: Terminal,
): Promise<string | undefined> {
  const input = await readInput(file, options.encoding, terminal);
  if ('message' in input) return input.message;
  const made = await articleViewOf(input, analyzer, { onlyConfirmed: options.confirmed === true });
  if ('message' in made) return made.message;
  const source: ExportSource = {
    file: file === '-' ? '' : basename(file),
    article: createArticle(input.text, input.format),
    view: made.view,
    language: 'fr',
    uiLanguage: l10n.t('en'),
    say: messageOf,
  };
  const written = format.write(source);
  if (!options.write) {
    await terminal.out(written);
    return undefined;
  }
  const target = `${file}.${format.extension}`;
  return writeWhole(target, written).then(
    () => undefined,
    (error: unknown) => `${target}: ${fileErrorMessage(error)}`,
  );
}
