import { type Span, span } from '../util/span';
import type { Steps } from '../util/steps';
import { align, type Alignment, type Step } from './align';
import { promisingWindows } from './places';
import { type QuotedWord, readQuoted } from './quoted';
import type { Source } from './source';

/** How a quotation stands to its source, from the best to the worst. */
export const likenesses = [
  /** Character by character, but for line breaks and kinds of spaces. */
  'verbatim',
  /** The same words: other punctuation, case, marks, a number written out, hesitations left out. */
  'typographic',
  /** The same words, with gaps or an editor's words that the quotation marks by (…) or […]. */
  'abridged',
  /** Words are missing, and nothing says so. */
  'omission',
  /** The same words in another order. */
  'reordered',
  /** Sentences that the source has far from each other, and nothing says so. */
  'joined',
  'changed',
  'notFound',
] as const;
export type Likeness = (typeof likenesses)[number];

/** One word or gap of a comparison, in the order of the quotation. */
export type Difference =
  | { readonly kind: 'same' | 'changed'; readonly quoted: Span; readonly source: Span }
  | { readonly kind: 'added'; readonly quoted: Span }
  | { readonly kind: 'omitted'; readonly source: Span; readonly as: 'unmarked' | 'marked' | 'filler' };

export interface Comparison {
  readonly kind: Likeness;
  /** The passage in the source's text from the first to the last word of the quotation; absent where it was not found. */
  readonly passage?: Span;
  /** Word by word; empty where it was not found. Spans of the article, and of the source's text. */
  readonly differences: readonly Difference[];
}

/** Less of its words in one place, and the quotation was not found there. */
const leastShare = 0.5;
/** So much of each sentence must stand somewhere for sentences to be called joined. */
const sentenceShare = 0.85;
/** A stretch of this many words left out, or a shorter one over a sentence's end, is no slip: what it parts was joined. */
const farWords = 15;
const farOverSentence = 8;
const windowsTried = 4;

/**
 * Finds a quotation in its source and says how it differs. "Verbatim" is said only of the same characters in the same order;
 * of two places the one that is nearer to the quotation is taken.
 *
 * @param parts the quotation's content in `text`, in order
 */
export function* compareQuotation(text: string, parts: readonly Span[], source: Source): Steps<Comparison> {
  const { words } = readQuoted(text, parts);
  const whole = yield* bestAlignment(words, source);
  if (whole && shareOf(whole, words.length) >= sentenceShare && !isJoined(whole, source))
    return comparison(kindOf(whole, words, text, parts, source), whole.steps, words, source);
  const pieces = yield* joinedPieces(words, source);
  if (pieces) return comparison('joined', pieces, words, source);
  if (!whole || shareOf(whole, words.length) < leastShare) return { kind: 'notFound', differences: [] };
  const kind = isJoined(whole, source) ? 'joined' : kindOf(whole, words, text, parts, source);
  return comparison(kind, whole.steps, words, source);
}

function* bestAlignment(words: readonly QuotedWord[], source: Source): Steps<Alignment | undefined> {
  let best: Alignment | undefined;
  for (const { from, to } of promisingWindows(words, source, windowsTried)) {
    const found = align(words, source.words, from, to);
    if (!best || found.cost < best.cost) best = found;
    yield;
    if (best.cost === 0) break;
  }
  return best;
}

function shareOf({ steps }: Alignment, words: number): number {
  return words === 0 ? 0 : steps.filter(({ kind }) => kind === 'same').length / words;
}

/** Whether a long stretch was left out in one place without a word. */
function isJoined({ steps }: Alignment, source: Source): boolean {
  let run = 0;
  let overSentence = false;
  for (const step of steps) {
    const isGap = step.kind === 'omitted' && step.as !== 'marked';
    run = isGap ? run + 1 : 0;
    overSentence = isGap && (overSentence || source.words[step.source]?.endsSentence === true);
    if (run >= farWords || (overSentence && run >= farOverSentence)) return true;
  }
  return false;
}

/** The steps of each sentence by itself, where each stands somewhere in the source. */
function* joinedPieces(words: readonly QuotedWord[], source: Source): Steps<readonly Step[] | undefined> {
  const sentences = sentencesOf(words);
  if (sentences.length < 2) return undefined;
  const steps: Step[] = [];
  for (const { start, end } of sentences) {
    const piece = words.slice(start, end);
    const found = yield* bestAlignment(piece, source);
    if (!found || shareOf(found, piece.length) < sentenceShare) return undefined;
    steps.push(
      ...found.steps.map((step) => ('quoted' in step ? { ...step, quoted: step.quoted + start } : step)),
    );
  }
  return steps;
}

/** Ranges of words that end with a sentence or before a marked gap. */
function sentencesOf(words: readonly QuotedWord[]): readonly Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (const [index, word] of words.entries()) {
    const isLast = index === words.length - 1;
    if (!isLast && !word.endsSentence && words[index + 1]?.afterGap !== true) continue;
    sentences.push(span(start, index + 1));
    start = index + 1;
  }
  return sentences;
}

function kindOf(
  { steps }: Alignment,
  words: readonly QuotedWord[],
  text: string,
  parts: readonly Span[],
  source: Source,
): Likeness {
  const changed = steps.filter(({ kind }) => kind === 'changed' || kind === 'added');
  const omitted = steps.filter((step) => step.kind === 'omitted' && step.as === 'unmarked');
  if (changed.length > 0) return isReordered(steps, words, source) ? 'reordered' : 'changed';
  if (omitted.length > 0) return 'omission';
  if (words.some(({ afterGap }) => afterGap)) return 'abridged';
  const passage = passageOf(steps, source);
  const said = parts.map(({ start, end }) => text.slice(start, end)).join(' ');
  const isExact = passage && plain(said) === plain(source.text.slice(passage.start, passage.end));
  return isExact ? 'verbatim' : 'typographic';
}

/** Whether what differs is the same words on both sides. */
function isReordered(steps: readonly Step[], words: readonly QuotedWord[], source: Source): boolean {
  const quoted = steps.flatMap((step) =>
    step.kind === 'changed' || step.kind === 'added' ? [words[step.quoted]?.key ?? ''] : [],
  );
  const missing = steps.flatMap((step) =>
    step.kind === 'changed' || (step.kind === 'omitted' && step.as === 'unmarked')
      ? [source.words[step.source]?.key ?? '']
      : [],
  );
  return quoted.length === missing.length && quoted.sort().join(' ') === missing.sort().join(' ');
}

/** Without what stands at its edges and is no word, soft hyphens, and differences of spaces. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\u00ad/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

function passageOf(steps: readonly Step[], source: Source): Span | undefined {
  const places = steps.flatMap((step) => ('source' in step ? [step.source] : []));
  if (places.length === 0) return undefined;
  const first = source.words[places.reduce((a, b) => Math.min(a, b))];
  const last = source.words[places.reduce((a, b) => Math.max(a, b))];
  return first && last && span(first.span.start, last.span.end);
}

function comparison(
  kind: Likeness,
  steps: readonly Step[],
  words: readonly QuotedWord[],
  source: Source,
): Comparison {
  const passage = passageOf(steps, source);
  const quotedSpan = (index: number): Span => (words[index] as QuotedWord).span;
  const sourceSpan = (index: number): Span => source.words[index]?.span ?? span(0, 0);
  const differences = steps.map((step): Difference => {
    if (step.kind === 'added') return { kind: 'added', quoted: quotedSpan(step.quoted) };
    if (step.kind === 'omitted') return { kind: 'omitted', source: sourceSpan(step.source), as: step.as };
    return { kind: step.kind, quoted: quotedSpan(step.quoted), source: sourceSpan(step.source) };
  });
  return { kind, ...(passage && { passage }), differences };
}
