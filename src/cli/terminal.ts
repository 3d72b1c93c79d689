import { readFile } from 'node:fs/promises';

import * as l10n from '@vscode/l10n';

/** What a command needs of the world; tests hand in their own. */
export interface Terminal {
  readonly stdin: () => Promise<Uint8Array>;
  readonly out: (text: string) => Promise<void>;
  /** One line on standard error, already translated. */
  readonly error: (message: string) => void;
}

export const exitCodes = { ok: 0, failed: 1, usage: 2 } as const;

export function processTerminal(): Terminal {
  // A reader that stops early (`| head`) is no fault of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) =>
    process.exit(error.code === 'EPIPE' ? exitCodes.ok : exitCodes.failed),
  );
  return {
    stdin: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    out: (text) => new Promise((resolve) => process.stdout.write(text, () => resolve())),
    error: (message) => void process.stderr.write(`verbatim: ${message}\n`),
  };
}

/** Uses the French strings when the user's language is French; English needs none. */
export async function loadTranslations(folder: string): Promise<void> {
  const language = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
  if (!/^fr/i.test(language)) return;
  const contents = await readFile(`${folder}/bundle.l10n.fr.json`, 'utf8').catch(() => undefined);
  if (contents !== undefined) l10n.config({ contents });
}
