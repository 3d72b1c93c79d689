import { anchorRecords } from '../../core/anchoring/anchor';
import { describeAll, describeInSteps } from '../../core/anchoring/describe';
import { hashAt } from '../../core/anchoring/rollingHash';
import type { MentionRecord } from '../../core/annotation/record';
import { shift, type Span } from '../../core/util/span';
import type { Steps } from '../../core/util/steps';
import { sampleArticles } from '../calibrate/articles';
import { stepTimes } from '../stepTimes';

const wanted = { annotations: 2000, sizes: [200_000, 1_000_000] };
const rounds = 8;

/**
 * Anchoring of 2,000 annotations in long texts made of real articles: processor time and the longest step between two pauses, each the
 * best of some rounds. A yardstick that does nothing but hash the text tells how fast the machine is just now.
 */
export async function bench(): Promise<void> {
  for (const size of wanted.sizes) measure(size);
}

function measure(size: number): void {
  const { text, spans } = longArticle(size);
  const records = describeAll(text, spans).map((selector, i): MentionRecord => ({
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
  console.log(`yardstick (twenty hashes of the text): ${best(() => yardstick(text)).total} ms`);
  tell(
    'describe',
    best(() => describeInSteps(text, spans)),
  );
  for (const [name, version] of versions)
    tell(
      `anchor, ${name}`,
      best(() => anchorRecords(version, records)),
    );
}

function* yardstick(text: string): Steps<number> {
  let hash = 0;
  for (let i = 0; i < 20; i++) hash ^= hashAt(text, 0, text.length);
  yield;
  return hash;
}

function tell(name: string, { total, longest }: Timing): void {
  console.log(`${name}: ${total} ms, longest step ${longest} ms`);
}

function longArticle(size: number): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: Span[] = [];
  let text = '';
  for (const article of sampleArticles().articles) {
    if (text.length >= size) break;
    for (const at of article.spans) if (spans.length < wanted.annotations) spans.push(shift(at, text.length));
    text += `${article.text}\n\n`;
  }
  return { text, spans };
}

/** Milliseconds of processor time. */
interface Timing {
  readonly total: number;
  readonly longest: number;
}

function best(work: () => Steps<unknown>): Timing {
  let [total, longest] = [Infinity, Infinity];
  for (let round = 0; round < rounds; round++) {
    const took = stepTimes(work());
    total = Math.min(
      total,
      took.reduce((a, b) => a + b, 0),
    );
    longest = Math.min(longest, Math.max(...took));
  }
  return { total: Math.round(total), longest: Math.round(longest * 10) / 10 };
}
