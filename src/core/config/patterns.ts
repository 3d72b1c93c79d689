import picomatch from 'picomatch/posix';

import type { Config } from './config';

const longestPattern = 300;
const options = { dot: false, strictSlashes: true, maxLength: longestPattern } as const;

/** Whether the configuration names the file. `path` is relative to the folder of `verbatim.yaml`, with slashes. */
export type ArticleTest = (path: string) => boolean;

/**
 * Patterns are globs: `*` within a name, `**` across folders, `{a,b}`, `[a-z]`. A pattern without a slash means files of that name in
 * any folder, as people expect from `.gitignore`; a folder's name with a slash behind means all that is in it.
 */
export function articleTest({ articles, exclude }: Pick<Config, 'articles' | 'exclude'>): ArticleTest {
  const named = articles.map(matcher);
  const excluded = exclude.map(matcher);
  return (path) => named.some((test) => test(path)) && !excluded.some((test) => test(path));
}

/** Whether any of the `exclude` patterns names the file. */
export function excludeTest({ exclude }: Pick<Config, 'exclude'>): ArticleTest {
  const excluded = exclude.map(matcher);
  return (path) => excluded.some((test) => test(path));
}

/** False for a pattern that no matcher can be made of, or that could take very long. */
export function isUsablePattern(pattern: string): boolean {
  // Nested repetition is where matching a glob costs more than the path is long.
  if (pattern.length > longestPattern || /[*+?@!]\([^)]*[*+(]/u.test(pattern)) return false;
  if ((pattern.match(/\*/gu)?.length ?? 0) > 12 || /\{[^}]*\.\.[^}]*\}/u.test(pattern)) return false;
  try {
    matcher(pattern);
    return true;
  } catch {
    return false;
  }
}

function matcher(pattern: string): ArticleTest {
  const plain = pattern.replace(/^\.\//u, '');
  const inside = plain.endsWith('/') ? `${plain}**` : plain;
  return picomatch(inside.includes('/') ? inside : `**/${inside}`, options);
}
