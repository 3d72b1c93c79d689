import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromRoot } from '../../paths';

/** Counts of one article, as the project's scorer gives them. */
interface Counts {
  readonly matched: number;
  readonly exact: number;
  readonly attributed: number;
  readonly predicted: number;
  readonly gold: number;
}

const groups = ['direct+mixed', 'indirect'] as const;
const measures = ['matched', 'exact', 'attributed'] as const;
const rounds = 2000;

/** Lines with 95 % bootstrap intervals of F1, articles drawn with replacement by a fixed seed. */
export function intervals(gold: string, lines: ReadonlyMap<string, string>): readonly string[] {
  const perArticle = [...lines].map(([name, line]) => scoreOne(gold, name, line));
  return groups.flatMap((group) =>
    measures.map((measure) => {
      const counts = perArticle.map((article) => article[group]);
      const drawn = Array.from({ length: rounds }, (_, round) =>
        f1(resample(counts, round + 1), measure),
      ).sort((a, b) => a - b);
      const at = (share: number) => (drawn[Math.floor(share * (rounds - 1))] as number).toFixed(1);
      return `${group} ${measure === 'matched' ? 'found' : measure}: ${f1(counts, measure).toFixed(1)} (${at(0.025)} to ${at(0.975)})`;
    }),
  );
}

/** The scorer prints counts and, for what it rates, shares of them. */
interface Scores {
  readonly matched: number;
  readonly predicted: number;
  readonly gold: number;
  readonly exact: { readonly precision: number };
  readonly attributed: { readonly precision: number };
}

type Report = Readonly<Record<string, Scores>>;

function scoreOne(gold: string, name: string, line: string): Record<(typeof groups)[number], Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'quotations-'));
  copyFileSync(join(gold, `${name}.json`), join(folder, `${name}.json`));
  const scorer = fromRoot('..', 'shared/eval/score-quotations.mjs');
  const report = JSON.parse(
    execFileSync('node', [scorer, folder, '--json'], { input: line, encoding: 'utf8' }),
  ) as Report;
  rmSync(folder, { recursive: true });
  const countsOf = (group: string): Counts => {
    const { matched, predicted, gold: all, exact, attributed } = report[group] as Scores;
    const share = (rated: { readonly precision: number }) => Math.round(rated.precision * predicted);
    return { matched, predicted, gold: all, exact: share(exact), attributed: share(attributed) };
  };
  return { 'direct+mixed': countsOf('direct+mixed'), indirect: countsOf('indirect') };
}

function f1(counts: readonly Counts[], measure: (typeof measures)[number]): number {
  const sum = (key: keyof Counts) => counts.reduce((total, item) => total + item[key], 0);
  const all = sum('predicted') + sum('gold');
  return all === 0 ? 0 : (200 * sum(measure)) / all;
}

/** As many articles as there are, drawn with a congruential generator. */
function resample(counts: readonly Counts[], seed: number): readonly Counts[] {
  let state = Math.imul(seed, 2654435761) >>> 0;
  return counts.map(() => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return counts[Math.floor((state / 2 ** 32) * counts.length)] as Counts;
  });
}
