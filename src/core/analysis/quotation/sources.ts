import { stressedPronouns } from '../../language/fr/speech/functionWords';
import { WordFlag } from '../../language/fr/speech/wordFlags';
import type { CueFound } from './cues';
import { score, type Weights } from './linear';
import { findPhrases, type Phrase } from './phrases';
import { isPunctuation, wordAt, type Passage } from './passage';
import type { Span } from '../../util/span';
import { sceneOf, sentenceAt } from './links';

/** A phrase that could be the subject of the words of saying, with what speaks for it. */
export interface SourceCandidate {
  readonly phrase: Phrase;
  readonly features: readonly string[];
  readonly score: number;
}

/** The phrases of each sentence, found once and kept for all its cues. */
export interface PhraseIndex {
  /** Phrases at the cue's level around it, left to right. */
  around(cue: CueFound): readonly Phrase[];
}

export function createPhraseIndex(passage: Passage, cues: readonly CueFound[]): PhraseIndex {
  const verbs = new Uint8Array(passage.tokens.count);
  for (const cue of cues)
    verbs.fill(1, cue.form === 'preposition' ? cue.start : Math.min(cue.start, cue.head), cue.end);
  const kept = new Map<string, readonly Phrase[]>();
  return {
    around(cue) {
      const range = scopeOf(passage, cue);
      const key = `${range.start} ${range.end} ${passage.inside[cue.head]}`;
      const known = kept.get(key);
      if (known) return known;
      const level = passage.inside[cue.head];
      const phrases = findPhrases(passage, range, (i) => verbs[i] === 1).filter(
        (phrase) => passage.inside[phrase.head] === level,
      );
      kept.set(key, phrases);
      return phrases;
    },
  };
}

/** The reporter's sentence, or within marks the sentence of what they hold. */
function scopeOf(passage: Passage, cue: CueFound): Span {
  const level = passage.inside[cue.head] as number;
  return sentenceAt(level < 0 ? passage.sentences : passage.block.sentences, cue.head);
}

/** Possible subjects of the cue, best first. */
export function findSources(
  passage: Passage,
  cue: CueFound,
  phrases: readonly Phrase[],
  weights: Weights,
): readonly SourceCandidate[] {
  const own = cliticOf(passage, cue);
  if (own) return [{ phrase: own, features: ['clitic'], score: 9 }];
  const near = nearby(phrases, cue);
  const candidates = near
    .map((phrase) => rated(passage, cue, phrase, near, weights))
    .filter((candidate) => candidate !== undefined);
  return candidates.sort((a, b) => b.score - a.score);
}

/** Phrases that could speak in the sentence of marked words without words of saying: their place is taken by the marks. */
export function sourcesWithoutCue(
  passage: Passage,
  mark: number,
  index: PhraseIndex,
  weights: Weights,
): readonly SourceCandidate[] {
  const { whole, sentence, level } = sceneOf(passage, mark);
  const head = [whole.start - 1, whole.end].find(
    (i) => i >= sentence.start && i < sentence.end && passage.inside[i] === level,
  );
  if (head === undefined || isAlone(passage, sentence, level)) return [];
  const place: CueFound = {
    start: whole.start,
    end: whole.end,
    head,
    lemma: '',
    tone: 'neutral',
    frames: '',
    form: 'absent',
    passive: false,
    negated: false,
    conditional: false,
  };
  return findSources(passage, place, index.around(place), weights);
}

/** Whether the sentence holds nothing but marked words. */
function isAlone(passage: Passage, sentence: Span, level: number): boolean {
  for (let i = sentence.start; i < sentence.end; i++)
    if (passage.inside[i] === level && !isPunctuation(passage, i)) return false;
  return true;
}

/** The twelve phrases before the cue and the eight behind it: enough for any sentence, and a bound on the cost. */
function nearby(phrases: readonly Phrase[], cue: CueFound): readonly Phrase[] {
  const after = phrases.findIndex((phrase) => phrase.start >= cue.end);
  const middle = after < 0 ? phrases.length : after;
  return phrases.slice(Math.max(0, middle - 12), middle + 8);
}

function cliticOf(passage: Passage, cue: CueFound): Phrase | undefined {
  if (cue.clitic === undefined) return undefined;
  const [phrase] = findPhrases(passage, { start: cue.clitic, end: cue.clitic + 1 }, () => false);
  return phrase;
}

function rated(
  passage: Passage,
  cue: CueFound,
  phrase: Phrase,
  near: readonly Phrase[],
  weights: Weights,
): SourceCandidate | undefined {
  if (cue.form === 'preposition' && phrase.start < cue.end) return undefined;
  const features = sourceFeatures(passage, cue, phrase, near);
  return { phrase, features, score: score(weights, features) };
}

/** What tells whether the phrase is the subject; names are stable, weights are trained on them. */
export function sourceFeatures(
  passage: Passage,
  cue: CueFound,
  phrase: Phrase,
  near: readonly Phrase[],
): readonly string[] {
  const before = phrase.end <= cue.start;
  const side = `${cue.passive ? 'passive' : cue.form}:${before ? 'L' : 'R'}`;
  const gap = before ? between(passage, phrase.end, cue.start) : between(passage, cue.end, phrase.start);
  const order = orderOf(phrase, near, cue, before);
  const kind =
    phrase.kind === 'name'
      ? `name-${typeOf(passage, phrase)}`
      : phrase.kind === 'pronoun'
        ? 'pronoun'
        : `noun-${phrase.nounClass}`;
  const features = [
    side,
    `${side}:${gap.size}`,
    `kind:${kind}`,
    `${before ? 'L' : 'R'}:kind:${kind}`,
    `${side}:order:${order}`,
  ];
  if (phrase.preposition)
    features.push(
      'governed',
      `${before ? 'L' : 'R'}:governed:${phrase.preposition === 'par' ? 'par' : 'other'}${cue.passive ? ':passive' : ''}`,
    );
  if (gap.comma) features.push(`${before ? 'L' : 'R'}:comma`);
  if (gap.verb) features.push(`${before ? 'L' : 'R'}:verb-between`);
  if (gap.marks) features.push(`${before ? 'L' : 'R'}:marks-between`);
  if (gap.stop) features.push('stop-between');
  if (gap.that) features.push(`${before ? 'L' : 'R'}:that-between`);
  if (gap.who) features.push('who-between', gap.whoAdjacent ? 'who-adjacent' : 'who-far');
  if (cue.plural !== undefined && before && !cue.passive)
    features.push(
      cue.plural === phrase.plural || phrase.kind === 'name' ? 'number-agrees' : 'number-differs',
    );
  if (cue.plural !== undefined && !before)
    features.push(cue.plural === phrase.plural ? 'R:number-agrees' : 'R:number-differs');
  if (!phrase.determiner && phrase.kind === 'noun') features.push('bare');
  if (before && isFirst(passage, phrase, cue)) features.push('first-in-sentence');
  if (cue.form === 'absent') features.push(...absentFeatures(passage, cue, phrase, before));
  if (!before && isInvertible(passage, cue)) features.push('R:after-marks');
  if (before && !isInvertible(passage, cue)) features.push('L:plain-order');
  return features;
}

/** Before a colon, or in brackets or behind a dash right behind the marks. */
function absentFeatures(passage: Passage, place: CueFound, phrase: Phrase, before: boolean): string[] {
  if (before) return [`absent:${wordAt(passage, place.start - 1) === ':' ? 'colon' : 'plain'}`];
  const sign = wordAt(passage, place.end);
  return phrase.start === place.end + 1 && /^[(–—-]$/u.test(sign)
    ? ['absent:behind-sign']
    : ['absent:behind'];
}

interface Between {
  readonly size: string;
  readonly comma: boolean;
  readonly verb: boolean;
  readonly marks: boolean;
  readonly stop: boolean;
  readonly that: boolean;
  readonly who: boolean;
  readonly whoAdjacent: boolean;
}

const farthestSource = 60;

function between(passage: Passage, start: number, end: number): Between {
  const { flags, inside } = passage;
  const level = inside[start - 1] ?? -1;
  let [words, seen, marks] = [0, 0, false];
  for (let i = start; i < end && i < start + farthestSource; i++) {
    const flag = flags[i] as number;
    if (inside[i] !== level) marks = true;
    else seen |= kindBetween(flag);
    if ((flag & (WordFlag.Inserted | WordFlag.Clitic)) === 0 && !isPunctuation(passage, i)) words++;
  }
  return {
    size: words === 0 ? '0' : words <= 2 ? '1' : words <= 5 ? '3' : words <= 10 ? '6' : '11',
    comma: (seen & pauses) !== 0,
    verb: (seen & verbs) !== 0,
    marks,
    stop: (seen & stops) !== 0,
    that: (seen & WordFlag.That) !== 0,
    who: (seen & WordFlag.Who) !== 0,
    whoAdjacent: wordAt(passage, end - 1) === 'qui' || wordAt(passage, end - 2) === 'qui',
  };
}

const pauses = WordFlag.Comma | WordFlag.Dash | WordFlag.Bracket;
const stops = WordFlag.Stop | WordFlag.Colon;
const verbs = WordFlag.Auxiliary | WordFlag.CommonFinite;

/** What the word counts as: a word of several classes is the first of these. */
function kindBetween(flag: number): number {
  for (const kind of [pauses, stops, WordFlag.That, WordFlag.Who, verbs])
    if ((flag & kind) !== 0) return flag & kind;
  return 0;
}

/** How many free phrases lie between it and the cue: 0, 1, 2, 3 for more. */
function orderOf(phrase: Phrase, near: readonly Phrase[], cue: CueFound, before: boolean): number {
  let count = 0;
  for (const other of near) {
    if (other === phrase || other.preposition) continue;
    const lies = before
      ? other.start >= phrase.end && other.end <= cue.start
      : other.start >= cue.end && other.end <= phrase.start;
    if (lies) count++;
  }
  return Math.min(count, 3);
}

function typeOf(passage: Passage, phrase: Phrase): string {
  return phrase.mention === undefined ? 'unknown' : (passage.mentions[phrase.mention]?.type ?? 'unknown');
}

function isFirst(passage: Passage, phrase: Phrase, cue: CueFound): boolean {
  const { start } = scopeOf(passage, cue);
  return phrase.start - start <= 1;
}

/** Whether quoted words or a comma stand right before the cue: then its subject may follow it. */
function isInvertible(passage: Passage, cue: CueFound): boolean {
  const before = cue.start - 1;
  if (before < 0) return false;
  return (
    /^[,–—(!?…»”"-]$/u.test(wordAt(passage, before)) || passage.inside[before] !== passage.inside[cue.head]
  );
}

/** "selon lui", "d’après elle": the pronoun behind the preposition. */
export function stressedSource(passage: Passage, cue: CueFound): Phrase | undefined {
  if (cue.form !== 'preposition') return undefined;
  const pronoun = stressedPronouns.get(wordAt(passage, cue.end));
  if (!pronoun) return undefined;
  return {
    start: cue.end,
    end: cue.end + 1,
    head: cue.end,
    kind: 'pronoun',
    complements: [],
    nounClass: 'person',
    ...pronoun,
  };
}
