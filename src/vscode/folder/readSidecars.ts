import type { CancellationToken } from 'vscode';

import { summarize, type SidecarSummary } from '../../core/index/sidecarSummary';
import { readSidecar } from '../../core/sidecar/parseSidecar';
import { runInSlices } from '../schedule';

/** What was read of a sidecar, kept outside the repository until the file changes. */
export interface KeptSidecar {
  readonly mtime: number;
  readonly size: number;
  readonly summary: SidecarSummary;
}

/** How files are reached; `undefined` for what is no file, is gone or may not be read. */
export interface SidecarFilesPort {
  stat(key: string): Promise<{ readonly mtime: number; readonly size: number } | undefined>;
  read(key: string): Promise<string | undefined>;
}

/** A larger sidecar is no use to learn from and would hold the extension host. */
const largestSidecar = 1 << 20;

/** A few at once hide how long each takes to come; more would crowd out what a person waits for. */
const atOnce = 8;

/**
 * Reads sidecars, each again only when it is not as it is known. `take` is told of each as it comes, also of those that cannot be
 * read. Resolves at the end, or soon after the token is cancelled: with how many were looked at.
 */
export async function readSidecars(
  keys: readonly string[],
  known: ReadonlyMap<string, KeptSidecar>,
  files: SidecarFilesPort,
  take: (key: string, kept: KeptSidecar | undefined) => void,
  token: CancellationToken,
): Promise<number> {
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    while (next < keys.length && !token.isCancellationRequested) {
      const key = keys[next++] as string;
      const kept = await readOne(key, known.get(key), files, token);
      if (token.isCancellationRequested) return;
      take(key, kept);
      done++;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return done;
}

/** One sidecar; `undefined` when nothing can be learnt from it, or when the token was cancelled. */
export async function readOne(
  key: string,
  known: KeptSidecar | undefined,
  files: SidecarFilesPort,
  token: CancellationToken,
): Promise<KeptSidecar | undefined> {
  const stat = await files.stat(key);
  if (!stat || stat.size > largestSidecar) return undefined;
  const { mtime, size } = stat;
  if (known?.mtime === mtime && known.size === size && isWhole(known.summary)) return known;
  const source = await files.read(key);
  const sidecar = source === undefined ? undefined : await runInSlices(readSidecar(source), token);
  return sidecar && { mtime, size, summary: summarize(sidecar.annotations, sidecar.entities) };
}

/** A summary of an earlier version does not say all. */
function isWhole({ entities, counts }: SidecarSummary): boolean {
  return entities !== undefined && counts !== undefined;
}
