import { writeFileSync } from 'node:fs';
import { Session, type Profiler } from 'node:inspector/promises';

const sampleEveryMicroseconds = 500;
const shownFunctions = 8;

/**
 * Does some work under the profiler of V8, writes what it saw to a file (`.cpuprofile`, for VS Code or Chromium's
 * developer tools), and gives the functions of the extension that took the most time themselves.
 */
export async function profiled(file: string, work: () => Promise<void>): Promise<readonly string[]> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: sampleEveryMicroseconds });
  await session.post('Profiler.start');
  await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  writeFileSync(file, JSON.stringify(profile));
  return busiest(profile);
}

function busiest({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): readonly string[] {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const selfMs = new Map<string, number>();
  samples.forEach((id, index) => {
    const frame = frames.get(id);
    if (
      frame === undefined ||
      (!frame.url.includes('/dist/') && frame.functionName !== '(garbage collector)')
    )
      return;
    const name = `${frame.functionName || '(anonymous)'}:${frame.lineNumber + 1}`;
    selfMs.set(name, (selfMs.get(name) ?? 0) + (timeDeltas[index] ?? 0) / 1000);
  });
  return [...selfMs]
    .sort(([, a], [, b]) => b - a)
    .slice(0, shownFunctions)
    .map(([name, ms]) => `${name} ${ms.toFixed(0)} ms`);
}
