import type { QuoteSelector } from '../annotation/record';
import { type FoldedText, foldInSteps, unfold } from '../text/foldedText';
import { type Span, span } from '../util/span';
import { inSteps, type Steps } from '../util/steps';
import { bar, stateOf } from './bar';
import { type Candidate, changedCandidate, onlyCandidate, wholeCandidate, wordsWeigher } from './candidate';
import { type Choice, chooseTogether } from './chain';
import { findAll } from './findAll';
import { type Pattern, patternsOf } from './pattern';
import type { Placement } from './placement';
import { type Seed, seedsOf } from './seeds';
import { isTelling } from './telling';

/** More places than these of one selector are not weighed against each other. */
const mostCandidates = 8;
const mostSeeds = 3;
const perStep = 4;

/** Places selectors, given in the order of the file, all together. */
export function* placeSelectors(
  text: string,
  selectors: readonly QuoteSelector[],
): Steps<readonly Placement[]> {
  const folded = yield* foldInSteps(text);
  const patterns = yield* patternsOf(selectors);
  const { candidates, choices } = yield* choosePlaces(folded.folded, patterns);
  return yield* inSteps(choices, (choice, i): Placement => {
    if (!choice) return { state: 'orphan' };
    const state = stateOf(choice);
    if (state === 'orphan') return { state };
    if (state === 'uncertain')
      return { state, candidates: ranked(folded, candidates[i] as readonly Candidate[]) };
    const { exact } = selectors[i] as QuoteSelector;
    const { lead } = patterns[i] as Pattern;
    return { state, span: originalSpan(text, folded, exact, lead, choice.candidate) };
  });
}

export interface Choices {
  readonly candidates: readonly (readonly Candidate[])[];
  readonly choices: readonly (Choice | undefined)[];
}

/** The most likely places of all patterns in a folded text, whether they are likely enough or not. */
export function* choosePlaces(folded: string, patterns: readonly Pattern[]): Steps<Choices> {
  const candidates = yield* candidatesOf(folded, patterns);
  const choices = yield* chooseTogether(candidates, folded.length);
  return { candidates, choices };
}

function ranked(folded: FoldedText, candidates: readonly Candidate[]): readonly Span[] {
  return candidates.toSorted((a, b) => b.evidence - a.evidence).map((candidate) => unfold(folded, candidate));
}

/** Words that begin or end with something that folding drops are taken as they stand where they stand so. */
function originalSpan(text: string, folded: FoldedText, exact: string, lead: number, at: Span): Span {
  const found = unfold(folded, at);
  const start = found.start - lead;
  return start >= 0 && text.startsWith(exact, start) ? span(start, start + exact.length) : found;
}

/** For each selector what it could mean: the one place where it stands whole, or else all that is worth a look. */
function* candidatesOf(text: string, patterns: readonly Pattern[]): Steps<readonly (readonly Candidate[])[]> {
  const wholes = yield* findAll(
    text,
    patterns.map(({ whole }) => whole),
  );
  const twins = yield* twinsOf(text, patterns);
  const found = [
    ...(yield* inSteps(wholes, (places, i) =>
      places.map((at) => wholeCandidate(patterns[i] as Pattern, at)),
    )),
  ];
  const once = found.map((own, i) => own.length === 1 && !twins[i]);
  if (once.every(Boolean)) return found;
  const sure = once.map((value, i) => value && found[i]?.[0]?.context.sides !== 0);
  // Something was edited: what stands out of order may be a copy whose original was changed.
  const ordered = inOrder(found, sure);
  const open = patterns.map((_, i) => i).filter((i) => !sure[i] || !ordered[i]);
  const taken = takenBy(patterns, found, sure);
  const openPatterns = open.map((i) => patterns[i] as Pattern);
  const words = yield* findAll(
    text,
    openPatterns.map(({ exact }) => exact),
  );
  const seeds = yield* seedsOf(text, openPatterns, mostSeeds);
  for (const [k, i] of open.entries()) {
    const pattern = patterns[i] as Pattern;
    const places = words[k] as readonly number[];
    const standing = places
      .filter((at) => !(taken.get(pattern.exact)?.has(at) ?? false))
      .map(wordsWeigher(text, pattern))
      .map((place) => (places.length === 1 ? onlyCandidate(text, pattern, place) : place));
    const known = [...(found[i] as Candidate[]), ...standing];
    const elsewhere = (seeds[k] ?? []).filter(
      (seed) => !known.some((place) => isAbout(seed, pattern, place)),
    );
    const changed = elsewhere.flatMap((seed) => changedCandidate(text, pattern, seed) ?? []);
    found[i] = best([...known, ...changed]);
    if (k % perStep === perStep - 1) yield;
  }
  return found;
}

/** How far the start that a seed names may be off. */
const seedError = 48;

/** Whether the seed is a place that is known already, because the words stand there in their context. */
function isAbout({ start }: Seed, { words }: Pattern, place: Candidate): boolean {
  const clear = place.kind === 'whole' || place.context.better >= bar.movedBetter;
  return clear && Math.abs(start + words.start - place.start) < seedError;
}

/** Which of the sure places keep the order of the file: a longest ascending run of them (patience sorting). */
function inOrder(found: readonly (readonly Candidate[])[], sure: readonly boolean[]): readonly boolean[] {
  const start = (i: number) => (found[i]?.[0] as Candidate).start;
  const tails: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const i of found.keys()) {
    if (!sure[i]) continue;
    const at = firstIndex(tails, (tail) => start(tail) > start(i));
    before.set(i, tails[at - 1]);
    tails[at] = i;
  }
  const kept = found.map(() => false);
  for (let i = tails.at(-1); i !== undefined; i = before.get(i)) kept[i] = true;
  return kept;
}

/** Index of the first item for which the test holds, given that it holds for all after it. */
function firstIndex<T>(items: readonly T[], test: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Whether the words stand more than once with one whole side of their context. They did not when they were described, so one of
 * the places is a copy, and it may be the one where the other side stands too.
 */
function* twinsOf(text: string, patterns: readonly Pattern[]): Steps<readonly boolean[]> {
  const before = yield* findAll(
    text,
    patterns.map(({ whole, words }) => (isTelling(words.start) ? whole.slice(0, words.end) : '')),
    2,
  );
  const after = yield* findAll(
    text,
    patterns.map(({ whole, words }) => (isTelling(whole.length - words.end) ? whole.slice(words.start) : '')),
    2,
  );
  return patterns.map((_, i) => before[i]?.length === 2 || after[i]?.length === 2);
}

/** Places that a selector with the same words has for certain: another one with other context cannot mean them. */
function takenBy(
  patterns: readonly Pattern[],
  found: readonly (readonly Candidate[])[],
  sure: readonly boolean[],
): ReadonlyMap<string, ReadonlySet<number>> {
  const taken = new Map<string, Set<number>>();
  for (const [i, [only]] of found.entries()) {
    if (!only || !sure[i]) continue;
    const { exact } = patterns[i] as Pattern;
    const places = taken.get(exact) ?? new Set();
    taken.set(exact, places.add(only.start));
  }
  return taken;
}

/** The strongest ones; of those with the same place the one that explains it best. */
function best(candidates: readonly Candidate[]): Candidate[] {
  const kinds = { whole: 0, words: 1, changed: 2 };
  const sorted = candidates.toSorted((a, b) => b.evidence - a.evidence || kinds[a.kind] - kinds[b.kind]);
  const kept: Candidate[] = [];
  for (const candidate of sorted) {
    if (kept.length === mostCandidates) break;
    const same = kept.some(({ start, end }) => start === candidate.start && end === candidate.end);
    if (!same) kept.push(candidate);
  }
  return kept;
}
