import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import ts from 'typescript';

import { fromRoot } from '../../src/tools/paths';

/** A string that a source file hands to a function as its first argument. */
export interface FirstArgument {
  readonly file: string;
  readonly callee: string;
  /** `undefined` when the argument is anything but a literal. */
  readonly text: string | undefined;
}

/** The first arguments of all calls of some functions in the TypeScript files under a folder. `callees` as written: `l10n.t`, `why`. */
export function firstArguments(folder: string, callees: readonly string[]): readonly FirstArgument[] {
  const found: FirstArgument[] = [];
  for (const file of sourcesUnder(folder)) {
    const content = readFileSync(file, 'utf8');
    // Word lists are long, and have nothing to call.
    if (!callees.some((callee) => content.includes(`${callee}(`))) continue;
    const source = ts.createSourceFile(file, content, ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && callees.includes(node.expression.getText())) {
        for (const text of literalsOf(node.arguments[0]))
          found.push({ file, callee: node.expression.getText(), text });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

function literalsOf(node: ts.Expression | undefined): readonly (string | undefined)[] {
  if (node && ts.isConditionalExpression(node))
    return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
  return [node && ts.isStringLiteralLike(node) ? node.text : undefined];
}

export function sourcesUnder(folder: string): readonly string[] {
  return readdirSync(fromRoot(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

export function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(fromRoot(path), 'utf8')) as T;
}
