import { compareSpans, type Span, spanLength } from '../../util/span';
import type { Steps } from '../../util/steps';
import type { ArticleView, ViewQuotation } from '../types';
import { countWords } from '../words';

/** How much room one speaker gets. */
export interface SpeakerRoom {
  /** Key of the entity in the view; absent for all quotations whose speaker is open. */
  readonly speaker?: string;
  /** Indices into the view's quotations, in text order. */
  readonly quotations: readonly number[];
  readonly words: number;
  /** Of all quoted words, in [0, 1]. Words that two people say together count for each of them. */
  readonly share: number;
}

/** Who gets how much room: most words first, those without a speaker last. */
export interface SpeakingRoom {
  readonly speakers: readonly SpeakerRoom[];
  /** Quoted words; those of a quotation in a quotation count once. */
  readonly words: number;
  readonly quotations: number;
}

const quotationsPerStep = 100;

export function* speakingRoom(view: ArticleView, text: string): Steps<SpeakingRoom> {
  const found = new Map<string | undefined, number[]>();
  for (const [index, quotation] of view.quotations.entries()) {
    if (!hasWords(quotation)) continue;
    for (const speaker of quotation.speakers.length > 0 ? new Set(quotation.speakers) : [undefined]) {
      const quotations = found.get(speaker);
      if (quotations) quotations.push(index);
      else found.set(speaker, [index]);
    }
  }
  const all = view.quotations.filter(hasWords);
  const words = yield* wordsOf(all, text);
  const speakers: SpeakerRoom[] = [];
  for (const [speaker, quotations] of found) {
    const own = yield* wordsOf(
      quotations.flatMap((index) => view.quotations[index] ?? []),
      text,
    );
    const share = words === 0 ? 0 : own / words;
    speakers.push({ ...(speaker !== undefined && { speaker }), quotations, words: own, share });
  }
  return { speakers: speakers.toSorted(byRoom), words, quotations: all.length };
}

/** An edit may have deleted them. */
export function hasWords({ content }: ViewQuotation): boolean {
  return content.some((part) => spanLength(part) > 0);
}

function byRoom(a: SpeakerRoom, b: SpeakerRoom): number {
  const isOpen = ({ speaker }: SpeakerRoom): number => (speaker === undefined ? 1 : 0);
  return isOpen(a) - isOpen(b) || b.words - a.words || (a.quotations[0] ?? 0) - (b.quotations[0] ?? 0);
}

/** Words of quotations that may hold each other. */
export function* wordsOf(quotations: readonly ViewQuotation[], text: string): Steps<number> {
  const parts = quotations.flatMap(({ content }) => content).toSorted(compareSpans);
  let words = 0;
  let end = 0;
  for (const [index, part] of parts.entries()) {
    if (index % quotationsPerStep === quotationsPerStep - 1) yield;
    const rest: Span = { start: Math.max(part.start, end), end: part.end };
    if (rest.end <= rest.start) continue;
    words += countWords(text.slice(rest.start, rest.end));
    end = rest.end;
  }
  return words;
}
