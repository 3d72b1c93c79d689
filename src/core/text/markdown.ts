import type { Steps } from '../util/steps';
import type { BlockKind } from './block';

const linesPerStep = 128;

/** Markdown with everything that is not prose replaced by spaces: same length, same line ends, so offsets hold. */
export interface ScannedMarkdown {
  readonly text: string;
  /** Kind of the lines that the syntax says something about, by the offset of the line's start. */
  readonly kinds: ReadonlyMap<number, BlockKind>;
}

/**
 * A line scanner rather than a CommonMark parser: it is linear whatever the input (a full parser's worst case would block the
 * editor), and prose needs only front matter, code, headings, list markers, link targets, HTML and emphasis marks found.
 */
export function* scanMarkdown(text: string): Steps<ScannedMarkdown> {
  const kinds = new Map<number, BlockKind>();
  const out: string[] = [];
  let fence: string | undefined;
  let offset = frontMatterEnd(text);
  out.push(blank(text.slice(0, offset)));
  while (offset < text.length) {
    const end = lineEnd(text, offset);
    const line = text.slice(offset, end);
    const mark = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark && mark.startsWith(fence) && /^\s*[`~]+\s*$/u.test(line)) fence = undefined;
      out.push(blank(line));
    } else if (mark) {
      fence = mark;
      out.push(blank(line));
    } else out.push(scanLine(line, offset, kinds));
    offset = end;
    if (out.length % linesPerStep === 0) yield;
  }
  return { text: out.join(''), kinds };
}

/** Same length, line ends kept. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

/** Offset behind a YAML front matter block at the very start, 0 when there is none or it is never closed. */
export function frontMatterEnd(text: string): number {
  const open = /^\ufeff?---[ \t]*\r?\n/u.exec(text);
  if (!open) return 0;
  const close = /^(?:---|\.\.\.)[ \t]*\r?$/gmu;
  close.lastIndex = open[0].length;
  const match = close.exec(text);
  return match ? lineEnd(text, match.index) : 0;
}

function scanLine(line: string, offset: number, kinds: Map<number, BlockKind>): string {
  if (/^(?: {4}|\t)/u.test(line) && !/^\s*(?:[-*+]|\d+[.)])\s/u.test(line)) return blank(line);
  if (/^\s*(?:[-*_]\s*){3,}$|^\s*\[[^\]]{1,200}\]:\s|^[ |:=-]+\r?\n?$/u.test(line)) return blank(line);
  const prefix = /^\s*(?:(#{1,6})\s+|((?:>\s?)+)|(?:[-*+]|\d+[.)])\s+)/u.exec(line);
  if (prefix?.[1]) kinds.set(offset, prefix[1].length === 1 ? 'headline' : 'subheading');
  else if (prefix && !prefix[2]) kinds.set(offset, 'listItem');
  const head = prefix ? prefix[0].length : 0;
  return blank(line.slice(0, head)) + maskInline(line.slice(head).replace(/\s#+(?=\s*$)/u, blank));
}

// Each quantifier is bounded or excludes its own start, so that a hostile line costs no more than its length.
const inline: readonly RegExp[] = [
  /(`{1,3})[^`]{1,500}\1/gu,
  /<!--[^>]{0,500}-->|<\/?[a-zA-Z][^<>]{0,500}>/gu,
  /(?<=\])\((?:[^()\s]|\([^()\s]{0,200}\)){0,1000}(?:\s+"[^"]{0,300}")?\)|(?<=\])\[[^\][]{0,200}\]/gu,
  /!?\[(?=[^\][]{1,500}\]\s{3})|\](?=\s{2})/gu,
  /\*{1,3}|(?<![\p{L}\p{N}])_{1,3}|_{1,3}(?![\p{L}\p{N}])|~~|\\(?=[*_[\]()#+.!`>-])/gu,
];

function maskInline(line: string): string {
  return inline.reduce((text, pattern) => text.replace(pattern, blank), line);
}
