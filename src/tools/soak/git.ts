import { builtCli } from '../../../test/cli/builtCli';
import { type HistoryTally, runHistories } from './gitHistories';

/**
 * Runs random histories with the driver and with plain git, prints what became of the decisions, and throws when the driver, or
 * `verbatim repair` after somebody without it, lost one. Each history takes some seconds, nearly all of it in git's processes.
 */
export async function soakGit(histories: number, seed = 1): Promise<void> {
  const options = { histories, seed, cli: await builtCli(), report: console.log };
  const driver = await runHistories('driver', options);
  const plain = await runHistories('plain', { histories, seed, cli: options.cli });
  console.log(reportOf(driver, plain));
  if (driver.lost + driver.lostAfterRepair + driver.broken > 0) throw new Error('Decisions were lost.');
}

export function reportOf(driver: HistoryTally, plain: HistoryTally): string {
  const row = (name: string, tally: HistoryTally) =>
    `${name}: ${tally.histories} histories, ${tally.merges} merges, ${tally.conflicts} left to a person, ${tally.broken} files broken, ${tally.lost} decisions lost`;
  return [
    row('with the driver', driver),
    row('with plain git, each taking their own side', plain),
    `without the driver among them: ${driver.harmed} merges lost or broke something, check found ${driver.found}, ${driver.lostAfterRepair} decisions lost after repair`,
  ].join('\n');
}
