import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { BuildOptions } from 'esbuild';

import { fromRoot } from '../paths';

/** One file of `dist/` and how esbuild makes it. */
export interface Bundle {
  readonly name: string;
  readonly options: BuildOptions;
  /** Whether the result is a program to be run by its path. */
  readonly executable?: boolean;
}

/** Where a build goes and how. */
export interface BuildTarget {
  readonly minify: boolean;
  /** The folder that takes the place of `dist/`. */
  readonly dist: string;
}

/** A build to work with, in `dist/`. */
export const forDevelopment: BuildTarget = { minify: false, dist: fromRoot('dist') };

/** What `dist/` is made of. A bundle whose source does not exist is left out. */
export function bundles({ minify, dist }: BuildTarget): readonly Bundle[] {
  const shared: BuildOptions = {
    bundle: true,
    minify,
    sourcemap: !minify,
    sourcesContent: false,
    target: 'es2022',
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'silent',
    write: false,
    absWorkingDir: fromRoot(),
    // jsonc and others ship a UMD file as "main" that bundlers cannot follow.
    mainFields: ['module', 'main'],
  };
  return [
    {
      name: 'the extension for desktop and server',
      options: {
        ...shared,
        ...nodeCommonJs,
        entryPoints: ['src/extension.ts'],
        outfile: join(dist, 'extension.js'),
        external: ['vscode'],
      },
    },
    {
      name: 'the extension for the browser',
      options: {
        ...shared,
        ...browserCommonJs,
        entryPoints: ['src/extension.browser.ts'],
        outfile: join(dist, 'extension.browser.js'),
        external: ['vscode'],
      },
    },
    {
      name: 'the page of the annotated preview',
      options: {
        ...shared,
        ...browserPage,
        entryPoints: ['src/webview/preview.ts'],
        outfile: join(dist, 'preview.js'),
      },
    },
    {
      name: 'the command line',
      options: {
        ...shared,
        ...nodeCommonJs,
        entryPoints: ['src/cli/main.ts'],
        outfile: join(dist, 'cli.js'),
        banner: { js: '#!/usr/bin/env node' },
      },
      executable: true,
    },
  ].filter(({ options }) => options.entryPoints.every((entry) => existsSync(fromRoot(entry))));
}

/** For Node 20 and newer. A data file is found beside the bundle by `__dirname`. */
export const nodeCommonJs = { platform: 'node', format: 'cjs', target: 'node20' } satisfies BuildOptions;

/**
 * For a web worker. Platform `browser` has no Node modules, so an import of one fails the build.
 * `process` and `Buffer` do not exist there and are not replaced: the web host tests find their use.
 */
export const browserCommonJs = {
  platform: 'browser',
  format: 'cjs',
  mainFields: ['browser', 'module', 'main'],
} satisfies BuildOptions;

/** For a page: one script that leaves nothing behind. */
const browserPage = { platform: 'browser', format: 'iife' } satisfies BuildOptions;
