import * as l10n from '@vscode/l10n';
import { Command } from 'commander';

import { installDriver, type InstallFailure, uninstallDriver } from '../../node/git/install';
import { driverStatus } from '../../node/git/status';
import { isSetUp, statusReport } from '../../node/git/statusReport';
import { exitCodes, type Terminal } from '../terminal';

interface Options {
  readonly global?: boolean;
}

type Exit = (code: number) => void;

/** `verbatim git install | uninstall | doctor`: git's merges and diffs of sidecars. */
export function gitCommand(terminal: Terminal, exit: Exit): Command {
  const command = new Command('git').description(
    l10n.t('Let git merge and show annotations record by record'),
  );
  const here = l10n.t('for all repositories of this user instead of this one');
  command
    .command('install')
    .description(l10n.t('set up the merge driver and readable diffs'))
    .option('--global', here)
    .action(async ({ global = false }: Options) => exit(await install(global, terminal)));
  command
    .command('uninstall')
    .description(l10n.t('take back what install did'))
    .option('--global', here)
    .action(async ({ global = false }: Options) => exit(await uninstall(global, terminal)));
  command
    .command('doctor')
    .description(l10n.t('tell what is and is not set up, and try it'))
    .action(async () => exit(await doctor(terminal)));
  return exitingAll(command);
}

/** Sub-commands do not inherit that usage errors are thrown rather than end the process. */
function exitingAll(command: Command): Command {
  for (const each of command.commands) each.exitOverride();
  return command;
}

async function install(global: boolean, terminal: Terminal): Promise<number> {
  const scope = global ? 'global' : 'local';
  const installed = await installDriver({ cwd: process.cwd(), scope, program: __filename });
  if ('failure' in installed) return fail(installed, terminal);
  const { script, attributesFile, attributesChanged, configChanged } = installed;
  const lines = [
    attributesChanged
      ? l10n.t('{0}: annotations are merged by Verbatim.', attributesFile)
      : l10n.t('{0}: nothing to change.', attributesFile),
    configChanged
      ? l10n.t('git’s configuration runs {0}.', script)
      : l10n.t('git’s configuration: nothing to change.'),
    ...(attributesChanged && !global
      ? [l10n.t('Commit .gitattributes, so that colleagues get it too.')]
      : []),
    '',
  ];
  await terminal.out(lines.join('\n'));
  return exitCodes.ok;
}

async function uninstall(global: boolean, terminal: Terminal): Promise<number> {
  const done = await uninstallDriver({ cwd: process.cwd(), scope: global ? 'global' : 'local' });
  if ('failure' in done) return fail(done, terminal);
  const lines = [
    done.attributesChanged || done.configChanged
      ? l10n.t('git merges and shows annotations line by line again.')
      : l10n.t('Nothing was set up here.'),
    ...(done.configChanged ? [l10n.t('{0} stays: other repositories may use it.', done.script)] : []),
    '',
  ];
  await terminal.out(lines.join('\n'));
  return exitCodes.ok;
}

async function doctor(terminal: Terminal): Promise<number> {
  const status = await driverStatus(process.cwd());
  await terminal.out(statusReport(status, l10n));
  return isSetUp(status) ? exitCodes.ok : exitCodes.failed;
}

function fail(failure: InstallFailure, terminal: Terminal): number {
  terminal.error(
    failure.failure === 'no-repository'
      ? l10n.t('this folder is in no git repository; --global sets up all repositories of this user')
      : failure.message,
  );
  return exitCodes.failed;
}
