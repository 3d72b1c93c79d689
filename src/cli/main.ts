import { join } from 'node:path';

import { Command, CommanderError } from 'commander';

import manifest from '../../package.json';
import { annotateCommand } from './commands/annotate';
import { checkCommand } from './commands/check';
import { exportCommand } from './commands/export';
import { formatCommand } from './commands/format';
import { gitCommand } from './commands/git';
import { mergeCommand } from './commands/merge';
import { repairCommand } from './commands/repair';
import { reportCommand } from './commands/report';
import { textconvCommand } from './commands/textconv';
import { exitCodes, loadTranslations, processTerminal } from './terminal';

/** In the order that `--help` lists them. A new command is one file here. */
const commands = [
  annotateCommand,
  checkCommand,
  exportCommand,
  formatCommand,
  gitCommand,
  mergeCommand,
  repairCommand,
  reportCommand,
  textconvCommand,
];

async function main(): Promise<void> {
  const terminal = processTerminal();
  await loadTranslations(join(__dirname, '..', 'l10n'));
  const program = new Command('verbatim')
    .description(
      'Names, quotations and their speakers in French press articles, as records and YAML sidecars.',
    )
    .version(manifest.version)
    .exitOverride();
  for (const command of commands)
    program.addCommand(command(terminal, (code) => (process.exitCode = code)).exitOverride());
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError)
      process.exitCode = error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    else throw error;
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`verbatim: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = exitCodes.failed;
});
