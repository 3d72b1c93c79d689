import { runGit } from './runGit';

const most = 50;

/**
 * The sidecar in a revision (without one: in the index) that has most of another's records, whatever it is called: ids are random, so
 * one that is shared tells more than how alike the lines are, by which git finds renames. `except` is a path that is not meant. Undefined when none has any.
 */
export async function sidecarByIds(
  content: string,
  revision: string | undefined,
  top: string,
  except?: string,
): Promise<string | undefined> {
  const ids = [...content.matchAll(/^ *(?:- +)?(id: *\S+)/gmu)].map((found) => found[1] as string);
  if (ids.length === 0) return undefined;
  const { code, stdout } = await runGit(
    [
      ...['grep', '--count', '--null', '--fixed-strings', '--full-name', '--text'],
      ...ids.slice(0, most).flatMap((id) => ['-e', id]),
      revision ?? '--cached',
      ...['--', ':(top,glob)**/*.annotations.yaml'],
      ...(except === undefined ? [] : [`:(top,exclude,literal)${except}`]),
    ],
    { cwd: top },
  );
  if (code !== 0) return undefined;
  const counts = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [name = '', count = ''] = line.split('\0');
      return { path: revision === undefined ? name : name.slice(revision.length + 1), count: Number(count) };
    });
  return counts.toSorted((a, b) => b.count - a.count)[0]?.path;
}
