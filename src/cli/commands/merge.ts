import { readFile } from 'node:fs/promises';

import * as l10n from '@vscode/l10n';
import { Command, InvalidArgumentError } from 'commander';

import { writeWhole } from '../../node/writeWhole';
import { driverExit } from '../git/driverExit';
import { mergeLines } from '../git/mergeLines';
import { mergeTexts, type MergeLabels } from '../git/mergeTexts';
import { fileErrorMessage } from '../input';
import { exitCodes, type Terminal } from '../terminal';

const usualSize = 7;

/**
 * `verbatim merge BASE OURS THEIRS [MARKER_SIZE] [PATH]`: git's merge driver (`%O %A %B %L %P`). The merge takes the place of OURS; 0
 * only when nothing conflicts.
 */
export function mergeCommand(terminal: Terminal, exit: (code: number) => void): Command {
  return new Command('merge')
    .description(l10n.t('Merge a sidecar record by record; for git'))
    .argument('<base>', l10n.t('the version that both come from'))
    .argument('<ours>', l10n.t('our version, which the result replaces'))
    .argument('<theirs>', l10n.t('their version'))
    .argument('[marker-size]', l10n.t('length of conflict markers'), markerSize, usualSize)
    .argument('[path]', l10n.t('what the file is called in the repository'))
    .action(async (base: string, ours: string, theirs: string, size: number, path: string = ours) => {
      const merge = new FileMerge(path, { ours: 'ours', base: 'base', theirs: 'theirs', size }, terminal);
      const code = await merge.run({ base, ours, theirs });
      exit(driverExit(code, merge.conflict));
    });
}

function markerSize(text: string): number {
  const size = Number(text);
  if (Number.isInteger(size) && size > 0 && size < 1000) return size;
  throw new InvalidArgumentError(l10n.t('not a length'));
}

interface Versions<T> {
  readonly base: T;
  readonly ours: T;
  readonly theirs: T;
}

class FileMerge {
  /** Whether both sides are in the result, to be chosen from. */
  conflict = false;

  constructor(
    private readonly path: string,
    private readonly labels: MergeLabels,
    private readonly terminal: Terminal,
  ) {}

  async run(paths: Versions<string>): Promise<number> {
    try {
      const [base, ours, theirs] = await Promise.all(
        [paths.base, paths.ours, paths.theirs].map((path) => readFile(path)),
      );
      return await this.merge({ base, ours, theirs } as Versions<Buffer>, paths.ours);
    } catch (error) {
      return this.fail(fileErrorMessage(error));
    }
  }

  private async merge(versions: Versions<Buffer>, target: string): Promise<number> {
    const merged = mergeTexts(versions, this.path, this.labels);
    if ('reason' in merged) return this.fallBack(versions, target, merged.reason);
    await writeWhole(target, merged.source);
    if (merged.conflicts.length === 0) return exitCodes.ok;
    this.conflict = true;
    this.say(
      l10n.t(
        'both sides changed {0}; choose in the editor or between the markers',
        merged.conflicts.join(', '),
      ),
    );
    return exitCodes.failed;
  }

  /** Lines are merged where records cannot be. That is never called clean: nobody knows what the lines mean. */
  private async fallBack(versions: Versions<Buffer>, target: string, reason: string): Promise<number> {
    const lines = await mergeLines(versions, this.labels);
    if (!lines) return this.fail(reason);
    await writeWhole(target, lines.content);
    this.conflict = true;
    this.say(reason);
    this.say(
      lines.clean
        ? l10n.t('its lines were merged instead, without a conflict; look at it before “git add”')
        : l10n.t('its lines were merged instead; conflicts are between markers'),
    );
    return exitCodes.failed;
  }

  private say(message: string): void {
    this.terminal.error(`${this.path}: ${message}`);
  }

  private fail(message: string): number {
    this.say(message);
    return exitCodes.failed;
  }
}
