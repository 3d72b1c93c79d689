import { anchorRecords } from '../../core/anchoring/anchor';
import { describeAll } from '../../core/anchoring/describe';
import type { MentionRecord } from '../../core/annotation/record';
import { shift, type Span } from '../../core/util/span';
import { runSteps } from '../../core/util/steps';
import { sampleArticles } from '../calibrate/articles';

const wanted = { annotations: 2000, characters: 200_000 };
const rounds = 8;

/** Anchoring of 2,000 annotations in a text of 200 kB made of real articles: processor time, the best of some rounds. */
export async function bench(): Promise<void> {
  const { text, spans } = longArticle();
  const selectors = describeAll(text, spans);
  const records = selectors.map((selector, i): MentionRecord => ({
    id: `m${i}`,
    kind: 'mention',
    type: 'person',
    status: 'confirmed',
    selector,
  }));
  const swapped = (every: number) =>
    text
      .split(' ')
      .map((word, i) => (i % every === 7 ? 'autre' : word))
      .join(' ');
  const versions: readonly (readonly [name: string, text: string])[] = [
    ['unedited', text],
    ['one word in 400 swapped', swapped(400)],
    ['one word in 20 swapped', swapped(20)],
    ['another text', 'Rien de tel. '.repeat(text.length / 13)],
  ];
  console.log(`${spans.length} annotations, ${text.length} characters`);
  console.log(`describe: ${best(() => describeAll(text, spans))} ms`);
  for (const [name, version] of versions)
    console.log(`anchor, ${name}: ${best(() => runSteps(anchorRecords(version, records)))} ms`);
}

function longArticle(): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: Span[] = [];
  let text = '';
  for (const article of sampleArticles().articles) {
    if (text.length >= wanted.characters) break;
    for (const at of article.spans) if (spans.length < wanted.annotations) spans.push(shift(at, text.length));
    text += `${article.text}\n\n`;
  }
  return { text, spans };
}

function best(work: () => unknown): number {
  let least = Infinity;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return Math.round(least);
}
