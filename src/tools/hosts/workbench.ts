import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import type { Browser, Page } from 'playwright-core';

import { fromRoot, root } from '../paths';
import { beforeExit } from './processes';
import { startServer } from './serverHost';
import { calmSettings, type Settings } from './settings';

/** The four kinds of themes that VS Code has, by the ids of its own ones. */
export const themes = {
  light: 'Light 2026',
  dark: 'Dark 2026',
  highContrastDark: 'Default High Contrast',
  highContrastLight: 'Default High Contrast Light',
} as const;

export interface WorkbenchOptions {
  /** A folder to show a fresh copy of; `test/articles` when neither this nor `files` is given. */
  readonly folder?: string;
  /** Files to write into the folder, by their paths in it. */
  readonly files?: Readonly<Record<string, string>>;
  /** The path in the folder of a file to open at once. */
  readonly open?: string;
  readonly settings?: Settings;
  readonly theme?: keyof typeof themes;
  /** The language of the strings of extensions, such as `fr`. Those of VS Code itself stay English. */
  readonly locale?: string;
  /** The size of the window in pixels; 1280 × 800 when left out. */
  readonly size?: { readonly width: number; readonly height: number };
}

export interface ServedWorkbench {
  readonly page: Page;
  /** The fresh folder that is open. */
  readonly folder: string;
  log(): readonly string[];
  close(): Promise<void>;
}

/** Opens the workbench of a VS Code server of its own in a new page, and waits until it is drawn. */
export async function serveWorkbench(browser: Browser, options: WorkbenchOptions): Promise<ServedWorkbench> {
  const temporary = await mkdtemp(join(tmpdir(), 'verbatim-workbench-'));
  const forget = beforeExit(() => rmSync(temporary, { recursive: true, force: true, maxRetries: 3 }));
  const folder = await prepareFolder(join(temporary, 'articles'), options);
  const theme = options.theme === undefined ? {} : { 'workbench.colorTheme': themes[options.theme] };
  const settings = { ...calmSettings, 'window.autoDetectHighContrast': false, ...theme, ...options.settings };
  const server = await startServer({
    dataFolder: join(temporary, 'data'),
    settings,
    forTests: true,
    say: console.log,
  });
  const context = await browser.newContext({
    viewport: options.size ?? { width: 1280, height: 800 },
    locale: options.locale ?? 'en',
  });
  // A busy machine is slow to draw.
  context.setDefaultTimeout(60_000);
  const close = async (): Promise<void> => {
    await context.close();
    await server.stop();
    await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
    forget();
  };
  try {
    if (options.locale !== undefined) {
      await context.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(options.locale)};`);
    }
    await context.addInitScript({ path: fromRoot('test/host/workbench/page.js') });
    const page = await context.newPage();
    await page.goto(
      server.address(folder, [
        ['extensionDevelopmentPath', server.remoteUri(root)],
        ...(options.open === undefined
          ? []
          : [['openFile', server.remoteUri(join(folder, options.open))] as const]),
      ]),
    );
    await page.locator('.monaco-workbench .statusbar').waitFor();
    if (options.open !== undefined)
      await page.locator('.monaco-editor .view-lines .view-line').first().waitFor();
    return { page, folder, log: server.log, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function prepareFolder(folder: string, { folder: source, files }: WorkbenchOptions): Promise<string> {
  await mkdir(folder, { recursive: true });
  if (source !== undefined || files === undefined)
    await cp(source ?? fromRoot('test/articles'), folder, { recursive: true });
  for (const [path, text] of Object.entries(files ?? {})) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}
