// `npm start [-- FILE] [-- --server] [-- --no-browser]`: the extension in a real VS Code, on the sample articles.
import { mkdtemp } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { buildAll } from '../build/build';
import { findDesktop } from '../hosts/desktop';
import { beforeExit } from '../hosts/processes';
import { startServer } from '../hosts/serverHost';
import { calmSettings } from '../hosts/settings';
import { stageExtension } from '../package/stage';
import { runMain } from '../runMain';
import { openBrowser } from './openBrowser';
import { openDesktop } from './openDesktop';
import { prepareSamples } from './samples';

const say = (sentence: string): void => console.log(sentence);

runMain(async (args) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { server: { type: 'boolean' }, 'no-browser': { type: 'boolean' } },
    allowPositionals: true,
  });
  say('Building the extension …');
  await buildAll();
  const { folder, article } = await whatToOpen(positionals[0]);
  const desktop = values.server === true ? undefined : findDesktop();
  if (desktop !== undefined) {
    say(`Opening ${desktop} on ${folder} …`);
    if (await openDesktop(desktop, folder, article)) return;
    say('It could not be opened; the VS Code server takes its place.');
  }
  await serve(folder, article, values['no-browser'] !== true);
});

async function whatToOpen(
  file: string | undefined,
): Promise<{ readonly folder: string; readonly article: string }> {
  if (file === undefined) return prepareSamples();
  const article = resolve(file);
  return { folder: dirname(article), article };
}

/** Serves VS Code with the extension installed until this process is ended. */
async function serve(folder: string, article: string, browser: boolean): Promise<void> {
  const temporary = await mkdtemp(join(tmpdir(), 'verbatim-start-'));
  beforeExit(() => rmSync(temporary, { recursive: true, force: true, maxRetries: 3 }));
  const extension = join(temporary, 'extension');
  await stageExtension(extension);
  const server = await startServer({
    dataFolder: join(temporary, 'data'),
    settings: calmSettings,
    install: [extension],
    say,
  });
  const address = server.address(folder, [['openFile', server.remoteUri(article)]]);
  say(`\nVS Code with Verbatim is at this address until you press Ctrl-C:\n\n  ${address}\n`);
  if (browser) openBrowser(address);
  await server.ended;
  throw new Error(`The VS Code server ended. Its last lines:\n${server.log().slice(-20).join('\n')}`);
}
