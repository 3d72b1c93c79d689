import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { Browser, Page } from 'playwright-core';

import { launchChromium } from '../../../src/tools/hosts/chromium';
import { serveWorkbench, type WorkbenchOptions } from '../../../src/tools/hosts/workbench';
import { fromRoot } from '../../../src/tools/paths';
import { type Decoration, editorOf, type Editor } from './editor';
import { poll } from './poll';

export type { Decoration, WorkbenchOptions };

/** The real workbench with the extension in it, used as a person would: by keys, the mouse and the eye. */
export interface Workbench extends Editor {
  /** For what the driver has no word for. */
  readonly page: Page;
  /** The folder that is open; its files are real. */
  readonly folder: string;
  /** Opens a file of the folder by its path in it. */
  openFile(path: string): Promise<void>;
  /** Presses keys in order, each in playwright's notation: `Control+Shift+P`, `ArrowDown`, `é`. */
  pressKeys(...keys: readonly string[]): Promise<void>;
  /** Types a text at the caret. */
  type(text: string): Promise<void>;
  /** Saves the changes of the active editor. */
  save(): Promise<void>;
  /** Runs the command with this title from the palette, and fails when there is none. */
  runCommand(title: string): Promise<void>;
  /** The texts of the status bar. */
  statusBar(): Promise<readonly string[]>;
  /** The texts of the notifications that are shown. */
  notifications(): Promise<readonly string[]>;
  /** What a file of the folder holds on the disk; `undefined` when there is none. */
  readFile(path: string): Promise<string | undefined>;
  /** Waits until a file of the folder is on the disk, and gives what it holds. */
  waitForFile(path: string): Promise<string>;
  /** Changes a file of the folder on the disk, as another program would. */
  writeFile(path: string, text: string): Promise<void>;
  /** Saves a picture of the window as `out/screenshots/NAME.png`, and gives its path. */
  screenshot(name: string): Promise<string>;
  close(): Promise<void>;
}

let browser: Promise<Browser> | undefined;
const opened = new Set<Workbench>();

/** Opens a workbench of its own with fresh data; close it in `after`. Without a folder or files it shows the samples. */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  browser ??= launchChromium(console.log);
  const served = await serveWorkbench(await browser, options);
  const { page, folder } = served;
  const read = (path: string): Promise<string | undefined> =>
    readFile(join(folder, path), 'utf8').catch(() => undefined);
  const workbench: Workbench = {
    page,
    folder,
    ...editorOf(page),
    openFile: (path) => openFile(page, path),
    pressKeys: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    type: (text) => page.keyboard.type(text),
    save: () => save(page),
    runCommand: (title) => runCommand(page, title),
    statusBar: () => page.locator('.statusbar-item:visible').allInnerTexts(),
    notifications: () => page.locator('.notification-toast .notification-list-item-message').allInnerTexts(),
    readFile: read,
    waitForFile: (path) => poll(`the file ${path}`, () => read(path)),
    writeFile: async (path, text) => {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    },
    screenshot: async (name) => {
      const path = fromRoot('out/screenshots', `${name}.png`);
      await page.screenshot({ path });
      return path;
    },
    close: async () => {
      opened.delete(workbench);
      await served.close();
    },
  };
  opened.add(workbench);
  return workbench;
}

/** Takes pictures of all open workbenches, for a test that failed. */
export async function pictureFailure(title: string): Promise<readonly string[]> {
  const name = `failed-${title.replace(/[^\p{L}\p{N}]+/gu, '-')}`;
  return Promise.all([...opened].map((workbench, index) => workbench.screenshot(`${name}-${index + 1}`)));
}

/** Closes what tests left open, and the browser. */
export async function closeEverything(): Promise<void> {
  for (const workbench of [...opened]) await workbench.close();
  await (await browser)?.close();
  browser = undefined;
}

async function openFile(page: Page, path: string): Promise<void> {
  await page.keyboard.press('Control+P');
  const input = page.locator('.quick-input-widget input');
  await input.fill(path);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const row = page.locator('.quick-input-list .monaco-list-row.focused');
  await poll(
    `a file ${path} in the list`,
    async () => (await row.allInnerTexts())[0]?.includes(name) === true,
  );
  await page.keyboard.press('Enter');
  await page.locator('.tab.active', { hasText: name }).waitFor();
  await page.locator('.editor-group-container.active .view-lines .view-line').first().waitFor();
}

async function runCommand(page: Page, title: string): Promise<void> {
  const labels = page.locator(
    '.quick-input-list .monaco-list-row .monaco-icon-label-container > .monaco-icon-name-container',
  );
  const find = async (): Promise<number | undefined> => {
    const found = (await labels.allInnerTexts()).indexOf(title);
    return found < 0 ? undefined : found;
  };
  // The palette lists what can be run at the moment in which it opens: an extension may tell a little later that more can.
  const index = await poll(`a command "${title}" in the palette`, async () => {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').first().fill(`>${title}`);
    const found = await poll('the command', find, 4_000).catch(() => undefined);
    if (found === undefined) await page.keyboard.press('Escape');
    return found;
  });
  await labels.nth(index).click();
}

async function save(page: Page): Promise<void> {
  const tab = page.locator('.tab.active');
  await poll('a change to save', async () => (await tab.getAttribute('class'))?.includes('dirty'));
  await page.keyboard.press('Control+S');
  await poll(
    'the file to be saved',
    async () => (await tab.getAttribute('class'))?.includes('dirty') === false,
  );
}
