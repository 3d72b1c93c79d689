/** Where in the article something is named, drawn small. */
export interface MentionProfile {
  /** One block character for each part of the article, the taller the more mentions; the lowest for none. */
  readonly line: string;
  /** The third that holds two thirds of the mentions or more; `throughout` where none does. */
  readonly where: 'beginning' | 'middle' | 'end' | 'throughout';
}

const parts = 12;
const bars = '▁▂▃▄▅▆▇█';

/** `offsets` in text order, of a text of this length. `undefined` for fewer than three mentions, which say nothing so. */
export function mentionProfile(offsets: readonly number[], length: number): MentionProfile | undefined {
  if (offsets.length < 3 || length <= 0) return undefined;
  const counts = countIn(offsets, length, parts);
  const most = Math.max(...counts);
  const bar = (count: number) => bars.charAt(Math.ceil((count / most) * (bars.length - 1)));
  return { line: counts.map(bar).join(''), where: whereOf(countIn(offsets, length, 3), offsets.length) };
}

function countIn(offsets: readonly number[], length: number, into: number): readonly number[] {
  const counts = Array.from({ length: into }, () => 0);
  for (const offset of offsets) {
    const part = Math.min(into - 1, Math.max(0, Math.floor((offset / length) * into)));
    counts[part] = (counts[part] as number) + 1;
  }
  return counts;
}

function whereOf(
  [first = 0, second = 0, third = 0]: readonly number[],
  all: number,
): MentionProfile['where'] {
  const [beginning, middle, end] = [first, second, third].map((count) => count * 3 >= all * 2);
  if (beginning) return 'beginning';
  return middle ? 'middle' : end ? 'end' : 'throughout';
}
