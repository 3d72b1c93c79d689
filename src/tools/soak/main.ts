import { parseSidecar } from '../../core/sidecar/parseSidecar';
import { mutated } from '../../../test/core/sidecar/mutate';
import { runMain } from '../runMain';

/** No file may take longer than this, in milliseconds. */
const longest = 250;

/** `npm run soak [-- --runs N]`: reads mutated sidecars, all in one process. Fails on an exception or when one takes too long. */
async function main(args: readonly string[]): Promise<void> {
  const at = args.indexOf('--runs');
  const runs = at < 0 ? 100_000 : Number(args[at + 1]);
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
}

runMain(main);
