import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

import { installCodeServer } from './codeServer';
import { answerMount } from './mount';
import { serveWorkbenchScript, workbenchPage } from './webWorkbench';

export interface WebOptions {
  /** The folder of the workspace; read and written. */
  readonly folder: string;
  /** The folder of the extension under test. */
  readonly extension: string;
  /** The folder of the file system extension, built. */
  readonly fileSystem: string;
  /** The bundle of the tests, inside the folder of the extension; without it the page is a workbench to look at. */
  readonly tests?: string;
  readonly say: (sentence: string) => void;
}

export interface WebHost {
  readonly address: string;
  stop(): Promise<void>;
}

/** Serves the web client of VS Code with its extension host in a worker, on a free port of 127.0.0.1. */
export async function startWeb(options: WebOptions): Promise<WebHost> {
  const vscode = await installCodeServer(options.say);
  const folders: Readonly<Record<string, string>> = {
    build: vscode,
    ext: options.extension,
    fs: options.fileSystem,
    mount: options.folder,
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const missing = ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
      if (!response.headersSent) response.writeHead(missing ? 404 : 500);
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  // The tests run in the extension host of the extension whose folder they are in.
  const testsPath =
    options.tests === undefined
      ? undefined
      : `/ext/${relative(options.extension, options.tests).replaceAll(sep, '/')}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    if (request.headers.host !== `127.0.0.1:${port}`) return void response.writeHead(403).end();
    if (url.pathname === '/') return sendText(response, '.html', workbenchPage(port, testsPath));
    const [, mountName = '', ...rest] = decodeURIComponent(url.pathname).split('/');
    const root = folders[mountName];
    if (root === undefined) return void response.writeHead(404).end();
    const resolve = (path: string): string => inside(root, path);
    const path = resolve(rest.join('/'));
    if (mountName === 'mount') return answerMount(request, response, path, url.searchParams, resolve);
    if (request.method !== 'GET') return void response.writeHead(405).end();
    if (mountName === 'build' && rest.join('/').endsWith('workbench/workbench.js'))
      return sendText(response, '.js', await serveWorkbenchScript(path));
    await sendFile(response, path, mountName === 'build' && rest[0] === 'extensions');
  }

  return {
    address: `${origin}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** Some of the build's own extensions are not built for the web there; an empty one takes their place. */
async function sendFile(response: ServerResponse, path: string, isBuiltinExtension: boolean): Promise<void> {
  const content = await readFile(path).catch((error: unknown) => {
    if (isBuiltinExtension && /\bbrowser\b.*\.js$/.test(path))
      return Buffer.from('exports.activate = () => {};');
    throw error;
  });
  sendText(response, extname(path), content);
}

function sendText(response: ServerResponse, extension: string, content: string | Buffer): void {
  response
    .writeHead(200, {
      'content-type': contentTypes[extension] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
    })
    .end(content);
}

/** The file of a path below a root folder. Throws when the path leads out of it. */
function inside(root: string, path: string): string {
  const resolved = join(root, path);
  if (resolved !== root && !resolved.startsWith(root.endsWith(sep) ? root : root + sep))
    throw new Error(`${path} is outside of the folder that is served.`);
  return resolved;
}
