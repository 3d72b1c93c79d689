import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { fromRoot } from '../paths';
import { runMain } from '../runMain';
import { f1, f1Interval, sum, type Counts } from './bootstrap';
import { writePressReference } from './pressReference';

/** One reference and the scorer that reads it. */
interface Reference {
  readonly name: string;
  readonly scorer: 'score-entities.mjs' | 'score-quotations.mjs';
  /** Holds the reference's files. */
  readonly gold: string;
  /** Holds the articles. */
  readonly texts: string;
  /** What to count, by the name that is printed. */
  readonly measures: Readonly<Record<string, (report: ScorerReport) => Counts>>;
}

/** The parts of the scorers' `--json` reports that are resampled. */
interface ScorerReport {
  readonly named: Counts;
  readonly types: Readonly<Record<string, Counts>>;
  readonly 'direct+mixed': QuotationScore;
  readonly indirect: QuotationScore;
}

interface QuotationScore {
  readonly matched: number;
  readonly exact: { readonly precision: number };
  readonly attributed: { readonly precision: number };
  readonly predicted: number;
  readonly gold: number;
}

const entityMeasures: Reference['measures'] = {
  'person+organization+location': (report) => report.named,
  ...Object.fromEntries(
    ['person', 'organization', 'location', 'event', 'product', 'date', 'hour'].map((type) => [
      type,
      (report: ScorerReport) => report.types[type] as Counts,
    ]),
  ),
};

const quotationMeasures: Reference['measures'] = {
  'direct+mixed found': ({ 'direct+mixed': score }) => ({ ...score, correct: score.matched }),
  'direct+mixed exact': ({ 'direct+mixed': score }) => ({
    ...score,
    correct: score.exact.precision * score.predicted,
  }),
  'direct+mixed rightly named': ({ 'direct+mixed': score }) => ({
    ...score,
    correct: score.attributed.precision * score.predicted,
  }),
  'indirect found': ({ indirect: score }) => ({ ...score, correct: score.matched }),
};

/** `npm run evaluate [-- NAME…]`: scores the built command line against the references, with bootstrap intervals. */
runMain(async (names) => {
  const shared = process.env.VERBATIM_SHARED ?? fromRoot('..', 'shared');
  const scorers = join(shared, 'eval');
  if (!existsSync(scorers)) return console.log(`Nothing to evaluate with: ${scorers} is not there.`);
  if (!existsSync(fromRoot('dist', 'cli.js'))) throw new Error('Build first: npm run build');
  const work = mkdtempSync(join(tmpdir(), 'verbatim-evaluate-'));
  try {
    writePressReference(fromRoot('test', 'press'), join(work, 'press'));
    const chosen = references(shared, join(work, 'press')).filter(
      ({ name, gold }) =>
        existsSync(gold) && (names.length === 0 || names.some((part) => name.includes(part))),
    );
    for (const reference of chosen) evaluate(reference, scorers, work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});

function references(shared: string, press: string): Reference[] {
  const winer = join(shared, 'corpora', 'winer-fr', 'dev');
  const entities = { scorer: 'score-entities.mjs', measures: entityMeasures } as const;
  const quotations = { scorer: 'score-quotations.mjs', measures: quotationMeasures } as const;
  return [
    { name: 'entities: winer-fr/dev', gold: winer, texts: winer, ...entities },
    {
      name: 'quotations: quotations-fr/dev',
      gold: join(shared, 'corpora', 'quotations-fr', 'dev'),
      texts: winer,
      ...quotations,
    },
    { name: 'entities: test/press (other genres)', gold: press, texts: press, ...entities },
    { name: 'quotations: test/press (other genres)', gold: press, texts: press, ...quotations },
  ];
}

function evaluate(reference: Reference, scorers: string, work: string): void {
  const articles = articlesOf(reference);
  const convention =
    reference.scorer === 'score-entities.mjs' &&
    reference.gold === reference.texts &&
    reference.name.includes('winer')
      ? ['--convention', 'winer']
      : [];
  const files = articles.map((article) => join(reference.texts, `${article}.txt`));
  const annotated = run([
    fromRoot('dist', 'cli.js'),
    'annotate',
    '--format',
    'jsonl',
    ...convention,
    ...files,
  ]);
  const scorer = join(scorers, reference.scorer);
  console.log(
    `\n== ${reference.name}, ${articles.length} articles\n${run([scorer, reference.gold], annotated).trimEnd()}`,
  );
  const lines = new Map(
    annotated
      .trimEnd()
      .split('\n')
      .map((line) => [basename((JSON.parse(line) as { file: string }).file, '.txt'), line]),
  );
  const reports = articles.map(
    (article) =>
      JSON.parse(
        run([scorer, folderOfOne(reference, article, work), '--json'], lines.get(article) ?? ''),
      ) as ScorerReport,
  );
  for (const [label, measure] of Object.entries(reference.measures))
    printInterval(label, reports.map(measure));
}

function articlesOf({ gold, scorer }: Reference): string[] {
  const extension = scorer === 'score-entities.mjs' ? '.txt' : '.json';
  return readdirSync(gold)
    .filter((name) => name.endsWith(extension))
    .map((name) => basename(name, extension))
    .sort();
}

/** The scorers read a folder: one with this article alone gives its counts. */
function folderOfOne({ gold, scorer }: Reference, article: string, work: string): string {
  const folder = join(work, scorer, basename(gold), article);
  if (existsSync(folder)) return folder;
  mkdirSync(folder, { recursive: true });
  const extensions = scorer === 'score-entities.mjs' ? ['.txt', '.ann'] : ['.json'];
  for (const extension of extensions)
    symlinkSync(join(gold, article + extension), join(folder, article + extension));
  return folder;
}

function printInterval(label: string, counts: readonly Counts[]): void {
  const [low, high] = f1Interval(counts);
  console.log(
    `${label.padEnd(30)} F1 ${f1(sum(counts)).toFixed(1).padStart(5)}  95% [${low.toFixed(1)}, ${high.toFixed(1)}]`,
  );
}

function run(args: readonly string[], input?: string): string {
  const result = spawnSync(process.execPath, args, {
    ...(input !== undefined && { input }),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (result.status !== 0)
    throw new Error(
      `${args.slice(0, 2).join(' ')} failed (${result.status}): ${result.stderr.slice(0, 2000)}`,
    );
  return result.stdout;
}
