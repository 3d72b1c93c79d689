import * as l10n from '@vscode/l10n';
import { Command, InvalidArgumentError, Option } from 'commander';

import type { Analyzer } from '../../core/analysis/analyzer';
import { toWinerConvention } from '../../core/analysis/convention/winer';
import type { Analysis } from '../../core/annotation/suggestion';
import { toAnalysisRecord } from '../../core/export/analysisRecord';
import { createArticleText } from '../../core/text/articleText';
import { runSteps } from '../../core/util/steps';
import { writeWhole } from '../../node/writeWhole';
import { loadAnalyzer } from '../analysis';
import { fileErrorMessage, readInput, type Input } from '../input';
import { annotatedSidecar, sidecarPath } from '../sidecarFile';
import { exitCodes, type Terminal } from '../terminal';

interface Options {
  readonly format: 'jsonl' | 'yaml';
  readonly write?: boolean;
  readonly encoding?: string;
  readonly date?: string;
  readonly convention?: 'winer';
  readonly weak?: boolean;
}

/** `verbatim annotate FILE…`: what the editor would suggest, as records on standard output or in the articles' sidecars. */
export function annotateCommand(terminal: Terminal, exit: (code: number) => void): Command {
  return new Command('annotate')
    .description(l10n.t('Find names, quotations and speakers in articles'))
    .argument('<file...>', l10n.t('articles to read; - is standard input'))
    .addOption(
      new Option('--format <format>', l10n.t('what to print: one JSON record a file, or the sidecar'))
        .choices(['jsonl', 'yaml'])
        .default('jsonl'),
    )
    .option('--write', l10n.t('add the suggestions to the sidecar beside each article instead of printing'))
    .option('--weak', l10n.t('also suggest sentences in the conditional that may go on reporting'))
    .option('--encoding <name>', l10n.t('encoding of the files; guessed when absent'))
    .addOption(
      new Option(
        '--date <yyyy-mm-dd>',
        l10n.t('date of the articles, for "mardi" and "le 24 septembre"'),
      ).argParser(isoDate),
    )
    .addOption(
      new Option(
        '--convention <name>',
        l10n.t('mark names as a reference does, to measure against it'),
      ).choices(['winer']),
    )
    .action(async (files: readonly string[], options: Options) =>
      exit(await annotate(files, options, terminal)),
    );
}

/** One bad file does not stop the others; the exit code tells that there was one. */
async function annotate(files: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  if (options.write && files.includes('-')) {
    terminal.error(l10n.t('--write needs files: standard input has no sidecar'));
    return exitCodes.usage;
  }
  const { analyzer, warning } = await loadAnalyzer();
  if (warning !== undefined) terminal.error(warning);
  let code: number = warning === undefined ? exitCodes.ok : exitCodes.failed;
  for (const file of files) {
    const message = await annotateFile(file, options, analyzer, terminal);
    if (message === undefined) continue;
    terminal.error(message);
    code = exitCodes.failed;
  }
  return code;
}

/** A translated sentence when the file could not be annotated. */
async function annotateFile(
  file: string,
  options: Options,
  analyzer: Analyzer,
  terminal: Terminal,
): Promise<string | undefined> {
  const input = await readInput(file, options.encoding, terminal);
  if ('message' in input) return input.message;
  const context = {
    fileName: file,
    ...(options.date !== undefined && { date: options.date }),
    ...(options.weak && { weakSpeech: true }),
  };
  const analysis = runSteps(analyzer.analyze(input.text, input.format, context));
  if (options.write || options.format === 'yaml')
    return giveSidecar(input, analysis, options.write ?? false, terminal);
  const shown = options.convention === 'winer' ? inWinerConvention(input.text, analysis) : analysis;
  const record = toAnalysisRecord(file, createArticleText(input.text), shown);
  await terminal.out(`${JSON.stringify(record)}\n`);
  return undefined;
}

function inWinerConvention(text: string, analysis: Analysis): Analysis {
  return { ...analysis, mentions: toWinerConvention(text, analysis.mentions) };
}

async function giveSidecar(
  input: Input,
  analysis: Analysis,
  write: boolean,
  terminal: Terminal,
): Promise<string | undefined> {
  const annotated = await annotatedSidecar(input, analysis, Math.random);
  if ('message' in annotated) return annotated.message;
  if (!write) await terminal.out(annotated.source);
  else if (annotated.changed) {
    try {
      await writeWhole(sidecarPath(input.file), annotated.source);
    } catch (error) {
      return `${sidecarPath(input.file)}: ${fileErrorMessage(error)}`;
    }
  }
  return undefined;
}

function isoDate(value: string): string {
  if (!/^\d{4}-\d\d-\d\d$/u.test(value)) throw new InvalidArgumentError(l10n.t('Expected YYYY-MM-DD.'));
  return value;
}
