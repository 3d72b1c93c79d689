import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Browser } from 'playwright-core';

import { launchChromium } from '../hosts/chromium';
import { beforeExit } from '../hosts/processes';
import { fromRoot } from '../paths';

/** What the phases of one run of the tests share. */
export interface Run {
  readonly grep: string | undefined;
  /** A folder inside the project for what is compiled for this run alone. */
  readonly out: string;
  readonly say: (sentence: string) => void;
  /** The browser of this run, started on first use. */
  browser(): Promise<Browser>;
  /** A new folder outside of the project for the data of one host. */
  dataFolder(): Promise<string>;
  /** A fresh copy of the sample articles, to be a workspace that tests may write to. */
  workspace(): Promise<string>;
  /** Closes the browser and removes all folders. */
  end(): Promise<void>;
}

/** Begins a run of the tests; what it makes is gone when the process ends, however it ends. */
export async function beginRun(grep: string | undefined): Promise<Run> {
  await mkdir(fromRoot('out'), { recursive: true });
  const out = await mkdtemp(fromRoot('out/run-'));
  const temporary = await mkdtemp(join(tmpdir(), 'verbatim-test-'));
  const forget = beforeExit(() =>
    [out, temporary].forEach((folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })),
  );
  const say = (sentence: string): void => console.log(`  ${sentence}`);
  let browser: Promise<Browser> | undefined;
  return {
    grep,
    out,
    say,
    browser: () => (browser ??= launchChromium(say)),
    dataFolder: () => mkdtemp(join(temporary, 'data-')),
    workspace: async () => {
      const folder = await mkdtemp(join(temporary, 'articles-'));
      await cp(fromRoot('test/articles'), folder, { recursive: true });
      return folder;
    },
    end: async () => {
      await (await browser?.catch(() => undefined))?.close();
      for (const folder of [out, temporary])
        await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      forget();
    },
  };
}
