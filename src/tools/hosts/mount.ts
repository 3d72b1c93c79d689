import type { IncomingMessage, ServerResponse } from 'node:http';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** `FileType` of the VS Code API. */
const fileType = { file: 1, directory: 2 };

/**
 * Answers one request to a mounted folder: the other side of `test/host/webFileSystem/httpFileSystem.ts`. `path` is what
 * the request names, `resolve` gives the file of any path of the mount. Changes take PUT and DELETE alone, which no page of
 * another origin can send.
 */
export async function answerMount(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
  resolve: (path: string) => string,
): Promise<void> {
  switch (request.method) {
    case 'GET':
      return send(response, await read(path, query));
    case 'PUT':
      await write(request, path, query, resolve);
      return send(response, '');
    case 'DELETE':
      await rm(path, { recursive: true });
      return send(response, '');
    default:
      response.writeHead(405).end();
  }
}

async function read(path: string, query: URLSearchParams): Promise<string | Buffer> {
  if (query.has('list')) {
    const entries = await readdir(path, { withFileTypes: true });
    return JSON.stringify(
      entries.map((entry) => [entry.name, entry.isDirectory() ? fileType.directory : fileType.file]),
    );
  }
  if (query.has('stat')) {
    const { mtimeMs, birthtimeMs, size, isDirectory } = await statOf(path);
    return JSON.stringify({
      type: isDirectory ? fileType.directory : fileType.file,
      ctime: birthtimeMs,
      mtime: mtimeMs,
      size,
    });
  }
  return readFile(path);
}

async function statOf(path: string): Promise<{
  readonly mtimeMs: number;
  readonly birthtimeMs: number;
  readonly size: number;
  readonly isDirectory: boolean;
}> {
  const found = await stat(path);
  return {
    mtimeMs: found.mtimeMs,
    birthtimeMs: found.birthtimeMs,
    size: found.size,
    isDirectory: found.isDirectory(),
  };
}

async function write(
  request: IncomingMessage,
  path: string,
  query: URLSearchParams,
  resolve: (path: string) => string,
): Promise<void> {
  const from = query.get('from');
  if (query.has('folder')) await mkdir(path, { recursive: true });
  else if (from !== null) await rename(resolve(from), path);
  else {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, Buffer.concat(chunks));
  }
}

function send(response: ServerResponse, body: string | Buffer): void {
  response
    .writeHead(200, { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' })
    .end(body);
}
