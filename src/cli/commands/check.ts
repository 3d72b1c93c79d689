import * as l10n from '@vscode/l10n';
import { Command, Option } from 'commander';

import manifest from '../../../package.json';
import { checkFiles } from '../check/checkFiles';
import { type ReportFormat, reportFormats, reportOf } from '../check/report';
import { exitCodes, type Terminal } from '../terminal';

interface Options {
  readonly format: ReportFormat;
  readonly merges?: boolean;
}

/** `verbatim check [PATH…]`: whether sidecars are whole and fit their articles, for continuous integration and commit hooks. */
export function checkCommand(terminal: Terminal, exit: (code: number) => void): Command {
  return new Command('check')
    .description(l10n.t('Check that sidecars are whole and fit their articles'))
    .argument('[path...]', l10n.t('sidecars, articles or folders; the current folder when absent'))
    .addOption(
      new Option('--format <format>', l10n.t('what to print')).choices([...reportFormats]).default('human'),
    )
    .option('--merges', l10n.t('also look in git’s history for what merges lost'))
    .action(async (paths: readonly string[], { format, merges = false }: Options) => {
      const checked = await checkFiles(paths.length > 0 ? paths : ['.'], { merges });
      await terminal.out(reportOf(checked, format, manifest.version));
      exit(checked.findings.some(({ severity }) => severity === 'error') ? exitCodes.failed : exitCodes.ok);
    });
}
