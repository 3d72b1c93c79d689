import type { TokenizedBlock } from '../types';
import { trimmed, type BlockMarks, type MarkedSpan } from './marks';

/**
 * Adds the answers of an interview, which stand without quotation marks behind their questions, and the lines of a dialogue that
 * open with a dash. An interview is taken for one when at least two questions have their answers.
 */
export function addUnmarkedSpeech(
  blocks: readonly TokenizedBlock[],
  all: readonly BlockMarks[],
): BlockMarks[] {
  const answers = interviewAnswers(blocks.map(({ block }) => block.text));
  return all.map((marks, index) => {
    const text = (blocks[index] as TokenizedBlock).block.text;
    if (answers.has(index)) return withAnswer(text, marks, 'layout');
    return answers.size === 0 && isDialogueLine(blocks, index) ? withAnswer(text, marks, 'dash') : marks;
  });
}

const questionPrefix = /^(?:[—–-]|Q\.|Q ?:|\p{Lu}[\p{L}.’' -]{1,40} ?: ?[—–-]?)\s*/u;
// A name in capitals, initials, or a first name and a surname, then a colon or a dash.
const answerPrefix =
  /^(?:[—–-]|R\.|R\s?:|(?:(?:M\.|Mme|Pr|Dr)\s)?(?:\p{Lu}[\p{Lu}.’' -]*|\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}’'-]+){1,3})\s?(?::\s?(?:[—–-]\s?)?|[—–]\s)(?=[\p{Lu}«"“]))\s*/u;

/** Indices of the blocks that answer the question in the block before them. */
function interviewAnswers(texts: readonly string[]): ReadonlySet<number> {
  const answers = new Set<number>();
  let questions = 0;
  for (let i = 1; i < texts.length; i++) {
    if (!isQuestion(texts[i - 1] as string) || isQuestion(texts[i] as string)) continue;
    if (!isAnswer(texts[i] as string)) continue;
    questions++;
    answers.add(i);
  }
  return questions >= 2 ? answers : new Set();
}

const longestQuestion = 400;

/** Short, to somebody addressed, or ending with a question mark. */
function isQuestion(text: string): boolean {
  if (text.length > longestQuestion || /^(?:R\.|[«"“])/u.test(text)) return false;
  const body = text.replace(questionPrefix, '');
  if (/\?\s*[»”"]?$/u.test(body)) return true;
  return (
    /(?:…|\.\.\.|\.)$/u.test(body) &&
    /(?<![\p{L}])(?:vous|votre|vos)(?![\p{L}])/iu.test(body) &&
    body.length < 250
  );
}

function isAnswer(text: string): boolean {
  return (
    !/^(?:Propos recueillis|Par )/u.test(text) &&
    !/^(?:[«“"]|\([^)]*\)$)/u.test(text) &&
    /[.!?…»”)]$/u.test(text)
  );
}

/** A line that opens with a long dash and reads as a sentence, next to another such line or behind a colon. */
function isDialogueLine(blocks: readonly TokenizedBlock[], index: number): boolean {
  const text = (i: number) => blocks[i]?.block.text ?? '';
  if (!opensDialogue(text(index)) || !/[.!?…]$/u.test(text(index))) return false;
  return opensDialogue(text(index - 1)) || opensDialogue(text(index + 1)) || /:$/u.test(text(index - 1));
}

function opensDialogue(text: string): boolean {
  return /^—\s*\p{Lu}/u.test(text);
}

/** The line without its dash or name as marked words, its remarks in brackets left out; what was marked inside stays inside. */
function withAnswer(text: string, marks: BlockMarks, style: 'layout' | 'dash'): BlockMarks {
  const start = (style === 'dash' ? /^—\s*/u : answerPrefix).exec(text)?.[0].length ?? 0;
  const pieces = withoutRemarks(text, start);
  const added = pieces.map(({ start: from, end }, index): MarkedSpan => ({
    content: trimmed(text, from, end),
    style,
    parent: -1,
    certain: true,
    ...(index > 0 && { continues: true }),
  }));
  const all = [
    ...added.map((item) => ({ item, own: true })),
    ...marks.spans.map((item) => ({ item, own: false })),
  ];
  const ordered = all.toSorted((a, b) => startOf(a.item) - startOf(b.item) || Number(b.own) - Number(a.own));
  const place = new Map(ordered.map(({ item }, index) => [item, index]));
  const spans = ordered.map(({ item, own }) =>
    own ? item : { ...item, parent: parentOf(item, marks, added, place) },
  );
  return { spans };
}

function startOf(item: MarkedSpan): number {
  return item.open?.start ?? item.content.start;
}

function parentOf(
  item: MarkedSpan,
  marks: BlockMarks,
  added: readonly MarkedSpan[],
  place: ReadonlyMap<MarkedSpan, number>,
): number {
  const known =
    item.parent >= 0
      ? marks.spans[item.parent]
      : added.find(({ content }) => content.start <= item.content.start && item.content.end <= content.end);
  return known === undefined ? -1 : (place.get(known) ?? -1);
}

const remark = /\((?:Elle|Il|Rires?|Silence|Sourire|Un temps|Long silence)[^()]{0,80}\)/gu;

function withoutRemarks(text: string, start: number): { start: number; end: number }[] {
  const pieces: { start: number; end: number }[] = [];
  let from = start;
  for (const match of text.matchAll(remark)) {
    if (match.index > from) pieces.push({ start: from, end: match.index });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ start: from, end: text.length });
  return pieces.filter(
    (piece) => trimmed(text, piece.start, piece.end).end > trimmed(text, piece.start, piece.end).start,
  );
}
