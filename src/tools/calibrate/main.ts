import { runMain } from '../runMain';
import { type SampleArticle, sampleArticles } from './articles';
import { editClasses, type Others } from './editClasses';
import { type Dice, dice } from './random';
import { reportOf } from './report';
import { add, emptyTally, isWrongSilent, type Tally } from './tally';
import { trialsOf } from './trial';

/**
 * `npm run calibrate [-- --trials N] [--seed N] [--show N] [--only TEXT]`: edits real articles in known ways, anchors their
 * annotations again, and prints what became of them by kind of edit. Fails when one was put in a wrong place in silence.
 */
async function main(args: readonly string[]): Promise<void> {
  const option = (name: string, usual: string) => args[args.indexOf(`--${name}`) + 1] ?? usual;
  const given = (name: string, usual: number) =>
    args.includes(`--${name}`) ? Number(option(name, '')) : usual;
  const trials = given('trials', 100_000);
  const random = dice(given('seed', 1));
  let shown = given('show', 0);
  const only = args.includes('--only') ? option('only', '') : '';
  const { source, articles } = sampleArticles();
  const others = othersOf(articles);
  const kinds = editClasses.filter(({ name }) => name.includes(only));
  const counted = kinds.filter(({ undecidable }) => !undecidable);
  const each = trials / Math.max(1, counted.length);
  const tallies = new Map<string, Tally>(kinds.map(({ name }) => [name, emptyTally()]));
  for (const kind of kinds) {
    const tally = tallies.get(kind.name) as Tally;
    while (tally.trials < each) {
      // The plain matcher is slow, so it is asked in one article of eight.
      const article = random.pick(articles);
      const foreign = foreignTo(article, others, random);
      for (const trial of trialsOf(article, kind, random, foreign, random.chance(0.125))) {
        add(tally, trial);
        if (isWrongSilent(trial) && shown-- > 0) console.log(kind.name, JSON.stringify(trial));
      }
    }
  }
  console.log(`${articles.length} articles: ${source}\n\n${reportOf(kinds, tallies)}`);
  if (counted.some(({ name }) => (tallies.get(name) as Tally).wrongSilent > 0)) process.exitCode = 1;
}

/**
 * Some words, sentences and paragraphs of other articles. Reports of one series repeat each other; what shares a longer stretch with
 * the article is no new text but a copy of its own, and copies have a row of their own. A single word that is an annotated one would
 * be that word, moved.
 */
function foreignTo({ text, spans }: SampleArticle, others: Others, random: Dice): Others {
  const some = (all: readonly string[]) =>
    Array.from({ length: 24 }, () => random.pick(all)).filter((piece) => !shares(text, piece));
  const [sentences, paragraphs] = [some(others.sentences), some(others.paragraphs)];
  const annotated = new Set(spans.map(({ start, end }) => text.slice(start, end)));
  const words = Array.from({ length: 400 }, () => random.pick(others.words));
  return { words: words.filter((word) => !annotated.has(word)), sentences, paragraphs };
}

const longestShared = 20;

function shares(text: string, piece: string): boolean {
  for (let at = 0; at + longestShared <= piece.length; at += 4)
    if (text.includes(piece.slice(at, at + longestShared))) return true;
  return false;
}

function othersOf(articles: readonly SampleArticle[]): Others {
  const texts = articles.map(({ text }) => text);
  const all = texts.slice(0, 300).join('\n');
  return {
    words: all.match(/[\p{L}\p{N}]{2,}/gu) ?? [],
    sentences: (all.match(/[^.!?\n]{20,}[.!?]/g) ?? []).map((text) => text.trim()),
    paragraphs: all.split(/\n+/).filter((text) => text.length > 60),
  };
}

runMain(main);
