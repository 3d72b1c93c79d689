import { readFile } from 'node:fs/promises';

import type { Browser } from 'playwright-core';

import { fromRoot } from '../paths';

/** Draws `media/icon.svg` as the `media/icon.png` that the manifest needs. */
export async function drawIcon(browser: Browser): Promise<void> {
  const side = 256;
  const svg = await readFile(fromRoot('media/icon.svg'), 'utf8');
  const page = await browser.newPage({ viewport: { width: side, height: side } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  await page.screenshot({ path: fromRoot('media/icon.png'), omitBackground: true });
  await page.close();
}
