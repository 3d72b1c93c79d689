import * as l10n from '@vscode/l10n';
import { Command, InvalidArgumentError, Option } from 'commander';

import { toAnalysisRecord } from '../../core/export/analysisRecord';
import { createArticleText } from '../../core/text/articleText';
import { runSteps } from '../../core/util/steps';
import { loadAnalyzer } from '../analysis';
import { readInput, type Input } from '../input';
import { exitCodes, type Terminal } from '../terminal';

interface Options {
  readonly format: 'jsonl';
  readonly encoding?: string;
  readonly date?: string;
}

/** `verbatim annotate FILE…`: what the editor would suggest, as records on standard output. */
export function annotateCommand(terminal: Terminal, exit: (code: number) => void): Command {
  return new Command('annotate')
    .description(l10n.t('Find names, quotations and speakers in articles'))
    .argument('<file...>', l10n.t('articles to read; - is standard input'))
    .addOption(new Option('--format <format>', l10n.t('what to print')).choices(['jsonl']).default('jsonl'))
    .option('--encoding <name>', l10n.t('encoding of the files; guessed when absent'))
    .addOption(
      new Option(
        '--date <yyyy-mm-dd>',
        l10n.t('date of the articles, for "mardi" and "le 24 septembre"'),
      ).argParser(isoDate),
    )
    .action(async (files: readonly string[], options: Options) =>
      exit(await annotate(files, options, terminal)),
    );
}

/** One bad file does not stop the others; the exit code tells that there was one. */
async function annotate(files: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const analyzer = await loadAnalyzer();
  let code: number = exitCodes.ok;
  for (const file of files) {
    const input = await readInput(file, options.encoding, terminal);
    if ('message' in input) {
      terminal.error(input.message);
      code = exitCodes.failed;
    } else await terminal.out(`${JSON.stringify(recordOf(input, options, analyzer))}\n`);
  }
  return code;
}

function recordOf(input: Input, options: Options, analyzer: Awaited<ReturnType<typeof loadAnalyzer>>) {
  const context = { fileName: input.file, ...(options.date !== undefined && { date: options.date }) };
  const analysis = runSteps(analyzer.analyze(input.text, input.format, context));
  return toAnalysisRecord(input.file, createArticleText(input.text), analysis);
}

function isoDate(value: string): string {
  if (!/^\d{4}-\d\d-\d\d$/u.test(value)) throw new InvalidArgumentError(l10n.t('Expected YYYY-MM-DD.'));
  return value;
}
