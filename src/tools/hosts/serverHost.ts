import { randomBytes } from 'node:crypto';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { installCodeServer, installServerNode } from './codeServer';
import { freePort } from './freePort';
import { startProcess } from './processes';
import { type Settings, writeUserSettings } from './settings';

const startLimitMs = 60_000;

export interface ServerOptions {
  /** Where the server keeps the user's data, extensions and logs; made when missing. */
  readonly dataFolder: string;
  readonly settings: Settings;
  /** Lets the page run tests, looks for no extensions to install, and ends the server some minutes after the last page is gone. */
  readonly forTests?: boolean;
  /** Folders of extensions to install copies of. */
  readonly install?: readonly string[];
  /** Variables that the extension host gets beside those of this process. */
  readonly env?: NodeJS.ProcessEnv;
  readonly say: (sentence: string) => void;
}

/** A VS Code server on this machine. */
export interface ServerHost {
  readonly port: number;
  /** `127.0.0.1:port`: the authority of the URIs of files on this server. */
  readonly authority: string;
  /**
   * The address of the workbench with a folder and these parts of a payload: `openFile` a URI and, for tests only,
   * `extensionDevelopmentPath` and `extensionTestsPath`.
   */
  address(folder: string, payload: readonly (readonly [string, string])[]): string;
  /** The URI that the workbench has for a file or folder of this machine. */
  remoteUri(path: string): string;
  log(): readonly string[];
  /** Settles when the server ended by itself. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a VS Code server on a free port of 127.0.0.1, after installing it when needed. The addresses carry a
 * secret, so that other users of this machine cannot use the server.
 */
export async function startServer(options: ServerOptions): Promise<ServerHost> {
  const vscode = await installCodeServer(options.say);
  const node = await installServerNode(options.say);
  const port = await freePort();
  const token = randomBytes(16).toString('hex');
  await writeUserSettings(join(options.dataFolder, 'user'), options.settings);
  await installExtensions(join(options.dataFolder, 'extensions'), options.install ?? []);
  const server = startProcess(
    node,
    [join(vscode, 'out/server-main.js'), ...serverArguments(options, port, token)],
    {
      ...process.env,
      ...(options.forTests === true ? { EXTENSIONS_GALLERY: '{}' } : {}),
      ...options.env,
    },
  );
  const ended = new Promise<void>((resolve) => server.child.once('exit', () => resolve()));
  await untilListening(port, ended, server.log);

  const authority = `127.0.0.1:${port}`;
  const remoteUri = (path: string): string => `vscode-remote://${authority}${encodeURI(urlPath(path))}`;
  return {
    port,
    authority,
    address: (folder, payload) => {
      const query = new URLSearchParams({
        tkn: token,
        folder: urlPath(folder),
        payload: JSON.stringify(payload),
      });
      return `http://${authority}/?${query.toString()}`;
    },
    remoteUri,
    log: server.log,
    ended,
    stop: server.stop,
  };
}

/** A server that finds no list of what is installed takes the folders that are there. */
async function installExtensions(into: string, folders: readonly string[]): Promise<void> {
  await mkdir(into, { recursive: true });
  for (const folder of folders) {
    const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Record<
      string,
      string
    >;
    await cp(folder, join(into, `${manifest['publisher']}.${manifest['name']}-${manifest['version']}`), {
      recursive: true,
    });
  }
}

function serverArguments(
  { dataFolder, forTests }: ServerOptions,
  port: number,
  token: string,
): readonly string[] {
  return [
    ...['--host', '127.0.0.1', '--port', String(port), '--connection-token', token],
    ...['--accept-server-license-terms', '--telemetry-level', 'off'],
    ...(forTests === true ? ['--enable-smoke-test-driver', '--enable-remote-auto-shutdown'] : []),
    ...['--server-data-dir', join(dataFolder, 'server')],
    ...['--user-data-dir', join(dataFolder, 'user')],
    ...['--extensions-dir', join(dataFolder, 'extensions')],
  ];
}

async function untilListening(
  port: number,
  ended: Promise<void>,
  log: () => readonly string[],
): Promise<void> {
  const limit = Date.now() + startLimitMs;
  let dead = false;
  void ended.then(() => (dead = true));
  while (!dead && Date.now() < limit) {
    const answer = await fetch(`http://127.0.0.1:${port}/version`).catch(() => undefined);
    if (answer !== undefined) return;
    await sleep(100);
  }
  throw new Error(
    `The VS Code server ${dead ? 'ended' : 'does not answer'}. Its last lines:\n${log().slice(-20).join('\n')}`,
  );
}

/** The path of a file as in a URI: with slashes, and one at its start on Windows too. */
export function urlPath(path: string): string {
  const slashed = path.replaceAll('\\', '/');
  return slashed.startsWith('/') ? slashed : `/${slashed}`;
}
