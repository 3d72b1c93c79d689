import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file whole or not at all, and leaves it alone when it holds these bytes already: a host
 * that loads the file while another build runs never sees half of it.
 */
export async function writeWhole(path: string, contents: Uint8Array, mode = 0o644): Promise<void> {
  const present = await readFile(path).catch(() => undefined);
  if (present !== undefined && present.equals(contents)) return;
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}.tmp`;
  await writeFile(draft, contents, { mode });
  await rename(draft, path).catch(async (error: unknown) => {
    await rm(draft, { force: true });
    throw error;
  });
}
