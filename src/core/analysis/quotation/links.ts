import { insertedWords, stressedPronouns } from '../../language/fr/speech/functionWords';
import { WordFlag } from '../../language/fr/speech/wordFlags';
import type { CueFound } from './cues';
import { tokenRange, wholeOf, wordAt, type Passage } from './passage';
import { classOf } from './phrases';
import type { Span } from '../../util/span';

/** How marked words stand to the words of saying. */
export type Relation =
  /** « … », a dit X */
  | 'after'
  /** « …, a dit X, … » */
  | 'incise'
  /** « … », a dit X, « … »: the second part */
  | 'split'
  /** X a dit : « … » */
  | 'colon'
  /** X a dit que « … » */
  | 'that'
  /** X a dénoncé « … », a parlé d’une « … » */
  | 'object'
  /** selon X, « … » or « … », selon X */
  | 'attributed'
  /** Another clause lies between. */
  | 'far'
  /** No words of saying in the sentence. */
  | 'none';

export interface Link {
  /** Index of the marked span in its passage. */
  readonly mark: number;
  readonly relation: Relation;
  /** Index of the cue, absent for `none`. */
  readonly cue?: number;
  readonly score: number;
  /** Tokens between. */
  readonly distance: number;
}

/** The words of saying that each marked span belongs to, by position and construction; at most a sentence is searched. */
export function linkMarks(passage: Passage, cues: readonly CueFound[]): readonly Link[] {
  const links: Link[] = [];
  for (const [index] of passage.marks.entries()) links.push(linkOf(passage, cues, index, links));
  return links;
}

/** Tokens between a marked span and its words of saying at most: keeps the cost linear in a block full of both. */
const farthest = 80;

function linkOf(passage: Passage, cues: readonly CueFound[], mark: number, earlier: readonly Link[]): Link {
  const scene = sceneOf(passage, mark);
  let best: Link = { mark, relation: 'none', score: 0, distance: 0 };
  const from = Math.max(scene.sentence.start, scene.whole.start - farthest);
  const to = Math.min(scene.sentence.end, scene.whole.end + farthest);
  for (let k = firstCueFrom(cues, from); k < cues.length; k++) {
    const cue = cues[k] as CueFound;
    if (cue.start >= to) break;
    const link = relate(passage, cue, k, mark, scene, earlier);
    if (link && link.score > best.score) best = link;
  }
  return best;
}

/** Where a marked span stands, in tokens. */
export interface Scene {
  /** The span with its marks. */
  readonly whole: Span;
  /** The reporter's sentence around it; for a nested span what the outer span holds. */
  readonly sentence: Span;
  /** Value of `inside` at its level. */
  readonly level: number;
}

export function sceneOf(passage: Passage, index: number): Scene {
  const mark = passage.marks[index] as Passage['marks'][number];
  const whole = tokenRange(passage.tokens, wholeOf(mark));
  if (mark.parent >= 0) {
    const outer = tokenRange(passage.tokens, (passage.marks[mark.parent] as typeof mark).content);
    return { whole, sentence: sentenceIn(passage.block.sentences, outer, whole.start), level: mark.parent };
  }
  return { whole, sentence: sentenceAt(passage.sentences, whole.start), level: -1 };
}

/** The sentence that holds the token, by binary search. */
export function sentenceAt(sentences: readonly Span[], token: number): Span {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((sentences[middle] as Span).start <= token) low = middle;
    else high = middle - 1;
  }
  return sentences[low] ?? { start: 0, end: 0 };
}

function sentenceIn(sentences: readonly Span[], outer: Span, token: number): Span {
  const own = sentenceAt(sentences, token);
  return { start: Math.max(own.start, outer.start), end: Math.min(Math.max(own.end, token + 1), outer.end) };
}

function firstCueFrom(cues: readonly CueFound[], token: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cues[middle] as CueFound).end <= token) low = middle + 1;
    else high = middle;
  }
  return low;
}

function relate(
  passage: Passage,
  cue: CueFound,
  k: number,
  mark: number,
  scene: Scene,
  earlier: readonly Link[],
): Link | undefined {
  const level = passage.inside[cue.head] as number;
  const made = (relation: Relation, score: number, distance: number): Link => ({
    mark,
    relation,
    cue: k,
    score,
    distance,
  });
  if (level === mark) return isIncise(passage, cue) ? made('incise', 6, 0) : undefined;
  if (level !== scene.level) return undefined;
  if (cue.form === 'preposition') return attributed(passage, cue, scene, made);
  if (cue.start >= scene.whole.end) return following(passage, cue, scene, made);
  if (cue.end <= scene.whole.start) return preceding(passage, cue, k, scene, earlier, made);
  return undefined;
}

type Make = (relation: Relation, score: number, distance: number) => Link;

function attributed(passage: Passage, cue: CueFound, scene: Scene, made: Make): Link | undefined {
  const strict = cue.lemma === 'pour' || cue.lemma === 'suivant';
  const opens = cue.start === scene.sentence.start || /^[,(–—:]$/u.test(wordAt(passage, cue.start - 1));
  if (strict && !(opens && namesSomebody(passage, cue))) return undefined;
  if (cue.start >= scene.whole.end) {
    const distance = cue.start - scene.whole.end;
    return made('attributed', (opens ? 4.5 : 3.5) - 0.12 * distance, distance);
  }
  const distance = scene.whole.start - cue.end;
  return made('attributed', (strict ? 2.6 : 3.8) - 0.08 * distance, distance);
}

/** Whether a name or a person stands right behind "pour". */
export function namesSomebody(passage: Passage, cue: CueFound): boolean {
  const limit = Math.min(cue.end + 7, passage.tokens.count);
  if (stressedPronouns.has(wordAt(passage, cue.end)) && /^[,:]$/u.test(wordAt(passage, cue.end + 1)))
    return true;
  if (isPersonBehind(passage, cue.end) && wordAt(passage, cue.start - 1) !== ',') return true;
  for (let i = cue.end; i < limit; i++) {
    const mention = passage.mentions[passage.mentionAt[i] as number];
    if (mention?.type === 'person' || mention?.type === 'organization') return true;
    if (/^[,.:;«"]$/u.test(wordAt(passage, i))) return false;
  }
  return false;
}

/** "Pour le parquet,", "Pour ses détracteurs,": an article and a noun that can speak. */
function isPersonBehind(passage: Passage, at: number): boolean {
  if (!/^(?:le|la|l'|les|son|sa|ses|leurs?|certains|ce|cet|cette)$/u.test(wordAt(passage, at))) return false;
  const kind = classOf(wordAt(passage, at + 1));
  return (
    kind === 'person' ||
    kind === 'group' ||
    /^(?:parquet|gouvernement|syndicat|défense|collectif|police|opposition|association|direction)$/u.test(
      wordAt(passage, at + 1),
    )
  );
}

function following(passage: Passage, cue: CueFound, scene: Scene, made: Make): Link | undefined {
  const gap = gapBetween(passage, scene.whole.end, cue.start);
  if (cue.form !== 'finite') return made('far', 0.9 - 0.02 * gap.words, gap.words);
  if (gap.words === 0) return made('after', gap.comma ? 6 : 5.4, 0);
  if (gap.marks || gap.stop) return made('far', 1 - 0.02 * gap.words, gap.words);
  const direct = /q/u.test(cue.frames);
  if (gap.words <= 3 && gap.onlyAdverbs) return made('after', 5, gap.words);
  return made(
    gap.comma && direct && gap.words < 12 ? 'after' : 'far',
    gap.comma && direct ? 2.6 - 0.08 * gap.words : 1.2 - 0.05 * gap.words,
    gap.words,
  );
}

function preceding(
  passage: Passage,
  cue: CueFound,
  k: number,
  scene: Scene,
  earlier: readonly Link[],
  made: Make,
): Link {
  const gap = gapBetween(passage, cue.end, scene.whole.start);
  const before = wordAt(passage, scene.whole.start - 1);
  const weaker = cue.form === 'finite' ? 0 : 0.5;
  const split = earlier.some(
    (link) =>
      link.cue === k &&
      (link.relation === 'after' || link.relation === 'incise' || link.relation === 'attributed'),
  );
  const resumes = /^[,;:.–—(]$/u.test(before) || gap.words === 0;
  if (split && resumes && !gap.stop && gap.words < 16)
    return made('split', 4.6 - 0.05 * gap.words, gap.words);
  if (before === ':') return made('colon', 5 - weaker - 0.05 * gap.words - (gap.marks ? 1 : 0), gap.words);
  if (/^(?:que|qu')$/u.test(before) && /c/u.test(cue.frames))
    return made('that', 5 - weaker - 0.06 * gap.words, gap.words);
  const base = gap.marks ? 3 : 3.6;
  const score = base - weaker - 0.1 * gap.words - (gap.clause ? 0.8 : 0) - (gap.stop ? 1.5 : 0);
  return made(gap.words <= 14 && !gap.stop ? 'object' : 'far', Math.max(score, 0.3), gap.words);
}

interface Gap {
  readonly words: number;
  readonly comma: boolean;
  readonly marks: boolean;
  readonly stop: boolean;
  readonly clause: boolean;
  readonly onlyAdverbs: boolean;
}

/** What lies between two tokens of a sentence. */
function gapBetween({ flags, inside }: Passage, start: number, end: number): Gap {
  let [words, seen, marks, onlyAdverbs] = [0, 0, false, true];
  const [before, behind] = [inside[start - 1] ?? -1, inside[end] ?? -1];
  for (let i = start; i < end; i++) {
    const flag = flags[i] as number;
    if (inside[i] !== behind && inside[i] !== before) marks = true;
    seen |= flag;
    if ((flag & separators) !== 0) continue;
    words++;
    if ((flag & WordFlag.Inserted) === 0) onlyAdverbs = false;
  }
  return {
    words,
    comma: (seen & (WordFlag.Comma | WordFlag.Dash | WordFlag.Hyphen)) !== 0,
    marks,
    stop: (seen & WordFlag.Stop) !== 0,
    clause: (seen & WordFlag.ClauseOpener) !== 0,
    onlyAdverbs,
  };
}

const separators = WordFlag.Comma | WordFlag.Dash | WordFlag.Hyphen | WordFlag.Stop;

/** Words of saying set between commas inside the quoted words, verb before subject. */
export function isIncise(passage: Passage, cue: CueFound): boolean {
  if (cue.form !== 'finite' || cue.passive) return false;
  const before = wordAt(passage, cue.start - 1);
  if (!/^[,–—(!?…-]$/u.test(before)) return false;
  if (cue.clitic !== undefined)
    return (
      !/^(?:je|tu|nous|vous|on)$/u.test(wordAt(passage, cue.clitic)) || wordAt(passage, cue.clitic) === 'on'
    );
  return invertedSubject(passage, cue);
}

/** Whether a name or a noun phrase, not "que" or an object pronoun, comes right behind. */
export function invertedSubject(passage: Passage, cue: CueFound): boolean {
  let i = cue.end;
  while (
    i < passage.tokens.count &&
    i < cue.end + 6 &&
    (insertedWords.has(wordAt(passage, i)) || wordAt(passage, i).endsWith('ment'))
  )
    i++;
  if ((passage.mentionAt[i] ?? -1) >= 0) return true;
  return /^(?:le|la|les|l'|un|une|des|son|sa|ses|leur|leurs|ce|cet|cette|ces|m\.|mme|me|plusieurs|certains|deux|trois)$/u.test(
    wordAt(passage, i),
  );
}
