import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const source = resolve('src');

/** Folders of the core from left to right: each imports only what stands left of it, or itself. Those of one row not each other. */
const coreOrder: readonly (readonly string[])[] = [
  ['util'],
  ['problem'],
  ['ports'],
  ['text'],
  ['config', 'annotation'],
  ['language'],
  ['analysis', 'anchoring', 'sidecar'],
  ['register'],
  ['merge', 'view'],
  ['index'],
  ['rules', 'compare', 'export'],
];

/** What a layer may import besides itself. */
const layers: Readonly<Record<string, readonly string[]>> = {
  core: [],
  node: [],
  vscode: ['core'],
  webview: ['core'],
  cli: ['core', 'node'],
  extension: ['vscode', 'core', 'node'],
  tools: ['core', 'cli', 'vscode', 'node'],
};

/** Pure packages that the core may use. */
const corePackages = ['yaml', 'approx-string-match', 'picomatch/posix', 'htmlparser2', 'papaparse'];

describe('layers', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );

  it('hold files', () => assert.ok(files.some((file) => layerOf(file) === 'core')));

  it('import only what lies below them', () => {
    const broken = files.flatMap((file) =>
      importsOf(file).flatMap((target) => brokenRule(file, target) ?? []),
    );
    assert.deepEqual(broken, []);
  });
});

/** The sentence of the rule that an import breaks. */
function brokenRule(file: string, target: string): string | undefined {
  const from = layerOf(file);
  if (!target.startsWith('.'))
    return from === 'core' ? corePackageRule(file, target) : hostPackageRule(from, file, target);
  const path = relative(source, resolve(source, dirname(file), target));
  if (path.startsWith('..'))
    return from === 'core'
      ? `${file} imports ${target}: the core reaches nothing outside src/core.`
      : undefined;
  const to = layerOf(path);
  if (to !== from && !layers[from]?.includes(to))
    return `${file} imports ${path}: the rule is extension* → vscode → core ← cli, both over node; tools may use all.`;
  return from === 'core' && to === 'core' ? coreRule(file, path) : undefined;
}

function corePackageRule(file: string, target: string): string | undefined {
  return corePackages.includes(target)
    ? undefined
    : `${file} imports ${target}: the core has no vscode, no Node and no DOM; only ${corePackages.join(', ')}.`;
}

function hostPackageRule(from: string, file: string, target: string): string | undefined {
  if (target === 'vscode' && !['vscode', 'extension', 'tools'].includes(from))
    return `${file} imports vscode: only src/vscode and the extension's roots may.`;
  if (target.startsWith('node:') && from === 'vscode')
    return `${file} imports ${target}: src/vscode also runs in the browser; Node goes into src/node.`;
  return undefined;
}

function coreRule(file: string, path: string): string | undefined {
  const from = rank(file);
  const to = rank(path);
  if (folderOf(file) === folderOf(path)) return undefined;
  if (from < 0 || to < 0) return `${file} imports ${path}: give the folder a place in the order of the core.`;
  return to < from
    ? undefined
    : `${file} imports ${path}: inside the core a folder imports only what stands left of it.`;
}

function rank(file: string): number {
  return coreOrder.findIndex((row) => row.includes(folderOf(file)));
}

/** `core/text/block.ts` → `text`. */
function folderOf(file: string): string {
  return file.split(sep)[1] ?? '';
}

function layerOf(file: string): string {
  const first = file.split(sep)[0] ?? '';
  return first.startsWith('extension') ? 'extension' : first;
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(source, file), 'utf8');
  return [
    ...text.matchAll(
      /^\s*(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gmu,
    ),
  ].map((match) => (match[1] ?? match[2]) as string);
}
