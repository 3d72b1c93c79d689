import { realpath } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';

import * as l10n from '@vscode/l10n';

import {
  changedSince,
  contentAt,
  isNamedSince,
  type MergeCommit,
  type MergeSides,
  mergesOf,
  renamedInMerge,
  sidesOf,
  unmergedSides,
} from '../../node/git/history';
import { sidecarByIds } from '../../node/git/sidecarByIds';
import { splitConflict } from '../../core/merge/conflictMarkers';
import { mergeLines } from '../git/mergeLines';
import { mergeTexts, usualLabels } from '../git/mergeTexts';
import { sidecarPath } from '../sidecarFile';
import { articlePath } from '../sidecarPaths';
import { readUtf8, utf8 } from '../sidecarText';
import { changedIds, isReadable, type PastMerge, redoMerge } from './redoMerge';

/** A merge that was done again. */
export interface RepairStep {
  /** "1a2b3c4 Merge branch 'x'"; what is merged, for one that git has not committed. */
  readonly merge: string;
  /** Ids of records that it brought back or mended. */
  readonly changed: readonly string[];
}

export interface Repaired {
  readonly source: string;
  readonly steps: readonly RepairStep[];
  readonly conflicts: readonly string[];
  /** Where it belongs, when the sidecar was renamed by the other side: its path in the working tree's top folder. */
  readonly renamedTo?: string;
}

export interface Revisions {
  readonly base?: string;
  readonly theirs?: string;
}

const mostMerges = 200;

/**
 * The sidecar with what merges lost of it: the merge that is under way in git's index; else the one with the revision that is named; else
 * all in the history of the file, the oldest first. Nothing is written. A translated sentence where there is nothing to go by.
 */
export async function repairFile(
  current: string,
  file: string,
  top: string,
  revisions: Revisions = {},
): Promise<Repaired | { readonly message: string }> {
  const path = await pathIn(top, file);
  const { base, theirs } = revisions;
  if (theirs !== undefined) {
    const sides = await sidesOf(path, { ours: 'HEAD', theirs, ...(base !== undefined && { base }) }, top);
    if (!sides.theirs) return { message: l10n.t('{0} has no such file', theirs) };
    const past = { ...textsOf(sides), ours: current, result: current };
    return repairFrom(current, path, [{ merge: theirs, past }], top);
  }
  const underWay = await unmergedSides(path, top);
  if (underWay) return redoUnderWay(current, path, underWay, top);
  if (splitConflict(current) && !(await isCommitted(current, path, top)))
    return {
      message: l10n.t(
        'holds conflicts that nobody has settled yet: choose in the editor or between the markers, then repair again',
      ),
    };
  const merges = (await mergesOf(path, top, mostMerges)).toReversed();
  return repairFrom(current, path, merges.map(pastOf), top);
}

/** A file that was committed with its markers is as a merge left it; any other is on somebody's desk. */
async function isCommitted(current: string, path: string, top: string): Promise<boolean> {
  return textOf(await contentAt('HEAD', path, top)) === current;
}

/** As git names the file; the folder may be reached through symbolic links. */
async function pathIn(top: string, file: string): Promise<string> {
  const folder = await realpath(dirname(file));
  return relative(await realpath(top), join(folder, basename(file))).replaceAll('\\', '/');
}

interface MergeToRedo {
  readonly merge: string;
  readonly past: PastMerge;
  /** Of one that is in history. */
  readonly commit?: string;
}

async function repairFrom(
  current: string,
  path: string,
  merges: readonly MergeToRedo[],
  top: string,
): Promise<Repaired> {
  const steps: RepairStep[] = [];
  let source = current;
  let conflicts: readonly string[] = [];
  for (const { merge, past: versions, commit } of merges) {
    if (conflicts.length > 0) break;
    const labels = { ...usualLabels, theirs: merge };
    // A later commit that names the merge says that what became of it is meant.
    const isSettled = commit !== undefined && (await isNamedSince(commit, top));
    const past: PastMerge = { ...versions, settled: isSettled, byLines: await mergedByLines(versions) };
    let redone = redoMerge(source, past, path, labels);
    const restored = redone && commit ? await removedSince(commit, source, redone.changed, top) : [];
    if (restored.length > 0) redone = redoMerge(source, past, path, labels, new Set(restored));
    if (!redone) continue;
    steps.push({ merge, changed: redone.changed });
    ({ source, conflicts } = redone);
  }
  return { source, steps, conflicts };
}

/** By either way of comparing lines that versions of git use, where they find no conflict. */
async function mergedByLines({ base = '', ours, theirs }: PastMerge): Promise<readonly string[]> {
  if (ours === undefined || theirs === undefined) return [];
  const ways = [[], ['--diff-algorithm=histogram']];
  const merged = await Promise.all(ways.map((way) => mergeLines({ base, ours, theirs }, usualLabels, way)));
  return merged.flatMap((lines) => (lines?.clean ? utf8(lines.content) : []));
}

/** Records that came back after the merge and were removed again: somebody decided so. */
async function removedSince(
  commit: string,
  current: string,
  ids: readonly string[],
  top: string,
): Promise<readonly string[]> {
  const removed: string[] = [];
  for (const id of ids)
    if (!current.includes(`id: ${id}`) && (await changedSince(commit, `id: ${id}`, top))) removed.push(id);
  return removed;
}

/**
 * In the midst of a merge the three versions in the index say all; what a person made of the file since counts as our version where it
 * can be read.
 */
async function redoUnderWay(
  current: string,
  path: string,
  sides: MergeSides,
  top: string,
): Promise<Repaired | { readonly message: string }> {
  const { base = '', ours, theirs } = textsOf(sides);
  if (ours === undefined || theirs === undefined) return joinRenamed(path, base, ours ?? theirs ?? '', top);
  const mine = isReadable(current) ? current : ours;
  const merged = mergeTexts({ base, ours: mine, theirs }, path, usualLabels);
  if ('reason' in merged) return { message: merged.reason };
  const { source, settled, conflicts } = merged;
  const changed = changedIds(mine, settled);
  if (source === current) return { source, steps: [], conflicts };
  return { source, steps: [{ merge: l10n.t('the merge under way'), changed }], conflicts };
}

/**
 * One side changed the sidecar, the other renamed it and changed it so much that git takes it for removed: the change belongs into the
 * renamed one.
 */
async function joinRenamed(
  path: string,
  base: string,
  changed: string,
  top: string,
): Promise<Repaired | { readonly message: string }> {
  const renamedTo = (await sidecarByIds(base, undefined, top, path)) ?? (await besideArticle(path, top));
  const renamed = renamedTo === undefined ? undefined : await readUtf8(join(top, renamedTo));
  if (renamedTo === undefined || !renamed || !('text' in renamed))
    return { message: l10n.t('one side removed it: keep it with “git add” or remove it with “git rm”') };
  const merged = mergeTexts({ base, ours: renamed.text, theirs: changed }, renamedTo, usualLabels);
  if ('reason' in merged) return { message: merged.reason };
  const steps = [{ merge: renamedTo, changed: changedIds(renamed.text, merged.settled) }];
  return { source: merged.source, steps, conflicts: merged.conflicts, renamedTo };
}

/** The sidecar of the article where that was renamed: of a small one all records may be other ones by now. */
async function besideArticle(path: string, top: string): Promise<string | undefined> {
  const article = await renamedInMerge(articlePath(path), top);
  return article === undefined ? undefined : sidecarPath(article);
}

function pastOf(merge: MergeCommit): MergeToRedo {
  const { commit, subject, result } = merge;
  return {
    merge: `${commit.slice(0, 9)} ${subject}`,
    past: { ...textsOf(merge), result: textOf(result) },
    commit,
  };
}

function textsOf({ base, ours, theirs }: MergeSides): Omit<PastMerge, 'result'> {
  return { base: textOf(base), ours: textOf(ours), theirs: textOf(theirs) };
}

/** A version that is no UTF-8 counts as none. */
function textOf(content: Buffer | undefined): string | undefined {
  try {
    return content && utf8(content);
  } catch {
    return undefined;
  }
}
