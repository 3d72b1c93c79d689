import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of the project, absolute. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** An absolute path from one that starts at the root of the project. */
export function fromRoot(...parts: readonly string[]): string {
  return join(root, ...parts);
}
