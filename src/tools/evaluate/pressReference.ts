import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { createArticleText } from '../../core/text/articleText';
import { parsePressText } from '../train/pressText';

/** Writes annotated press texts as the reference files that the scorers read: `.txt`, brat `.ann`, quotations `.json`. */
export function writePressReference(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const file of readdirSync(from).filter((name) => name.endsWith('.txt'))) {
    const press = parsePressText(readFileSync(join(from, file), 'utf8'));
    const base = file.replace(/\.txt$/, '');
    writeFileSync(join(to, file), press.text);
    writeFileSync(join(to, `${base}.ann`), bratOf(press));
    writeFileSync(join(to, `${base}.json`), JSON.stringify(quotationsOf(file, press)));
  }
}

type Press = ReturnType<typeof parsePressText>;

function bratOf({ text, entities }: Press): string {
  const article = createArticleText(text);
  const line = ({ type, start, end, text: words }: Press['entities'][number], index: number) =>
    `T${index + 1}\t${type[0]?.toUpperCase()}${type.slice(1)} ${article.toCodePoint(start)} ${article.toCodePoint(end)}\t${words}\n`;
  return entities.map(line).join('');
}

function quotationsOf(file: string, press: Press): unknown {
  const article = createArticleText(press.text);
  const inPoints = (_key: string, value: unknown) =>
    isPiece(value)
      ? { ...value, start: article.toCodePoint(value.start), end: article.toCodePoint(value.end) }
      : value;
  return JSON.parse(
    JSON.stringify({ file, quotations: press.quotations, notQuotations: press.notQuotations }, inPoints),
  );
}

function isPiece(value: unknown): value is { start: number; end: number } {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}
