import * as l10n from '@vscode/l10n';
import { Command } from 'commander';

import { readable } from '../git/readable';
import { readUtf8 } from '../sidecarText';
import { driverExit } from '../git/driverExit';
import { exitCodes, type Terminal } from '../terminal';

/** `verbatim textconv FILE`: a sidecar as git shows it in diffs. */
export function textconvCommand(terminal: Terminal, exit: (code: number) => void): Command {
  return new Command('textconv')
    .description(l10n.t('Print a sidecar in a form for diffs; for git'))
    .argument('<file>', l10n.t('the sidecar'))
    .action(async (file: string) => {
      const read = await readUtf8(file);
      if ('text' in read) await terminal.out(readable(read.text));
      else terminal.error(`${file}: ${read.message}`);
      exit(driverExit('text' in read ? exitCodes.ok : exitCodes.failed, false));
    });
}
