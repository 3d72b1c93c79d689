// `npm run screenshots` takes the pictures of the README in the real workbench, one for each kind of theme, and draws the icon.
import { mkdir, stat } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { closeEverything, openWorkbench, type Workbench } from '../../../test/host/workbench/driver';
import { buildAll } from '../build/build';
import { launchChromium } from '../hosts/chromium';
import type { WorkbenchOptions } from '../hosts/workbench';
import { fromRoot, root } from '../paths';
import { runMain } from '../runMain';
import { drawIcon } from './icon';

const article = 'sahel-cooperation.article';
/** The name whose card is shown. */
const hovered = 'Moussa Ag Hamadoun';
/** Fewer highlights than this are not all of them. */
const fewest = 20;
const limitMs = 30_000;

const pictures: Readonly<Record<string, WorkbenchOptions['theme']>> = {
  light: 'light',
  dark: 'dark',
  'high-contrast-light': 'highContrastLight',
  'high-contrast-dark': 'highContrastDark',
};

const settings = {
  'editor.minimap.enabled': false,
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
};

runMain(async () => {
  await buildAll();
  const browser = await launchChromium(console.log);
  await drawIcon(browser).finally(() => browser.close());
  try {
    for (const [name, theme] of Object.entries(pictures)) {
      const workbench = await openWorkbench({
        open: article,
        settings,
        ...(theme === undefined ? {} : { theme }),
      });
      await takePicture(workbench, fromRoot('media/screenshots', `${name}.png`));
      await workbench.close();
    }
  } finally {
    await closeEverything();
  }
});

async function takePicture(workbench: Workbench, path: string): Promise<void> {
  await workbench.pressKeys('Control+B');
  await untilComplete(workbench);
  await workbench.hoverText(hovered);
  // The card fades in.
  await sleep(500);
  await mkdir(dirname(path), { recursive: true });
  await workbench.page.screenshot({ path });
  console.log(`${relative(root, path)}: ${((await stat(path)).size / 1024).toFixed(0)} kB`);
}

/** Waits until highlights are there and no more are coming. */
async function untilComplete(workbench: Workbench): Promise<void> {
  const limit = Date.now() + limitMs;
  for (let before = -1, now = 0; before !== now || now < fewest;) {
    if (Date.now() > limit)
      throw new Error(`After ${limitMs / 1000} s there are ${now} highlights in ${article}.`);
    await sleep(1_000);
    [before, now] = [now, (await workbench.readDecorations()).length];
  }
}
