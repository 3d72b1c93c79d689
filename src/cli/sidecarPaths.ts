import { stat } from 'node:fs/promises';

import { findFiles } from './findFiles';
import { fileErrorMessage } from './input';
import { sidecarPath } from './sidecarFile';

export const sidecarSuffix = sidecarPath('');

export interface SidecarPath {
  readonly path: string;
  readonly article: string;
}

/** The article that a sidecar stands beside. */
export function articlePath(sidecar: string): string {
  return sidecar.slice(0, -sidecarSuffix.length);
}

/** The sidecars that paths mean: themselves, those of articles, those in folders; and sentences for what is not to be read. */
export async function sidecarsOf(
  paths: readonly string[],
): Promise<{ readonly sidecars: readonly SidecarPath[]; readonly failures: readonly string[] }> {
  const found = new Set<string>();
  const failures: string[] = [];
  for (const path of paths) {
    try {
      for (const file of await sidecarsAt(path)) found.add(file);
    } catch (error) {
      failures.push(`${path}: ${fileErrorMessage(error)}`);
    }
  }
  return { sidecars: [...found].map((path) => ({ path, article: articlePath(path) })), failures };
}

async function sidecarsAt(path: string): Promise<readonly string[]> {
  if (path.endsWith(sidecarSuffix)) return [path];
  const files = await findFiles(path, (name) => name.endsWith(sidecarSuffix));
  if (files[0] !== path) return files;
  await stat(sidecarPath(path));
  return [sidecarPath(path)];
}
