import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runGitBytes } from '../../node/git/runGit';
import type { MergeLabels } from './mergeTexts';

export interface MergedLines {
  readonly content: Buffer;
  readonly clean: boolean;
}

/**
 * The three versions merged line by line, as git itself does; undefined where it cannot (binary files, options it does not know yet),
 * or is not there.
 */
export async function mergeLines(
  versions: {
    readonly base: Uint8Array | string;
    readonly ours: Uint8Array | string;
    readonly theirs: Uint8Array | string;
  },
  { ours, base, theirs, size }: MergeLabels,
  options: readonly string[] = [],
): Promise<MergedLines | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-merge-'));
  try {
    const files = (['ours', 'base', 'theirs'] as const).map((name) => [name, join(folder, name)] as const);
    for (const [name, path] of files) await writeFile(path, versions[name]);
    const labels = [ours, base, theirs].flatMap((label) => ['-L', label]);
    const { code, stdout } = await runGitBytes([
      'merge-file',
      '--stdout',
      `--marker-size=${size}`,
      ...options,
      ...labels,
      ...files.map(([, path]) => path),
    ]);
    return code !== undefined && code < 128 ? { content: stdout, clean: code === 0 } : undefined;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
