import type { Steps } from '../../util/steps';
import type { TimeExpression, TokenizedBlock } from '../types';
import type { TimeParts } from './expression';
import { timePatterns } from './patterns';

const around = 24;

interface Compiled {
  readonly expression: RegExp;
  readonly read: (typeof timePatterns)[number]['read'];
}

const compiled: readonly Compiled[] = timePatterns.map(({ source, read }) => ({
  expression: new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'iuy'),
  read,
}));

/**
 * Runs each pattern, so that the first article does not wait for all of them to be compiled in one go. Engines compile a pattern
 * when it is used for the second time, and apart for texts with and without characters beyond Latin-1, such as typographic marks.
 */
export function* warmUpTimes(): Steps<void> {
  for (const { expression } of compiled) {
    for (const text of ['1', '1’']) {
      for (let use = 0; use < 2; use++) {
        expression.lastIndex = 0;
        expression.test(text);
      }
      yield;
    }
  }
}

/** A cheap look for where a time can start, so that the patterns are tried at few places. */
const starts =
  /(?<![\p{L}\p{N}])(?:\d|(?:jan|fé?v|mar|avr|mai|jui|ao[uû]|sep|oct|nov|d[eé]c|lun|mer|jeu|ven|sam|dim|mi|fin|déb|print|été|auto|hiv|il|dans|l[ae' ’]|ce|avant-h|hier|aujourd|après-d|dem|[XVI]+[^\p{Lu}]))/giu;

/** Dates and hours of one block, in text order, not overlapping. A pure function of the block's text; linear. */
export function findTimes(block: TokenizedBlock): readonly TimeExpression[] {
  const text = block.block.text;
  const found: TimeExpression[] = [];
  let from = 0;
  for (;;) {
    starts.lastIndex = from;
    const start = starts.exec(text)?.index;
    if (start === undefined) return found;
    const time = timeAt(text, start);
    if (time) found.push(time);
    from = time ? time.span.end : start + 1;
  }
}

function timeAt(text: string, start: number): TimeExpression | undefined {
  for (const { expression, read } of compiled) {
    expression.lastIndex = start;
    const match = expression.exec(text);
    if (!match) continue;
    const end = start + match[0].length;
    const parts = read(
      match.groups ?? {},
      text.slice(Math.max(0, start - around), start),
      text.slice(end, end + around),
    );
    if (parts && isPossible(parts))
      return { span: { start, end }, type: parts.kind === 'hour' ? 'hour' : 'date', parts };
  }
  return undefined;
}

const longestMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isPossible(parts: TimeParts): boolean {
  if (parts.kind === 'hour') return parts.hour <= 24 && (parts.minute ?? 0) < 60;
  return (
    parts.kind !== 'day' || parts.month === undefined || parts.day <= (longestMonth[parts.month - 1] ?? 0)
  );
}
