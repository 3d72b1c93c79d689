import { basename } from 'node:path';

import * as l10n from '@vscode/l10n';
import { Command, InvalidArgumentError, Option } from 'commander';

import type { Analyzer } from '../../core/analysis/analyzer';
import type { ReportFormat, ReportSection } from '../../core/export/report/reportFormat';
import { reportFormats } from '../../core/export/report/reportFormats';
import { reportRows } from '../../core/export/report/reportRows';
import { type CheckState, checkStates } from '../../core/view/checkState';
import { loadAnalyzer } from '../analysis';
import { articleViewOf } from '../articleView';
import { shownPath } from '../check/checkFiles';
import { createConfigFinder, type FolderConfig } from '../configFile';
import { findFiles } from '../findFiles';
import { fileErrorMessage, readInput } from '../input';
import { messageOf } from '../messages';
import { articlePath, sidecarSuffix } from '../sidecarPaths';
import { exitCodes, type Terminal } from '../terminal';

interface Options {
  readonly format: string;
  readonly failOn: readonly CheckState[];
  readonly encoding?: string;
}

/** `verbatim report PATH…`: what was checked of articles and folders, to read or for a gate: "nothing unchecked in published/". */
export function reportCommand(terminal: Terminal, exit: (code: number) => void): Command {
  return new Command('report')
    .description(l10n.t('Report which quotations were checked, by whom and with what result'))
    .argument('<path...>', l10n.t('articles, or folders of articles'))
    .addOption(
      new Option('--format <format>', l10n.t('the format to write'))
        .choices(reportFormats.map(({ id }) => id))
        .default('markdown'),
    )
    .addOption(
      new Option(
        '--fail-on <states>',
        l10n.t('exit with 1 when a quotation is in one of these states: {0}', checkStates.join(',')),
      )
        .argParser(readStates)
        .default([]),
    )
    .option('--encoding <name>', l10n.t('encoding of the files; guessed when absent'))
    .action(async (paths: readonly string[], options: Options) =>
      exit(await report(paths, options, terminal)),
    );
}

function readStates(written: string): readonly CheckState[] {
  const states = written.split(',').map((each) => each.trim());
  const unknown = states.find((each) => !(checkStates as readonly string[]).includes(each));
  if (unknown !== undefined)
    throw new InvalidArgumentError(l10n.t('“{0}” is not one of {1}.', unknown, checkStates.join(', ')));
  return states as readonly CheckState[];
}

async function report(paths: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const { analyzer, warning } = await loadAnalyzer();
  if (warning !== undefined) terminal.error(warning);
  let failed = warning !== undefined;
  const sections: ReportSection[] = [];
  const findConfig = createConfigFinder();
  for (const path of paths) {
    const files = await articlesAt(path);
    if ('message' in files) {
      terminal.error(`${path}: ${files.message}`);
      failed = true;
      continue;
    }
    for (const file of files) {
      const section = await sectionOf(file, await findConfig(file), options, analyzer, terminal);
      if ('message' in section) {
        terminal.error(section.message);
        failed = true;
      } else sections.push(section);
    }
  }
  const format = reportFormats.find(({ id }) => id === options.format) as ReportFormat;
  await terminal.out(format.write({ sections, language: 'fr', uiLanguage: l10n.t('en'), say: messageOf }));
  const isGated = sections.some(({ rows }) => rows.some(({ state }) => options.failOn.includes(state)));
  return failed || isGated ? exitCodes.failed : exitCodes.ok;
}

/** A folder's articles: files of that kind, and all that have a sidecar. */
async function articlesAt(path: string): Promise<readonly string[] | { readonly message: string }> {
  try {
    const files = await findFiles(
      path,
      (name) => /\.(?:article|presse)$/iu.test(name) || name.endsWith(sidecarSuffix),
    );
    return [
      ...new Set(files.map((file) => (file.endsWith(sidecarSuffix) ? articlePath(file) : file))),
    ].sort();
  } catch (error) {
    return { message: fileErrorMessage(error) };
  }
}

async function sectionOf(
  file: string,
  { config }: FolderConfig,
  { encoding }: Options,
  analyzer: Analyzer,
  terminal: Terminal,
): Promise<ReportSection | { readonly message: string }> {
  const input = await readInput(file, encoding, terminal);
  if ('message' in input) return input;
  const shown = await articleViewOf(input, analyzer, { onlyConfirmed: false });
  if ('message' in shown) return shown;
  const { view } = shown;
  const name = file === '-' ? '-' : shownPath(file);
  const unchecked = config.verdicts[0] ?? 'unchecked';
  const rows = reportRows({ file: basename(name), text: input.text, unchecked, ...shown });
  return { file: name, rows, ...(view.date && { date: view.date.iso }) };
}
