import { driverCodes } from '../../node/git/driverScript';
import { exitCodes } from '../terminal';

/**
 * The exit code of a command that git's driver script runs. To the script, clean and conflict are told by codes that no crash has
 * (`driverCodes`); to everybody else a conflict is a failure.
 */
export function driverExit(code: number, conflict: boolean): number {
  const forScript = process.env.VERBATIM_GIT_DRIVER === '1';
  if (code === exitCodes.ok) return forScript ? driverCodes.clean : code;
  return conflict && forScript ? driverCodes.conflict : code;
}
