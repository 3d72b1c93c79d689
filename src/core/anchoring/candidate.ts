import type { Span } from '../util/span';
import { align } from './align';
import { compareContext, longestCompared, unitsAfter, unitsBefore } from './likeness';
import type { Pattern } from './pattern';
import type { Seed } from './seeds';
import { isTelling } from './telling';

/** A place where a selector could be meant. */
export interface Candidate extends Span {
  /** `whole`: words and all context stand; `words`: the words stand; `changed`: something like them does. */
  readonly kind: 'whole' | 'words' | 'changed';
  /** How alike the words are, from 0 to 1. */
  readonly words: number;
  /** Whether a side of the context stands that told the place from all others when it was written. */
  readonly telling: boolean;
  /** Whether it can be the place at all; false where other words stand beside one side of the context. */
  readonly credible: boolean;
  /** The sides of the context that tell places apart: how alike the better one is that can stand alone, and the worse of all. */
  readonly context: {
    readonly sides: number;
    readonly better: number;
    readonly worse: number;
    /** Of the better side of all that are not too short to compare. */
    readonly any: number;
  };
  /** What speaks for the place by itself, in units of text that agree beyond chance. */
  readonly evidence: number;
  /** Set where the words stand nowhere else, and stood nowhere else when they were described: how alike the better side is. */
  readonly only?: number;
}

/** Texts that have nothing to do with each other are about this much alike, so only what lies above it speaks for a place. */
const chance = 0.5;
/** Context and words longer than this add nothing. */
const longestCounted = longestCompared;
/** A unit of the words counts less than one of the context: the same words stand in many places. */
const wordsWeight = 0.35;
/** Words less alike than this speak against a place. */
const wordsChance = 0.6;

/**
 * A side with less of the words' own sentence cannot stand for the place alone: when the sentence is deleted, that side stays,
 * and the next sentence may begin with the same words.
 */
const leastNear = 6;

/** Words so long, and dates and figures, seldom begin the next sentence, too. */
function isDistinct(words: string): boolean {
  return words.length >= 24 || (words.length >= 10 && /\d/.test(words));
}

/** Shorter sides agree by chance. */
const leastForOnly = 8;

/** The place of words that stand only there: as a whole word, it is theirs unless nothing of the context is left beside it. */
export function onlyCandidate(text: string, pattern: Pattern, candidate: Candidate): Candidate {
  const cut = isInsideWord(text, candidate.start) || isInsideWord(text, candidate.end);
  return pattern.once && !cut ? { ...candidate, only: candidate.context.any } : candidate;
}

export function wholeCandidate(pattern: Pattern, at: number): Candidate {
  const { whole, words, exact } = pattern;
  const [start, end] = [at + words.start, at + words.end];
  const evidence = whole.length - exact.length + wordsEvidence(exact.length, 1);
  return { ...weighed(pattern, 'whole', start, end, 1, 1, 1), telling: true, evidence };
}

/** Weighs places where the words of a pattern stand: how much of the context does, too. */
export function wordsWeigher(text: string, pattern: Pattern): (start: number) => Candidate {
  const { whole, words } = pattern;
  const before = compareContext(unitsBefore(whole, words.start, words.start));
  const after = compareContext(unitsAfter(whole, words.end, whole.length - words.end));
  return (start) => {
    const end = start + pattern.exact.length;
    const alikeBefore = before.likeness((n) => text.charCodeAt(start - 1 - n));
    const alikeAfter = after.likeness((n) => text.charCodeAt(end + n));
    return weighed(pattern, 'words', start, end, alikeBefore, alikeAfter, 1);
  };
}

/** What the pattern became around the seed; undefined when nothing of its words is left there. */
export function changedCandidate(text: string, pattern: Pattern, seed: Seed): Candidate | undefined {
  const slack = Math.max(32, Math.ceil(pattern.whole.length / 6));
  const from = Math.max(0, seed.start - slack);
  const window = text.slice(from, seed.start + pattern.whole.length + slack);
  const { boundaries, costs } = align(pattern.whole, window, 2 * slack);
  const { start: first, end: last } = pattern.words;
  const start = wordBoundary(text, from + (boundaries[first] as number), -1);
  const end = wordBoundary(text, from + (boundaries[last] as number), 1);
  if (start >= end) return undefined;
  const cost = (a: number, b: number) => (costs[b] as number) - (costs[a] as number);
  const words = 1 - cost(first, last) / Math.max(last - first, end - start);
  const [near, far] = [
    Math.max(0, first - longestCompared),
    Math.min(pattern.whole.length, last + longestCompared),
  ];
  const before = 1 - cost(near, first) / Math.max(first - near, 1);
  const after = 1 - cost(last, far) / Math.max(far - last, 1);
  return weighed(pattern, 'changed', start, end, Math.max(0, before), Math.max(0, after), Math.max(0, words));
}

function weighed(
  pattern: Pattern,
  kind: Candidate['kind'],
  start: number,
  end: number,
  before: number,
  after: number,
  words: number,
): Candidate {
  const [prefix, suffix] = [pattern.words.start, pattern.whole.length - pattern.words.end];
  const sides = [
    { length: prefix, near: pattern.nearBefore, alike: before },
    { length: suffix, near: pattern.nearAfter, alike: after },
  ].filter(({ length }) => isTelling(length));
  const alike = sides.map((side) => side.alike);
  const distinct = isDistinct(pattern.exact);
  const alone = sides.filter(({ near }) => distinct || near >= leastNear).map((side) => side.alike);
  const evidence =
    contextWeight(prefix, before) + contextWeight(suffix, after) + wordsEvidence(pattern.exact.length, words);
  const any = Math.max(prefix >= leastForOnly ? before : 0, suffix >= leastForOnly ? after : 0);
  const context = { sides: sides.length, better: Math.max(0, ...alone), worse: Math.min(1, ...alike), any };
  const credible = words >= wordsChance || (context.sides === 2 && context.worse >= wordsChance);
  return { kind, start, end, words, telling: context.better === 1, credible, context, evidence };
}

function contextWeight(length: number, alike: number): number {
  return Math.min(length, longestCounted) * Math.max(-0.25, (alike - chance) / (1 - chance));
}

function wordsEvidence(length: number, alike: number): number {
  return (
    wordsWeight * Math.min(length, longestCounted) * Math.max(-1, (alike - wordsChance) / (1 - wordsChance))
  );
}

/** An alignment may end inside a word, of which the whole was meant; looks a few units outwards, else stays. */
function wordBoundary(text: string, at: number, direction: -1 | 1): number {
  for (let step = 0; step <= 12; step++)
    if (!isInsideWord(text, at + direction * step)) return at + direction * step;
  return at;
}

/** Whether a word goes on over the offset. */
export function isInsideWord(text: string, offset: number): boolean {
  return isWordUnit(text, offset - 1) && isWordUnit(text, offset);
}

function isWordUnit(text: string, offset: number): boolean {
  return offset >= 0 && offset < text.length && /[\p{L}\p{N}\p{M}]/u.test(text.charAt(offset));
}
