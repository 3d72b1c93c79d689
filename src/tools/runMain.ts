/**
 * Runs the main function of a tool with the arguments of its command line. What it throws is printed
 * as its message alone and makes the exit code 1: a tool throws what a person should read.
 */
export function runMain(main: (args: readonly string[]) => Promise<void>): void {
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
