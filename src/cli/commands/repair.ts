import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import * as l10n from '@vscode/l10n';
import { Command } from 'commander';

import { topLevel } from '../../node/git/repository';
import { writeWhole } from '../../node/writeWhole';
import { shownPath } from '../check/checkFiles';
import { fileErrorMessage } from '../input';
import { isReadable } from '../repair/redoMerge';
import { repairFile, type Repaired, type Revisions } from '../repair/repairFile';
import { sidecarsOf } from '../sidecarPaths';
import { readUtf8 } from '../sidecarText';
import { exitCodes, type Terminal } from '../terminal';

interface Options extends Revisions {
  readonly dryRun?: boolean;
}

/** `verbatim repair PATH…`: does merges again that broke or lost annotations, from the versions that git has. */
export function repairCommand(terminal: Terminal, exit: (code: number) => void): Command {
  return new Command('repair')
    .description(l10n.t('Do merges again that broke or lost annotations'))
    .argument('<path...>', l10n.t('sidecars, articles or folders'))
    .option(
      '--theirs <revision>',
      l10n.t('the branch or commit whose merge went wrong, where history does not tell'),
    )
    .option('--base <revision>', l10n.t('the version that both come from; found by git when absent'))
    .option('--dry-run', l10n.t('only tell what would be brought back'))
    .action(async (paths: readonly string[], options: Options) =>
      exit(await repair(paths, options, terminal)),
    );
}

/** One file that cannot be mended does not stop the others. */
async function repair(paths: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const { sidecars, failures } = await sidecarsOf(paths);
  failures.forEach(terminal.error);
  let code: number = failures.length > 0 ? exitCodes.failed : exitCodes.ok;
  for (const { path } of sidecars) {
    const message = await repairOne(path, options, terminal);
    if (message === undefined) continue;
    terminal.error(`${shownPath(path)}: ${message}`);
    code = exitCodes.failed;
  }
  return code;
}

/** A translated sentence when something is left to do. */
async function repairOne(path: string, options: Options, terminal: Terminal): Promise<string | undefined> {
  const read = await readUtf8(path);
  if ('message' in read) return read.message;
  const top = await topLevel(dirname(path));
  if (top === undefined) return l10n.t('is in no git repository');
  const repaired = await repairFile(read.text, path, top, options);
  if ('message' in repaired) return repaired.message;
  await tell(path, repaired, terminal);
  if (repaired.renamedTo !== undefined)
    return repairRenamed(join(top, repaired.renamedTo), repaired, options);
  try {
    if (!options.dryRun && repaired.source !== read.text) await write(path, read.text, repaired);
  } catch (error) {
    return fileErrorMessage(error);
  }
  if (repaired.conflicts.length > 0) return toChoose(repaired);
  return isReadable(repaired.source) ? undefined : l10n.t('nothing in git’s history mends it');
}

/** A merge in history is done again until a commit names it, so that a choice that changes nothing counts, too. */
function toChoose({ conflicts, steps }: Repaired): string {
  const commit = /^[0-9a-f]{9}(?= )/u.exec(steps.at(-1)?.merge ?? '')?.[0];
  return commit === undefined
    ? l10n.t('both sides changed {0}; choose in the editor or between the markers', conflicts.join(', '))
    : l10n.t(
        'both sides changed {0}; choose in the editor or between the markers, and name {1} in the message of the commit',
        conflicts.join(', '),
        commit,
      );
}

/** What is left to do is git's: it still holds the old name for a conflict. */
async function repairRenamed(
  target: string,
  { source, conflicts }: Repaired,
  { dryRun }: Options,
): Promise<string> {
  try {
    if (!dryRun) await writeWhole(target, source);
  } catch (error) {
    return `${shownPath(target)}: ${fileErrorMessage(error)}`;
  }
  return conflicts.length > 0
    ? l10n.t(
        'merged into {0}, where both sides changed {1}; choose there, then “git rm” this file',
        shownPath(target),
        conflicts.join(', '),
      )
    : l10n.t('merged into {0}, as it was renamed; “git add” that and “git rm” this file', shownPath(target));
}

async function tell(path: string, { steps }: Repaired, terminal: Terminal): Promise<void> {
  const file = shownPath(path);
  const lines = steps.map(({ merge, changed }) =>
    l10n.t('{0}: records brought back or mended: {1} ({2})', file, changed.join(', '), merge),
  );
  await terminal.out(
    [...(lines.length > 0 ? lines : [l10n.t('{0}: nothing to repair', file)]), ''].join('\n'),
  );
}

/** Words that somebody typed between conflict markers are kept beside the file. */
async function write(path: string, before: string, { source }: Repaired): Promise<void> {
  if (!isReadable(before)) await writeFile(`${path}.orig`, before);
  await writeWhole(path, source);
}
