import type { Span } from '../util/span';
import { type ComparedWord, comparedWords } from './words';

/** A quotation as it is compared: its words, and where it says itself that something was left out or put in. */
export interface Quoted {
  readonly words: readonly QuotedWord[];
}

export interface QuotedWord extends ComparedWord {
  /** Words may stand before it in the source: the quotation marks the gap, by (…), […] or an insertion in brackets. */
  readonly afterGap: boolean;
}

/** A gap that is marked: an ellipsis in brackets or without, or words in square brackets, which are the editor's. */
const gaps = /\(\s*(?:…|\.{3,})\s*\)|\[[^\]]{0,200}\]|…|\.{3,}/gu;

/** `parts` in the order of the text, each with its words; between two of them stood only words of saying. */
export function readQuoted(text: string, parts: readonly Span[]): Quoted {
  const words: QuotedWord[] = [];
  for (const part of parts) {
    let from = part.start;
    let afterGap = false;
    for (const gap of [...text.slice(part.start, part.end).matchAll(gaps)]) {
      const start = part.start + gap.index;
      push(words, text, { start: from, end: start }, afterGap);
      afterGap = true;
      from = start + gap[0].length;
    }
    push(words, text, { start: from, end: part.end }, afterGap);
  }
  return { words };
}

function push(words: QuotedWord[], text: string, { start, end }: Span, afterGap: boolean): void {
  const found = comparedWords(text.slice(start, end));
  for (const [index, word] of found.entries()) {
    words.push({
      ...word,
      span: { start: word.span.start + start, end: word.span.end + start },
      afterGap: afterGap && index === 0,
    });
  }
}
