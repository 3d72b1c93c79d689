import type { Browser } from 'playwright-core';

/** What came of the tests that ran in a page. */
export interface PageResult {
  /** The exit code that the workbench gave; `undefined` when it was silent for too long. */
  readonly code: number | undefined;
  /** The lines of the console, oldest first. */
  readonly log: readonly string[];
}

/**
 * Opens a workbench that was told to run the tests of an extension, and waits for its result. Each line
 * of the tests' console goes to `onLine` as it comes; after a silence of `silenceMs` it gives up.
 */
export async function runPageTests(
  browser: Browser,
  address: string,
  silenceMs: number,
  onLine: (line: string) => void,
): Promise<PageResult> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
  const page = await context.newPage();
  const log: string[] = [];
  page.on('pageerror', (error) => log.push(`[page] ${error.message}`));
  page.on('console', (message) => log.push(`[console] ${message.text()}`));
  let timer: NodeJS.Timeout | undefined;
  try {
    const code = await new Promise<number | undefined>((resolve, reject) => {
      const watch = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => resolve(undefined), silenceMs);
      };
      watch();
      const open = async (): Promise<void> => {
        await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
          for (const line of args.map(String).join(' ').split('\n')) {
            log.push(`[${type}] ${line}`);
            onLine(line);
            watch();
          }
        });
        await page.exposeFunction('codeAutomationExit', (exitCode: number) => resolve(exitCode));
        await page.goto(address);
      };
      open().catch(reject);
    });
    return { code, log };
  } finally {
    clearTimeout(timer);
    await context.close();
  }
}
