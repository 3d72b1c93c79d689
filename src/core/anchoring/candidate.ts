import type { Span } from '../util/span';
import { align, similarity } from './align';
import type { Pattern } from './pattern';
import type { Seed } from './seeds';

/** A place where a selector could be meant. */
export interface Candidate extends Span {
  /** `whole`: words and all context stand; `words`: the words stand; `changed`: something like them does. */
  readonly kind: 'whole' | 'words' | 'changed';
  /** How alike the context before and after is, and the words, from 0 to 1. */
  readonly before: number;
  readonly after: number;
  readonly words: number;
  /** Whether a whole side of the context stands that is long enough to have been unique when it was written. */
  readonly telling: boolean;
  /** What speaks for the place by itself, in units of text that agree beyond chance. */
  readonly evidence: number;
}

/** Texts that have nothing to do with each other are about this much alike, so only what lies above it speaks for a place. */
const chance = 0.5;
/** Context and words longer than this add nothing. */
const longestCounted = 40;
/** A unit of the words counts less than one of the context: the same words stand in many places. */
const wordsWeight = 0.35;
/** Words less alike than this speak against a place. */
const wordsChance = 0.6;

/** A side of the context shorter than this stands in several places too often to tell one from the other. */
export const tellingLength = 20;

export function wholeCandidate(pattern: Pattern, at: number): Candidate {
  return weighed(pattern, 'whole', at + pattern.words.start, at + pattern.words.end, 1, 1, 1);
}

/** The words stand at `start`; how much of the context does is measured. */
export function wordsCandidate(text: string, pattern: Pattern, start: number): Candidate {
  const end = start + pattern.exact.length;
  const prefix = pattern.whole.slice(0, pattern.words.start);
  const suffix = pattern.whole.slice(pattern.words.end);
  const backwards = Array.from({ length: prefix.length }, (_, i) => prefix[prefix.length - 1 - i]).join('');
  const before = text.endsWith(prefix, start)
    ? 1
    : similarity(backwards, (n) => text.charCodeAt(start - 1 - n));
  const after = text.startsWith(suffix, end) ? 1 : similarity(suffix, (n) => text.charCodeAt(end + n));
  return weighed(pattern, 'words', start, end, before, after, 1);
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
  const [atFirst, atLast, total] = [costs[first] as number, costs[last] as number, costs.at(-1) as number];
  const words = 1 - (atLast - atFirst) / Math.max(last - first, end - start);
  const before = 1 - atFirst / Math.max(first, 1);
  const after = 1 - (total - atLast) / Math.max(pattern.whole.length - last, 1);
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
  const telling = (before === 1 && prefix >= tellingLength) || (after === 1 && suffix >= tellingLength);
  const evidence =
    contextWeight(prefix, before) + contextWeight(suffix, after) + wordsEvidence(pattern.exact.length, words);
  return { kind, start, end, before, after, words, telling, evidence };
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
  const inside = (offset: number) => isWordUnit(text, offset - 1) && isWordUnit(text, offset);
  for (let step = 0; step <= 12; step++) if (!inside(at + direction * step)) return at + direction * step;
  return at;
}

function isWordUnit(text: string, offset: number): boolean {
  return offset >= 0 && offset < text.length && /[\p{L}\p{N}\p{M}]/u.test(text.charAt(offset));
}
