import { existsSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, relative, resolve } from 'node:path';

import { root } from '../paths';

/** The web extension host puts these lines before a module that it evaluates. */
const linesBefore = { node: 0, web: 2 } as const;

/**
 * A function that names the sources in a stack trace of the tests: `…/out/run-1/node.js:4231:18` becomes
 * `test/host/suite/activation.test.ts:11:12`. `bundle` is the compiled file, with its source map beside it.
 */
export function sourceLines(bundle: string, host: 'node' | 'web'): (line: string) => string {
  const mapFile = `${bundle}.map`;
  if (!existsSync(mapFile)) return (line) => line;
  const map = new SourceMap(JSON.parse(readFileSync(mapFile, 'utf8')) as SourceMapPayload);
  const place = new RegExp(String.raw`[^\s()]*/out/run-\w+/${host}\.js[^:\s]*:(\d+):(\d+)`, 'g');
  return (line) =>
    line.replace(place, (whole, row: string, column: string) => {
      const entry = map.findEntry(Number(row) - 1 - linesBefore[host], Number(column) - 1);
      if (!('originalSource' in entry)) return whole;
      const source = relative(root, resolve(dirname(bundle), entry.originalSource));
      return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
    });
}
