import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Analyzer } from '../../core/analysis/analyzer';
import { loadAnalyzer } from '../../cli/analysis';
import { parsePressText } from '../train/pressText';
import { fromRoot } from '../paths';

/** What one run of an analysis cost. */
interface Cost {
  readonly milliseconds: number;
  /** Longest time between two yields: how long the editor could have waited. */
  readonly longestStep: number;
}

/** The whole analysis on one core: characters a second by size, hostile texts, and again after one key. */
export async function bench(): Promise<void> {
  const press = pressTexts();
  const { analyzer, warning } = await loadAnalyzer();
  if (warning !== undefined) console.log(warning);
  measure(analyzer, textOf(press, 200_000));
  console.log('by size                      characters    ms    characters/s   longest step ms');
  for (const size of [1_000, 10_000, 100_000, 1_000_000, 10_000_000])
    await row(`press text`, textOf(press, size));
  console.log('hostile');
  for (const [name, text] of hostileTexts()) await row(name, text);
  console.log('after one key, the rest unchanged');
  for (const size of [10_000, 1_000_000]) await afterOneKey(textOf(press, size));
}

async function row(name: string, text: string): Promise<void> {
  const runs = text.length < 200_000 ? 5 : 1;
  const costs: Cost[] = [];
  for (let i = 0; i < runs; i++) costs.push(measure((await loadAnalyzer()).analyzer, text));
  print(name, text, best(costs));
}

async function afterOneKey(text: string): Promise<void> {
  const { analyzer } = await loadAnalyzer();
  measure(analyzer, text);
  const middle = text.indexOf(' ', text.length >> 1);
  const costs = Array.from({ length: 5 }, (_, i) =>
    measure(analyzer, `${text.slice(0, middle)}${'x'.repeat(i + 1)}${text.slice(middle)}`),
  );
  print('one key more', text, best(costs));
}

function measure(analyzer: Analyzer, text: string): Cost {
  const start = performance.now();
  let longestStep = 0;
  let before = start;
  const steps = analyzer.analyze(text, 'plain');
  for (;;) {
    const { done } = steps.next();
    const now = performance.now();
    longestStep = Math.max(longestStep, now - before);
    before = now;
    if (done) return { milliseconds: now - start, longestStep };
  }
}

function best(costs: readonly Cost[]): Cost {
  return costs.reduce((a, b) => (b.milliseconds < a.milliseconds ? b : a));
}

function print(name: string, text: string, { milliseconds, longestStep }: Cost): void {
  const speed = Math.round(text.length / (milliseconds / 1000));
  console.log(
    `${name.padEnd(26)} ${String(text.length).padStart(12)} ${milliseconds.toFixed(1).padStart(8)} ${String(speed).padStart(12)} ${longestStep.toFixed(1).padStart(10)}`,
  );
}

function pressTexts(): string {
  const folder = fromRoot('test', 'press');
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return files.map((file) => parsePressText(readFileSync(join(folder, file), 'utf8')).text).join('\n\n');
}

/** Different paragraphs at each repetition: equal ones would be analysed once. */
function textOf(press: string, size: number): string {
  let text = '';
  for (let round = 0; text.length < size; round++)
    text += press.replaceAll('. ', ` n° ${round}. `).slice(0, size - text.length);
  return text;
}

function hostileTexts(): readonly (readonly [string, string])[] {
  const csv = Array.from(
    { length: 40_000 },
    (_, i) => `${i};"Dupont, Jean";Lyon;2019-03-${(i % 28) + 1};${i * 7},50`,
  ).join('\n');
  return [
    ['one line of 5 MB', 'Le maire de Lyon, Jean Dupont, a dit oui. '.repeat(120_000)],
    ['5 MB without a space', 'a'.repeat(5_000_000)],
    ['100,000 capitals', 'A'.repeat(100_000)],
    ['100,000 capitalised words', 'Paris '.repeat(100_000)],
    ['a CSV dump', csv],
    ['unbalanced marks, 5 MB', 'Il dit « non et “ oui '.repeat(220_000)],
    ['closing marks, 1 MB', '» ” '.repeat(250_000)],
  ];
}
