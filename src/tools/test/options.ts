import { parseArgs } from 'node:util';

/** The parts of `npm test`, in the order in which they run. */
export const phaseNames = ['lint', 'core', 'desktop', 'server', 'web', 'workbench'] as const;

export type PhaseName = (typeof phaseNames)[number];

export interface TestOptions {
  /** The phases asked for; `undefined` for all that this machine can run. */
  readonly only?: readonly PhaseName[];
  /** Only tests whose full title holds this. */
  readonly grep?: string;
}

/** Reads the command line of `npm test`. Throws an error with the reason when it cannot be understood. */
export function parseTestOptions(args: readonly string[]): TestOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: 'string', multiple: true }, grep: { type: 'string' } },
  });
  const only = values.only?.flatMap((list) => list.split(','));
  const unknown = only?.find((name) => !isPhaseName(name));
  if (unknown !== undefined)
    throw new Error(`There are no tests named "${unknown}": choose from ${phaseNames.join(', ')}.`);
  return {
    ...(only === undefined ? {} : { only: only.filter(isPhaseName) }),
    ...(values.grep === undefined ? {} : { grep: values.grep }),
  };
}

function isPhaseName(name: string): name is PhaseName {
  return (phaseNames as readonly string[]).includes(name);
}
