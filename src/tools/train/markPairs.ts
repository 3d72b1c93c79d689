/**
 * The pairs of quotation marks of a text, as the spans between them (marks excluded, spaces kept; UTF-16, half-open).
 * A line is a paragraph: a mark left open runs to the line's end (the next paragraph opens its own), a mark that closes
 * nothing runs from the line's start. « » and “ ” nest; straight marks alternate.
 */
export function markPairs(text: string): readonly MarkPair[] {
  const pairs: MarkPair[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    pairs.push(...pairsOfLine(line, start));
    start += line.length + 1;
  }
  return pairs.sort((a, b) => a.start - b.start);
}

export interface MarkPair {
  readonly start: number;
  readonly end: number;
  /** Whether both marks are there. */
  readonly whole: boolean;
}

const closers = new Map([
  ['«', '»'],
  ['“', '”'],
  ['"', '"'],
]);

function pairsOfLine(line: string, offset: number): MarkPair[] {
  const pairs: MarkPair[] = [];
  const open: { closer: string; start: number }[] = [];
  for (const match of line.matchAll(/[«»“”"]/g)) {
    const mark = match[0];
    const at = offset + match.index;
    if (open.at(-1)?.closer === mark) pairs.push({ start: open.pop()?.start ?? at, end: at, whole: true });
    else if (closers.has(mark)) open.push({ closer: closers.get(mark) ?? '', start: at + 1 });
    else pairs.push({ start: offset, end: at, whole: false });
  }
  for (const { start } of open) pairs.push({ start, end: offset + line.length, whole: false });
  return pairs;
}
