import { parseSidecar } from '../../core/sidecar/parseSidecar';
import { mutated } from '../../../test/core/sidecar/mutate';
import { runMain } from '../runMain';
import { soakGit } from './git';

/** No file may take longer than this, in milliseconds. */
const longest = 250;

/**
 * `npm run soak [-- --runs N] [--histories N] [--seed N]`: reads mutated sidecars, all in one process, then merges random histories in
 * git, from a seed on, so that many can be run in pieces. Fails on an exception, when a file takes too long, or when a merge loses a
 * decision.
 */
async function main(args: readonly string[]): Promise<void> {
  const numberOf = (option: string, usual: number) =>
    args.includes(option) ? Number(args[args.indexOf(option) + 1]) : usual;
  const runs = numberOf('--runs', 100_000);
  const counts = new Map<string, number>();
  let [slowest, slowestSeed, locked] = [0, 0, 0];
  for (let seed = 0; seed < runs; seed++) {
    const source = mutated(seed);
    // Processor time, because the machine may have other things to do.
    const before = process.cpuUsage();
    const { problems, readOnly } = parseSidecar(source);
    const { user, system } = process.cpuUsage(before);
    const took = (user + system) / 1000;
    if (took > slowest) [slowest, slowestSeed] = [took, seed];
    if (readOnly) locked++;
    const code = problems[0]?.code ?? 'no problem';
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  for (const [code, count] of [...counts].sort((a, b) => b[1] - a[1]))
    console.log(`${String(count).padStart(8)}  ${code}`);
  console.log(
    `${runs} files, ${locked} locked; the slowest took ${slowest.toFixed(0)} ms (seed ${slowestSeed})`,
  );
  if (slowest > longest) throw new Error(`Seed ${slowestSeed} took longer than ${longest} ms.`);
  await soakGit(numberOf('--histories', 500), numberOf('--seed', 1));
}

runMain(main);
