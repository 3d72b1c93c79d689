/**
 * Checks a folder of annotated press texts: `npx tsx src/tools/train/checkPress.ts FOLDER [--notices] [FILE…]`.
 * One line a problem, `FILE:LINE: code: detail`; exit code 1 when there is one. `--notices` also lists names that one
 * place of a text marks and another does not, which is worth a look and may be right (Orange, the colour).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePressText, type PressText } from './pressText';

const [folder = '.', ...rest] = process.argv.slice(2);
const notices = rest.includes('--notices');
const only = rest.filter((argument) => !argument.startsWith('--'));
const totals = {
  texts: 0,
  words: 0,
  entities: 0,
  direct: 0,
  mixed: 0,
  indirect: 0,
  notQuotations: 0,
  problems: 0,
};

for (const name of readdirSync(folder).sort()) {
  if (!name.endsWith('.txt') || (only.length > 0 && !only.includes(name))) continue;
  const source = readFileSync(join(folder, name), 'utf8');
  const press = parsePressText(source);
  count(press);
  for (const problem of press.problems)
    console.log(`${name}:${lineAt(source, problem.offset)}: ${problem.code}: ${oneLine(problem.detail)}`);
  if (notices) for (const notice of unmarkedRepeats(press)) console.log(`${name}: notice: ${notice}`);
}
console.log(JSON.stringify(totals));
process.exitCode = totals.problems > 0 ? 1 : 0;

function count(press: PressText): void {
  totals.texts += 1;
  totals.words += press.text.split(/\s+/).filter(Boolean).length;
  totals.entities += press.entities.length;
  for (const quotation of press.quotations) totals[quotation.kind] += 1;
  totals.notQuotations += press.notQuotations.length;
  totals.problems += press.problems.length;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 77)}…` : line;
}

function unmarkedRepeats(press: PressText): string[] {
  const names = new Set(
    press.entities.filter(({ type }) => type !== 'hour' && type !== 'date').map(({ text }) => text),
  );
  return [...names].flatMap((name) => {
    const pattern = new RegExp(
      `(?<![\\p{L}\\d])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\d])`,
      'gu',
    );
    return [...press.text.matchAll(pattern)]
      .filter(({ index }) => !press.entities.some(({ start, end }) => start <= index && index < end))
      .map(
        ({ index }) =>
          `${name} unmarked in “${oneLine(press.text.slice(Math.max(0, index - 25), index + name.length + 25))}”`,
      );
  });
}
