import { type Comparison, compareQuotation } from '../../core/compare/compareQuotation';
import { createSource, type Source } from '../../core/compare/source';
import type { Span } from '../../core/util/span';
import { runSteps, type Steps } from '../../core/util/steps';
import { alterations } from '../calibrate-quotations/alterations';
import { trial } from '../calibrate-quotations/trial';
import { sampleArticles } from '../calibrate/articles';
import { type Dice, dice } from '../calibrate/random';
import { stepTimes } from '../stepTimes';

const wanted = { quotations: 50, size: 200_000, rounds: 5 };

/**
 * Fifty quotations against a transcript of three hours (200,000 characters, made of articles): a third with the words as said, a third
 * falsified in small ways, a third that nobody said. Processor time, the best of some rounds, and the longest step between two pauses.
 */
export async function bench(): Promise<void> {
  const said = longText(0, wanted.size);
  const source = createSource(said);
  const quotations = quotationsOf(source);
  console.log(`${quotations.length} quotations, ${said.length} characters, ${source.words.length} words`);
  console.log(`reading the transcript: ${best(() => readSteps(said)).total} ms`);
  const kinds = new Map<string, number>();
  for (const quoted of quotations) {
    const { kind } = runSteps(compareQuotation(quoted, [whole(quoted)], source));
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  console.log(`found: ${[...kinds].map(([kind, count]) => `${kind} ${count}`).join(', ')}`);
  const { total, longest } = best(() => compareAll(quotations, source));
  console.log(`comparing: ${total} ms, longest step ${longest} ms`);
}

/** Articles of which none is in the transcript give what nobody said. */
function quotationsOf(source: Source): readonly string[] {
  const random = dice(1);
  const elsewhere = createSource(longText(wanted.size, wanted.size / 4));
  return Array.from({ length: wanted.quotations }, (_, index) => {
    if (index % 3 === 1) return falsified(source, random);
    return passage(index % 3 === 0 ? source : elsewhere, random);
  });
}

function falsified(source: Source, random: Dice): string {
  for (;;) {
    const result = trial(source, random.pick(alterations), random);
    if (result) return result.quoted;
  }
}

/** 8 to 60 words in a row. */
function passage({ text, words }: Source, random: Dice): string {
  const length = 8 + random.below(53);
  const from = random.below(words.length - length);
  return text.slice(words[from]?.span.start, words[from + length - 1]?.span.end);
}

function longText(skipped: number, size: number): string {
  let text = '';
  let passed = 0;
  for (const article of sampleArticles().articles) {
    if (text.length >= size) break;
    if (passed < skipped) passed += article.text.length + 2;
    else text += `${article.text}\n\n`;
  }
  return text.slice(0, size);
}

function whole(text: string): Span {
  return { start: 0, end: text.length };
}

function* readSteps(text: string): Steps<Source> {
  const source = createSource(text);
  yield;
  return source;
}

function* compareAll(quotations: readonly string[], source: Source): Steps<readonly Comparison[]> {
  const found: Comparison[] = [];
  for (const quoted of quotations) found.push(yield* compareQuotation(quoted, [whole(quoted)], source));
  return found;
}

/** Milliseconds of processor time. */
function best(work: () => Steps<unknown>): { readonly total: number; readonly longest: number } {
  let [total, longest] = [Infinity, Infinity];
  for (let round = 0; round < wanted.rounds; round++) {
    const took = stepTimes(work());
    total = Math.min(
      total,
      took.reduce((a, b) => a + b, 0),
    );
    longest = Math.min(longest, Math.max(...took));
  }
  return { total: Math.round(total), longest: Math.round(longest * 10) / 10 };
}
