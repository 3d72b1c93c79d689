import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type FolderEntity, folderEntities } from '../../core/index/folderEntities';
import type { SidecarSummary } from '../../core/index/sidecarSummary';
import { runSteps, type Steps } from '../../core/util/steps';
import { readKept, writeKept } from '../../vscode/folder/keptSidecars';
import { type KeptSidecar, readSidecars, type SidecarFilesPort } from '../../vscode/folder/readSidecars';

const sidecars = 10_000;
/** As many as the view shows before a person asks for more. */
const firstRows = 200;

/** A folder of 10,000 small sidecars: how long until its first rows, until all is known, and again from the cache. */
export async function bench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-bench-folder-'));
  try {
    for (let i = 0; i < sidecars; i++)
      await writeFile(
        join(folder, `article-${String(i).padStart(5, '0')}.article.annotations.yaml`),
        sidecarText(i),
      );
    const read = await measureReading('first time', folder, new Map());
    const text = runSteps(writeKept(read));
    console.log(`cache: ${(text.length / 1e6).toFixed(1)} million characters`);
    const before = performance.now();
    const kept = timed('cache parsed', readKept(text));
    console.log(
      `from the cache, ${(performance.now() - before).toFixed(0)} ms before the first look at a file:`,
    );
    await measureReading('from the cache', folder, kept);
    const summaries = [...read].map(([key, { summary }]): readonly [string, SidecarSummary] => [
      key,
      summary,
    ]);
    const entities = timed<readonly FolderEntity[]>('entities gathered', folderEntities(summaries));
    console.log(`${entities.length} entities, the first in ${entities[0]?.occurrences.length ?? 0} articles`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureReading(
  name: string,
  folder: string,
  known: ReadonlyMap<string, KeptSidecar>,
): Promise<Map<string, KeptSidecar>> {
  const start = performance.now();
  const since = (): string => `${(performance.now() - start).toFixed(0)} ms`;
  const cpu = process.cpuUsage();
  const names = (await readdir(folder)).sort();
  const listed = since();
  let rows = '';
  let count = 0;
  const read = new Map<string, KeptSidecar>();
  const never = {
    isCancellationRequested: false,
    onCancellationRequested: () => ({ dispose: () => undefined }),
  };
  const files = filesOf(folder);
  await readSidecars(
    names,
    known,
    files,
    (key, kept) => {
      if (kept) read.set(key, kept);
      if (++count === firstRows) rows = since();
    },
    never,
  );
  const used = process.cpuUsage(cpu);
  console.log(
    `${name}: listed ${listed}, first ${firstRows} rows whole ${rows}, all ${read.size} ${since()} (processor ${Math.round((used.user + used.system) / 1000)} ms)`,
  );
  return read;
}

function filesOf(folder: string): SidecarFilesPort {
  return {
    stat: async (key) => {
      const { mtimeMs, size } = await stat(join(folder, key));
      return { mtime: mtimeMs, size };
    },
    read: (key) => readFile(join(folder, key), 'utf8'),
  };
}

/** Runs the steps to their end, and tells how long they and the longest of them took. */
function timed<T>(name: string, steps: Steps<T>): T {
  const start = performance.now();
  let longest = 0;
  for (let before = start; ;) {
    const next = steps.next();
    const now = performance.now();
    longest = Math.max(longest, now - before);
    before = now;
    if (!next.done) continue;
    console.log(`${name}: ${(now - start).toFixed(0)} ms, longest step ${longest.toFixed(1)} ms`);
    return next.value;
  }
}

/** Six mentions of three entities out of some hundreds, and a quotation. */
function sidecarText(i: number): string {
  const [a, b, c] = [i % 400, (i * 7) % 300, (i * 13) % 900];
  const entity = (id: string, type: string, name: string): string =>
    `  - id: ${id}\n    type: ${type}\n    name: "${name}"\n`;
  const mention = (n: number, type: string, words: string, id: string): string =>
    `  - id: m${String(i).padStart(5, '0')}ab${n}\n    kind: mention\n    type: ${type}\n    exact: "${words}"\n    prefix: "selon les mots de "\n    suffix: ", dit-on ici"\n    entity: ${id}\n    status: confirmed\n`;
  const entities = [
    entity(`p-${a}-abc123`, 'person', `Personne Numéro${a}`),
    entity(`o-${b}-abc123`, 'organization', `Organisation ${b}`),
    entity(`l-${c}-abc123`, 'location', `Lieu ${c}`),
  ];
  const mentions = [0, 1].flatMap((n) => [
    mention(3 * n, 'person', `Personne Numéro${a}`, `p-${a}-abc123`),
    mention(3 * n + 1, 'organization', `Organisation ${b}`, `o-${b}-abc123`),
    mention(3 * n + 2, 'location', `Lieu ${c}`, `l-${c}-abc123`),
  ]);
  const quotation = `  - id: q${String(i).padStart(5, '0')}abc\n    kind: quotation\n    form: direct\n    content:\n      - exact: "Nous irons au bout, quoi qu’il arrive"\n        prefix: "a dit : « "\n        suffix: " », puis"\n    speakers: [p-${a}-abc123]\n    status: confirmed\n`;
  return `version: 1\narticle: article-${i}.article\nlanguage: fr\n\nentities:\n\n${entities.join('\n')}\nannotations:\n\n${[...mentions, quotation].join('\n')}`;
}
