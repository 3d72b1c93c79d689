import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildSync } from 'esbuild';

import { fromRoot } from '../../paths';
import type * as Stage from './stage';

/** The entity stage as it ships, in a bundle: run from source, each use of an imported constant costs a call. */
export function bundledStage(): typeof Stage {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
  try {
    const outfile = join(folder, 'stage.cjs');
    const entryPoints = [fromRoot('src/tools/bench/entity/stage.ts')];
    buildSync({ entryPoints, outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
    return createRequire(outfile)(outfile) as typeof Stage;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
