import { runGit, runGitBytes } from './runGit';
import { sidecarByIds } from './sidecarByIds';

/** The versions that a merge of one file starts from; a side that has no such file is undefined. */
export interface MergeSides {
  readonly base: Buffer | undefined;
  readonly ours: Buffer | undefined;
  readonly theirs: Buffer | undefined;
}

export interface MergeCommit extends MergeSides {
  readonly commit: string;
  readonly subject: string;
  readonly result: Buffer | undefined;
}

/** The content of a file in a revision (or, with `:1` and so on, in the index). `path` is relative to the top folder, with slashes. */
export async function contentAt(revision: string, path: string, top: string): Promise<Buffer | undefined> {
  const { code, stdout } = await runGitBytes(['cat-file', 'blob', `${revision}:${path}`], { cwd: top });
  return code === 0 ? stdout : undefined;
}

/** The three versions of a file in the midst of a merge, rebase or cherry-pick; undefined when git has it as resolved. */
export async function unmergedSides(path: string, top: string): Promise<MergeSides | undefined> {
  const { stdout } = await runGit(['ls-files', '--unmerged', '-z', '--', `:(literal)${path}`], { cwd: top });
  if (stdout === '') return undefined;
  const [base, ours, theirs] = await Promise.all(
    ['1', '2', '3'].map((stage) => contentAt(`:${stage}`, path, top)),
  );
  return { base, ours, theirs };
}

/** What two revisions would merge for a file; their best common ancestor is the base unless one is given. */
export async function sidesOf(
  path: string,
  revisions: { readonly base?: string; readonly ours: string; readonly theirs: string },
  top: string,
): Promise<MergeSides> {
  const base = revisions.base ?? (await mergeBase(revisions.ours, revisions.theirs, top));
  return {
    base: base === undefined ? undefined : await contentAt(base, path, top),
    ours: await contentAt(revisions.ours, path, top),
    theirs: await contentAt(revisions.theirs, path, top),
  };
}

async function mergeBase(a: string, b: string, top: string): Promise<string | undefined> {
  const { code, stdout } = await runGit(['merge-base', a, b], { cwd: top });
  return code === 0 ? stdout.trim() : undefined;
}

/**
 * The merges of two parents behind HEAD that could have changed a file: those whose result differs from a parent's. Newest first, at
 * most `limit`. Also those that took one side whole, which git's usual history leaves out. A parent's file of another name counts
 * where git sees a rename.
 */
export async function mergesOf(path: string, top: string, limit: number): Promise<readonly MergeCommit[]> {
  const { code, stdout } = await runGit(
    [
      'log',
      '--merges',
      '--full-history',
      `--max-count=${limit}`,
      '--format=%H %P%x09%s',
      '--',
      `:(literal)${path}`,
    ],
    { cwd: top },
  );
  if (code !== 0) return [];
  const merges: MergeCommit[] = [];
  for (const line of stdout.split('\n').filter(Boolean)) {
    const [hashes = '', subject = ''] = line.split('\t');
    const [commit = '', ours, theirs, ...more] = hashes.split(' ');
    if (ours === undefined || theirs === undefined || more.length > 0) continue;
    merges.push({ commit, subject, ...(await mergedSides(commit, ours, theirs, path, top)) });
  }
  return merges;
}

/** Whether a commit after another one added or removed words in a sidecar, whatever that was called then. */
export async function changedSince(commit: string, words: string, top: string): Promise<boolean> {
  const { stdout } = await runGit(
    [
      'log',
      '--format=%H',
      '--max-count=1',
      // Where our readable diffs are set up, git would look for the words in those.
      '--no-textconv',
      `-S${words}`,
      `${commit}..HEAD`,
      '--',
      ':(top,glob)**/*.annotations.yaml',
    ],
    { cwd: top },
  );
  return stdout !== '';
}

/** What one side of the merge, pick or rebase that is under way renamed a file to, as git sees it. */
export async function renamedInMerge(path: string, top: string): Promise<string | undefined> {
  for (const head of ['MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REBASE_HEAD', 'REVERT_HEAD']) {
    const base = await mergeBase('HEAD', head, top);
    if (base === undefined) continue;
    for (const side of ['HEAD', head]) {
      const renamed = (await renames(base, side, top)).find(({ from }) => from === path);
      if (renamed) return renamed.to;
    }
  }
  return undefined;
}

interface Rename {
  readonly from: string;
  readonly to: string;
}

async function renames(earlier: string, later: string, top: string): Promise<readonly Rename[]> {
  const { stdout } = await runGit(
    ['diff-tree', '-r', '-M', '-z', '--name-status', '--diff-filter=R', earlier, later],
    { cwd: top },
  );
  const fields = stdout.split('\0');
  const found: Rename[] = [];
  for (let i = 0; i + 2 < fields.length; i += 3)
    found.push({ from: fields[i + 1] as string, to: fields[i + 2] as string });
  return found;
}

/** Whether the message of a later commit names this one by the beginning of its hash. */
export async function isNamedSince(commit: string, top: string): Promise<boolean> {
  const { stdout } = await runGit(
    [
      'log',
      '--format=%H',
      '--max-count=1',
      '--fixed-strings',
      `--grep=${commit.slice(0, 9)}`,
      `${commit}..HEAD`,
    ],
    { cwd: top },
  );
  return stdout !== '';
}

async function mergedSides(
  commit: string,
  ours: string,
  theirs: string,
  path: string,
  top: string,
): Promise<MergeSides & { readonly result: Buffer | undefined }> {
  const [ourPath, theirPath] = await Promise.all(
    [ours, theirs].map((parent) => earlierPath(parent, commit, path, top)),
  );
  const base = await mergeBase(ours, theirs, top);
  const basePath = base === undefined ? undefined : await earlierPath(base, commit, path, top);
  const at = (revision: string | undefined, name: string | undefined) =>
    revision === undefined || name === undefined ? undefined : contentAt(revision, name, top);
  return {
    base: await at(base, basePath),
    ours: await at(ours, ourPath),
    theirs: await at(theirs, theirPath),
    result: await at(commit, path),
  };
}

/** What a file of a later commit was called in an earlier one: as git sees it, else by the ids of its records. */
async function earlierPath(
  earlier: string,
  later: string,
  path: string,
  top: string,
): Promise<string | undefined> {
  const { code } = await runGit(['cat-file', '-e', `${earlier}:${path}`], { cwd: top });
  if (code === 0) return path;
  const renamed = (await renames(earlier, later, top)).find(({ to }) => to === path);
  if (renamed) return renamed.from;
  const content = await contentAt(later, path, top);
  return content && sidecarByIds(content.toString('utf8'), earlier, top);
}
