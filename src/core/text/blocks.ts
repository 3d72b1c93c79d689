import type { Span } from '../util/span';
import { type ArticleFormat, type Block, type BlockKind } from './block';
import type { Steps } from '../util/steps';
import { scanMarkdown } from './markdown';

/** Longest block in UTF-16 code units: one block is one slice of work between two looks at the clock. */
export const longestBlock = 5000;

const blocksPerStep = 64;

interface Line extends Span {
  readonly text: string;
  /** Set by the format: a Markdown heading or list item. */
  readonly kind?: BlockKind;
}

/**
 * The prose of an article as blocks in text order. Line ends may be LF, CRLF or CR. Never throws; linear in the text.
 * In plain text a line is a paragraph, unless lines are hard-wrapped, and a short line without final punctuation is a heading.
 */
export function* splitBlocks(text: string, format: ArticleFormat): Steps<readonly Block[]> {
  const masked =
    format === 'markdown' ? yield* scanMarkdown(text) : { text, kinds: new Map<number, BlockKind>() };
  const blocks: Block[] = [];
  let done = 0;
  for (const run of runsOfLines(masked.text, masked.kinds)) {
    for (const group of joinWrapped(run)) {
      addBlocks(blocks, masked.text, group);
      if (blocks.length - done < blocksPerStep) continue;
      done = blocks.length;
      yield;
    }
  }
  return format === 'plain' ? markByline(blocks) : blocks;
}

/** Lines between blank lines. */
function* runsOfLines(text: string, kinds: ReadonlyMap<number, BlockKind>): Generator<Line[]> {
  let run: Line[] = [];
  for (const line of lines(text)) {
    const trimmed = trim(text, line);
    if (trimmed) {
      const kind = kinds.get(line.start);
      run.push({ ...trimmed, text: text.slice(trimmed.start, trimmed.end), ...(kind && { kind }) });
    } else if (run.length > 0) {
      yield run;
      run = [];
    }
  }
  if (run.length > 0) yield run;
}

function* lines(text: string): Generator<Span> {
  let start = 0;
  const end = /\r\n|[\n\r\u2028\u2029\f]/gu;
  for (let match = end.exec(text); match; match = end.exec(text)) {
    yield { start, end: match.index };
    start = end.lastIndex;
  }
  yield { start, end: text.length };
}

function trim(text: string, line: Span): Span | undefined {
  let { start, end } = line;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return end > start ? { start, end } : undefined;
}

function isBlank(unit: number): boolean {
  return (
    unit === 0x20 || unit === 0x09 || unit === 0xa0 || unit === 0x202f || unit === 0xfeff || unit === 0x0b
  );
}

/** Groups of lines that make one paragraph each. */
function joinWrapped(run: readonly Line[]): Line[][] {
  const wrapped = isHardWrapped(run);
  const groups: Line[][] = [];
  for (const line of run) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && joins(before, line, wrapped)) group.push(line);
    else groups.push([line]);
  }
  return groups;
}

const startsItem = /^(?:[-–—•*]\s|\d+[.)]\s)/u;
const endsSentence = /[.!?…:;»”")\]]$/u;

function joins(before: Line, line: Line, wrapped: boolean): boolean {
  if (before.kind === 'headline' || before.kind === 'subheading' || line.kind || startsItem.test(line.text))
    return false;
  return wrapped || (/^\p{Ll}/u.test(line.text) && !endsSentence.test(before.text));
}

/** At least three lines of about the same length, none longer than a terminal is wide: mail and agency copy. */
function isHardWrapped(run: readonly Line[]): boolean {
  if (run.length < 3) return false;
  let longest = 0;
  for (const line of run) longest = Math.max(longest, line.text.length);
  if (longest < 50 || longest > 100) return false;
  return run.slice(0, -1).every((line) => line.text.length >= longest * 0.7);
}

function addBlocks(blocks: Block[], text: string, group: readonly Line[]): void {
  const first = group[0] as Line;
  const whole = { start: first.start, end: (group.at(-1) as Line).end };
  const kind =
    first.kind ??
    kindOf(
      text.slice(whole.start, Math.min(whole.end, whole.start + 400)),
      spanLong(whole),
      blocks.length === 0,
    );
  for (const [index, part] of cut(text, whole).entries()) {
    blocks.push({ kind, span: part, text: text.slice(part.start, part.end), continues: index > 0 });
  }
}

function spanLong(span: Span): boolean {
  return span.end - span.start > 220;
}

function kindOf(text: string, long: boolean, first: boolean): BlockKind {
  if (startsItem.test(text)) return 'listItem';
  if (!long && /^(?:Par|De notre|Propos recueillis)\s/u.test(text) && !/[.!?]$/u.test(text)) return 'byline';
  if (long || endsSentence.test(text) || /[,«]$/u.test(text))
    return !long && first && /[?!»”]$/u.test(text) ? 'headline' : 'paragraph';
  return first ? 'headline' : text.length <= 140 ? 'subheading' : 'paragraph';
}

/** Parts of at most `longestBlock` units, cut behind a sentence end if there is one, else a space, never inside a surrogate pair. */
function cut(text: string, whole: Span): Span[] {
  const parts: Span[] = [];
  let start = whole.start;
  while (whole.end - start > longestBlock) {
    const end = cutPoint(text, start, start + longestBlock);
    parts.push({ start, end });
    start = end;
  }
  parts.push({ start, end: whole.end });
  return parts;
}

function cutPoint(text: string, start: number, limit: number): number {
  const window = text.slice(start, limit);
  const sentence = Math.max(
    window.lastIndexOf('. '),
    window.lastIndexOf('» '),
    window.lastIndexOf('! '),
    window.lastIndexOf('? '),
  );
  if (sentence > longestBlock / 2) return start + sentence + 2;
  const space = window.lastIndexOf(' ');
  if (space > longestBlock / 2) return start + space + 1;
  const last = text.charCodeAt(limit - 1);
  return last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit;
}

/** The last line of plain text, when it is a name rather than a sentence, signs the article. */
function markByline(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.at(-1);
  if (!last || blocks.length < 3 || last.kind !== 'subheading' || last.text.length > 60) return blocks;
  return [...blocks.slice(0, -1), { ...last, kind: 'byline' }];
}
