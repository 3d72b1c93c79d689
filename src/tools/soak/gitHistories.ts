import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { splitConflict } from '../../core/merge/conflictMarkers';
import { newSidecar } from '../../core/sidecar/newSidecar';
import { parseSidecar } from '../../core/sidecar/parseSidecar';
import { type Dice, dice } from '../calibrate/random';
import { fromRoot } from '../paths';
import { GitTeam } from './gitTeam';
import { lostDecisions } from './lostDecisions';
import { annotate, rewrite } from './people';

/** What became of the decisions in some histories. */
export interface HistoryTally {
  histories: number;
  merges: number;
  /** Merges that git left to a person. */
  conflicts: number;
  /** Merges called clean, or resolved, whose file is no readable sidecar. */
  broken: number;
  lost: number;
  /** Merges by somebody without the driver, or a server, that lost or broke something. */
  harmed: number;
  /** Of those, the ones that `verbatim check --merges` told of. */
  found: number;
  lostAfterRepair: number;
}

export interface HistoryOptions {
  readonly histories: number;
  readonly seed: number;
  /** The built command line. */
  readonly cli: string;
  /** Told of each loss, to be looked into. */
  readonly report?: (loss: string) => void;
}

const suffix = '.annotations.yaml';

/**
 * Random histories of three annotators and a writer in real repositories. `driver`: with the driver, but for one colleague and one
 * server; what these lost is repaired. `plain`: the same people with plain git, who take their own side in a conflict.
 */
export async function runHistories(kind: 'driver' | 'plain', options: HistoryOptions): Promise<HistoryTally> {
  const tally: HistoryTally = {
    ...{ histories: 0, merges: 0, conflicts: 0, broken: 0 },
    ...{ lost: 0, harmed: 0, found: 0, lostAfterRepair: 0 },
  };
  for (let i = 0; i < options.histories; i++) {
    const team = await GitTeam.create(options.cli);
    try {
      await new History(team, dice(options.seed + i), kind, tally, options.report)
        .run()
        .catch((error: unknown) => {
          throw new Error(`Seed ${options.seed + i}, ${kind}: ${(error as Error).message}`);
        });
      tally.histories++;
    } finally {
      await team.remove();
    }
  }
  return tally;
}

type Who = 'driver' | 'colleague' | 'server';
type Way = 'merge' | 'rebase' | 'cherry-pick';

class History {
  constructor(
    private readonly team: GitTeam,
    private readonly dice: Dice,
    private readonly kind: 'driver' | 'plain',
    private readonly tally: HistoryTally,
    private readonly report: ((loss: string) => void) | undefined,
  ) {}

  async run(): Promise<void> {
    const { team } = this;
    const text = this.dice.pick(articles());
    await team.write('article.txt', text);
    await team.write(`article.txt${suffix}`, annotate(this.dice, text, newSidecar('article.txt', 'fr'), 8));
    await team.commit('Start');
    await team.verbatim('git', 'install', '--global');
    for (let round = 0; round < 2; round++) {
      // What plain git has broken nobody can annotate until somebody mends it by hand.
      const current = parseSidecar(await team.read(await this.sidecarOf('main')));
      if (this.kind === 'plain' && current.readOnly !== undefined) return;
      const branches = await this.work(round);
      for (const [i, branch] of branches.entries()) await this.join(branch, this.whoOf(i), this.wayOf(i));
    }
  }

  private whoOf(index: number): Who {
    if (this.kind === 'plain') return 'colleague';
    return index === 1 ? 'colleague' : index === 2 ? 'server' : 'driver';
  }

  /** Only merges have a second parent for a repair to find. */
  private wayOf(index: number): Way {
    return this.whoOf(index) !== 'driver' || this.dice.chance(0.6)
      ? 'merge'
      : this.dice.pick(['rebase', 'cherry-pick']);
  }

  /** Everybody works on a branch of their own; the branches in the order in which they come back. */
  private async work(round: number): Promise<readonly string[]> {
    const { team, dice: random } = this;
    const branches: string[] = [];
    for (const person of ['a', 'b', 'c', 'writer']) {
      const branch = `${person}${round}`;
      await team.git('switch', '--quiet', '--create', branch, 'main');
      const article = (await this.sidecarOf(branch)).slice(0, -suffix.length);
      const text = await team.read(article);
      if (person === 'writer') {
        await team.write(article, rewrite(random, text, 1 + random.below(3)));
        if (random.chance(0.3)) await this.rename(article, round);
      } else {
        const sidecar = article + suffix;
        await team.write(sidecar, annotate(random, text, await team.read(sidecar), 1 + random.below(5)));
      }
      await team.commit(branch);
      branches.splice(random.below(branches.length + 1), 0, branch);
    }
    await team.git('switch', '--quiet', 'main');
    return branches;
  }

  private async rename(article: string, round: number): Promise<void> {
    await this.team.git('mv', article, `renamed${round}.txt`);
    await this.team.git('mv', article + suffix, `renamed${round}.txt${suffix}`);
  }

  private async join(branch: string, who: Who, way: Way): Promise<void> {
    const { team, tally } = this;
    const base = (await team.git('merge-base', 'main', branch)).trim();
    const sides = {
      base: await this.sidecarAt(base),
      ours: await this.sidecarAt('main'),
      theirs: await this.sidecarAt(branch),
    };
    tally.merges++;
    const clean = await this.bring(branch, way, who);
    let chosen = false;
    if (!clean) {
      tally.conflicts++;
      if (who === 'server') return this.retry(branch);
      await this.resolve(sides, way, who);
      chosen = who === 'driver';
    }
    const path = await this.sidecarOf('HEAD');
    const result = await team.read(path);
    const broken = parseSidecar(result).readOnly !== undefined;
    const lost = broken ? [] : lostDecisions({ ...sides, result, chosen });
    // Somebody without the driver who resolved a conflict chose, too, unless they lost what nobody contradicted.
    if (this.kind === 'driver' && who === 'colleague' && !clean && !broken)
      if (lostDecisions({ ...sides, result, chosen: true }).length === 0) return;
    if (who === 'driver' || this.kind === 'plain') {
      tally.lost += lost.length;
      if (broken) tally.broken++;
      if (lost.length > 0) this.tell(`${way} by ${who}: ${lost.join(', ')}`, { ...sides, result });
    } else if (broken || lost.length > 0) await this.mend(sides, path);
  }

  /** A server refuses what conflicts; a person then merges. */
  private async retry(branch: string): Promise<void> {
    this.tally.merges--;
    await this.team.git('merge', '--abort');
    await this.join(branch, 'driver', 'merge');
  }

  private async bring(branch: string, way: Way, who: Who): Promise<boolean> {
    const driver = who === 'driver';
    if (way === 'cherry-pick')
      return (await this.team.tryGit(['cherry-pick', branch], { driver })).code === 0;
    if (way === 'merge')
      return (await this.team.tryGit(['merge', '--no-ff', '--no-edit', branch], { driver })).code === 0;
    await this.team.git('switch', '--quiet', branch);
    const clean = (await this.team.tryGit(['rebase', 'main'], { driver })).code === 0;
    if (clean) await this.toMain(branch);
    return clean;
  }

  private async toMain(branch: string): Promise<void> {
    await this.team.git('switch', '--quiet', 'main');
    await this.team.git('merge', '--quiet', '--ff-only', branch);
  }

  /** Takes our side; with the driver record by record, after a look whether both sides are in the file. */
  private async resolve(
    sides: { readonly base: string; readonly ours: string; readonly theirs: string },
    way: Way,
    who: Who,
  ): Promise<void> {
    const { team, tally } = this;
    const unmerged = (await team.git('diff', '--name-only', '-z', '--diff-filter=U'))
      .split('\0')
      .filter(Boolean);
    for (const path of unmerged) {
      if (await this.isRemoved(path)) {
        // Renamed and changed too much for git to see it: a removal against an edit.
        if (who === 'driver' && path.endsWith(suffix)) await team.verbatim('repair', path);
        await team.git('rm', '--quiet', '--force', '--', path);
      } else if (who === 'driver' && path.endsWith(suffix)) {
        const marked = await team.read(path);
        const split = splitConflict(marked);
        const lost = lostDecisions({ ...sides, result: marked });
        tally.lost += lost.length;
        if (lost.length > 0)
          this.tell(`in the markers of a ${way}: ${lost.join(', ')}`, { ...sides, result: marked });
        if (!split) tally.broken++;
        await team.write(path, split?.ours ?? marked);
      } else await team.tryGit(['checkout', '--ours', '--', path]);
    }
    await team.git('add', '--all');
    if (who === 'driver') await this.settleRenamed();
    if (way === 'merge') await team.git('commit', '--quiet', '--no-edit');
    else {
      // A pick that brings nothing new is skipped.
      if ((await team.tryGit([way, '--continue'])).code !== 0) await team.tryGit([way, '--skip']);
      if (way === 'rebase') await this.toMain((await team.git('branch', '--show-current')).trim());
    }
  }

  /** What repair joined into a renamed sidecar may be in conflict there. */
  private async settleRenamed(): Promise<void> {
    const { team } = this;
    const names = (await team.git('ls-files', '-z')).split('\0').filter((name) => name.endsWith(suffix));
    for (const name of names) {
      const split = splitConflict(await team.read(name));
      if (split) await team.write(name, split.ours);
    }
    await team.git('add', '--all');
  }

  private async isRemoved(path: string): Promise<boolean> {
    const stages = await this.team.git('ls-files', '--unmerged', '--', path);
    return !/ 2\t/u.test(stages) || !/ 3\t/u.test(stages);
  }

  private async mend(
    sides: { readonly base: string; readonly ours: string; readonly theirs: string },
    path: string,
  ): Promise<void> {
    const { team, tally } = this;
    tally.harmed++;
    const found = await team.verbatim('check', '--merges', '--format', 'json', path);
    if (/"check-lost"/u.test(found.stdout)) tally.found++;
    else this.tell('not found by check', { ...sides, result: await team.read(path) });
    const told = await team.verbatim('repair', path);
    const repaired = await team.read(path);
    await team.write(path, splitConflict(repaired)?.ours ?? repaired);
    const lost = lostDecisions({ ...sides, result: repaired });
    tally.lostAfterRepair += lost.length;
    if (lost.length > 0) this.tell(`after repair: ${lost.join(', ')}`, { ...sides, result: repaired });
    // What the person chose between the markers is theirs: the message names the merges.
    await team.commit(`Repair ${(told.stdout.match(/\b[0-9a-f]{9}\b/gu) ?? []).join(' ')}`);
  }

  private async sidecarOf(revision: string): Promise<string> {
    const names = (await this.team.git('ls-tree', '-r', '-z', '--name-only', revision)).split('\0');
    return names.find((name) => name.endsWith(suffix)) ?? '';
  }

  private async sidecarAt(revision: string): Promise<string> {
    return this.team.show(revision, await this.sidecarOf(revision));
  }

  private tell(what: string, texts: object): void {
    this.report?.(`${what}\n${JSON.stringify(texts)}`);
  }
}

let read: readonly string[] | undefined;

/** The articles of the tests; they are short, so that people meet in them. */
function articles(): readonly string[] {
  const folder = fromRoot('test/articles');
  return (read ??= readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')));
}
