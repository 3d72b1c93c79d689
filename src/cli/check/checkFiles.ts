import { basename, dirname, relative, resolve, sep } from 'node:path';

import { configFileName } from '../../core/config/config';
import { problem, type Problem } from '../../core/problem/problem';
import { registerFileName } from '../../core/register/register';
import type { RegisterIndex } from '../../core/register/registerIndex';
import { configProblems } from '../../core/rules/configProblems';
import { conflictMarker, refusalOf } from '../../core/sidecar/refusal';
import { topLevel } from '../../node/git/repository';
import { readArticle } from '../articleFile';
import { createConfigFinder } from '../configFile';
import { findFiles } from '../findFiles';
import { fileErrorMessage } from '../input';
import { repairFile } from '../repair/repairFile';
import { sidecarPath } from '../sidecarFile';
import { articlePath, sidecarSuffix } from '../sidecarPaths';
import { readUtf8 } from '../sidecarText';
import { type CheckedArticle, checkSidecar } from './checkSidecar';
import { type Finding, findingsOf } from './finding';
import { checkRegister, createRegisterFinder, danglingLinks } from './registers';

export interface Checked {
  readonly findings: readonly Finding[];
  /** How many sidecars were looked at. */
  readonly sidecars: number;
}

/**
 * Checks sidecars, articles (by the sidecars beside them) and all that folders hold, in order, each file once. What cannot be read
 * is a finding like any other. `merges` also looks in git's history for what merges lost.
 */
export async function checkFiles(
  paths: readonly string[],
  { merges = false }: { readonly merges?: boolean } = {},
): Promise<Checked> {
  const findConfig = createConfigFinder();
  const findRegister = createRegisterFinder();
  const findings: Finding[] = [];
  const seen = new Set<string>();
  let sidecars = 0;
  const take = async (file: string, excludable: boolean): Promise<void> => {
    const key = resolve(file);
    if (seen.has(key)) return;
    seen.add(key);
    if (!file.endsWith(sidecarSuffix)) return void findings.push(...(await checkOther(file)));
    const article = articlePath(key);
    const found = await findConfig(file);
    if (excludable && found.excludes(slashed(relative(found.folder, article)))) return;
    sidecars++;
    const register = await findRegister(file, found);
    const text = await readArticle(article, found.config.encoding);
    findings.push(...(await checkOne(file, text, register, merges)));
  };
  for (const path of paths) {
    const files = await filesOf(path);
    if ('message' in files) findings.push(unreadable(path, files.message));
    else for (const file of files) await take(file, path !== file);
  }
  return { findings, sidecars };
}

/** An article stands for its sidecar; one that has none is no fault. */
async function filesOf(path: string): Promise<readonly string[] | { readonly message: string }> {
  try {
    const files = await findFiles(path, isChecked);
    if (files[0] !== path || isChecked(basename(path))) return files;
    const beside = await readUtf8(sidecarPath(path));
    return 'missing' in beside && beside.missing ? [] : [sidecarPath(path)];
  } catch (error) {
    return { message: fileErrorMessage(error) };
  }
}

function isChecked(name: string): boolean {
  return name.endsWith(sidecarSuffix) || name === configFileName || name === registerFileName;
}

async function checkOne(
  file: string,
  article: CheckedArticle,
  register: RegisterIndex | undefined,
  merges: boolean,
): Promise<readonly Finding[]> {
  const read = await readUtf8(file);
  if ('message' in read) return [unreadable(file, read.message)];
  return findingsOf(shownPath(file), read.text, [
    ...checkSidecar(read.text, article),
    ...danglingLinks(read.text, register),
    ...('text' in article ? articleConflict(article.text, article.name) : []),
    ...(merges ? await lostInMerges(read.text, file) : []),
  ]);
}

/** What merges in git's history lost and nobody brought back or removed since. */
async function lostInMerges(source: string, file: string): Promise<readonly Problem[]> {
  const top = await topLevel(dirname(file));
  const repaired = top === undefined ? undefined : await repairFile(source, file, top);
  if (!repaired || 'message' in repaired) return [];
  return repaired.steps.map(({ merge, changed }) =>
    problem('check-lost', 'error', [changed.join(', '), merge]),
  );
}

/** An article in the middle of a merge: whatever does not fit it now may fit it again. */
function articleConflict(text: string, name: string): readonly Problem[] {
  const marker = conflictMarker(text);
  // A line of equals signs underlines a heading in Markdown.
  if (marker === undefined || !/^<{7} /mu.test(text)) return [];
  return [problem('check-article-conflict', 'error', [name])];
}

/** `verbatim.yaml` and the register of entities. */
async function checkOther(file: string): Promise<readonly Finding[]> {
  const read = await readUtf8(file);
  if ('message' in read) return [unreadable(file, read.message)];
  const refused = refusalOf(read.text);
  const problems = refused
    ? [refused]
    : basename(file) === configFileName
      ? configProblems(read.text)
      : checkRegister(read.text);
  return findingsOf(shownPath(file), read.text, problems);
}

function unreadable(file: string, message: string): Finding {
  return findingsOf(shownPath(file), '', [problem('check-unreadable', 'error', [message])])[0] as Finding;
}

/** Relative where the file lies below the current folder. */
export function shownPath(file: string): string {
  const path = relative(process.cwd(), resolve(file));
  return slashed(path === '' || path.startsWith('..') ? resolve(file) : path);
}

function slashed(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}
