import type { CueTone } from '../../annotation/suggestion';
import {
  auxiliaries,
  beForms,
  clitics,
  commonFiniteVerbs,
  conjunctions,
  determiners,
  impersonalPronouns,
  infinitiveAuxiliaries,
  insertedWords,
  prepositions,
  reflexives,
  subjectPronouns,
} from '../../language/fr/speech/functionWords';
import {
  causativeReadings,
  completions,
  reportingReadings,
  type VerbReading,
} from '../../language/fr/speech/lexicon';
import { attributingPrepositions } from '../../language/fr/speech/attributions';
import { isPunctuation, type Passage } from './passage';

/** Words of saying found in a block; token indices, end exclusive. */
export interface CueFound {
  readonly start: number;
  readonly end: number;
  /** The token that carries the lemma. */
  readonly head: number;
  readonly lemma: string;
  readonly tone: CueTone;
  readonly frames: string;
  /** How the cue is built: it decides where its speaker stands. */
  readonly form: 'finite' | 'infinitive' | 'participle' | 'preposition' | 'absent';
  /** Token index of "il" in "a-t-il". */
  readonly clitic?: number;
  readonly plural?: boolean;
  readonly feminine?: boolean;
  readonly passive: boolean;
  readonly negated: boolean;
  readonly conditional: boolean;
}

/** All words of saying in the block, in text order; linear in its tokens. */
export function findCues(passage: Passage): readonly CueFound[] {
  const cues: CueFound[] = [];
  for (let i = 0; i < passage.tokens.count; i++) {
    const cue = cueAt(passage, i) ?? joinedParticiple(passage, i, cues.at(-1));
    if (!cue) continue;
    cues.push(cue);
    i = Math.max(i, cue.end - 1);
  }
  return cues;
}

function cueAt(passage: Passage, i: number): CueFound | undefined {
  return (
    prepositionAt(passage, i) ??
    causativeAt(passage, i) ??
    verbAt(passage, i) ??
    anyVerbBehindMarks(passage, i)
  );
}

/** Words between a compound and the participle that shares its auxiliary at most. */
const farthestShared = 60;

/** "a confirmé que …, et proposé de …": a participle without an auxiliary of its own. */
function joinedParticiple(passage: Passage, i: number, first: CueFound | undefined): CueFound | undefined {
  const { words, inside } = passage;
  if (!first || first.form !== 'finite' || first.head === first.start || first.passive) return undefined;
  if (i - first.end > farthestShared || inside[i] !== inside[first.head]) return undefined;
  if (!/^(?:et|puis|mais)$/u.test(words[i - 1] ?? '')) return undefined;
  if (!/^(?:que|qu'|de|d'|à|avoir|être|vouloir|son|sa|:|«|"|“)$/u.test(words[i + 1] ?? '')) return undefined;
  const reading = reportingReadings(words[i] as string).find(
    ({ mood, plural, feminine }) => mood === 'pastParticiple' && !plural && !feminine,
  );
  if (!reading || reading.verb.frames.includes('r')) return undefined;
  const cue = base(passage, i, i, i + 1, reading, 'finite');
  return {
    ...cue,
    ...(first.plural !== undefined && { plural: first.plural }),
    conditional: first.conditional,
  };
}

/**
 * Any verb reports when it stands right behind quoted words with its subject inverted: "« … », calcule-t-il", "« … », coupe le
 * président", "« … », a imagé un gouverneur".
 */
function anyVerbBehindMarks(passage: Passage, i: number): CueFound | undefined {
  const { words, inside } = passage;
  const gap = words[i - 1] === ',' ? 2 : 1;
  const closing = inside[i - gap] ?? -1;
  if (closing >= 0 && gap === 2 && inside[i] === closing) return anyVerbInside(passage, i);
  if (closing < 0 || inside[i] !== (passage.marks[closing]?.parent ?? -1)) return undefined;
  const end = unknownGroupEnd(passage, i);
  if (end === undefined) return undefined;
  const verb = { lemma: words[end - 1] as string, tone: 'neutral' as const, frames: 'q' };
  const cue = base(passage, end - 1, i, end, { form: verb.lemma, mood: 'finite', verb }, 'finite');
  const cued = withClitic(passage, cue, end);
  return cued.clitic !== undefined || (gap === 2 && isInvertedNoun(passage, end)) ? cued : undefined;
}

/** Inside marked words only a pronoun set behind the verb tells: "« Oui, approuve-t-il. On verra »". */
function anyVerbInside(passage: Passage, i: number): CueFound | undefined {
  const word = passage.words[i] as string;
  const pronoun = invertedPronoun(passage, i + 1);
  if (pronoun === undefined || !/^(?:il|elle|ils|elles|on)$/u.test(passage.words[pronoun] as string))
    return undefined;
  if (!/^\p{Ll}{3,}$/u.test(word) || commonFiniteVerbs.has(word)) return undefined;
  const verb = { lemma: word, tone: 'neutral' as const, frames: 'q' };
  return withClitic(
    passage,
    base(passage, i, i, i + 1, { form: word, mood: 'finite', verb }, 'finite'),
    i + 1,
  );
}

/** One unknown verb, or an auxiliary with what looks like a participle. */
function unknownGroupEnd(passage: Passage, i: number): number | undefined {
  const { words } = passage;
  const word = words[i] as string;
  if (auxiliaries.has(word)) {
    if (isKnownCompound(passage, i)) return undefined;
    const at = skipInserted(passage, invertedPronoun(passage, i + 1) === undefined ? i + 1 : i + 3, 3);
    return /(?:é|i|u|it|is|ert)e?s?$/u.test(words[at] ?? '') ? at + 1 : undefined;
  }
  if (!/^\p{Ll}{3,}$/u.test(word) || determiners.has(word) || prepositions.has(word) || clitics.has(word))
    return undefined;
  return /(?:e|ent|t|d|a|ait|aient|it|èrent|irent|que)$/u.test(word) &&
    !/ment$/u.test(word) &&
    !conjunctions.has(word)
    ? i + 1
    : undefined;
}

/** Whether a participle of a reporting verb follows the auxiliary: then the compound is found at the participle. */
function isKnownCompound(passage: Passage, auxiliary: number): boolean {
  for (let i = auxiliary + 1; i <= auxiliary + 8; i++) {
    const readings = reportingReadings(passage.words[i] ?? '');
    if (readings.some(({ mood }) => mood === 'pastParticiple' || mood === 'infinitive')) return true;
    if (causativeReadings(passage.words[i] ?? '').length > 0) return true;
  }
  return false;
}

function isInvertedNoun(passage: Passage, at: number): boolean {
  const word = passage.words[at] ?? '';
  return (
    (passage.mentionAt[at] ?? -1) >= 0 || /^(?:le|la|l'|un|une|son|sa|ce|cet|cette|m\.|mme|me)$/u.test(word)
  );
}

function prepositionAt(passage: Passage, i: number): CueFound | undefined {
  const { words } = passage;
  for (const { form, lemma, tone } of attributingPrepositions.get(words[i] as string) ?? []) {
    if (!form.every((word, k) => words[i + k] === word)) continue;
    return {
      start: i,
      end: i + form.length,
      head: i,
      lemma,
      tone,
      frames: 's',
      form: 'preposition',
      passive: false,
      negated: false,
      conditional: false,
    };
  }
  return undefined;
}

function causativeAt(passage: Passage, i: number): CueFound | undefined {
  const { words } = passage;
  for (const reading of causativeReadings(words[i] as string)) {
    if (reading.mood === 'pastParticiple' && reading.plural) continue;
    const verbs = completions(reading.lemma);
    const second = verbs.some(({ lemma }) => completes(words, i + 1, lemma))
      ? i + 1
      : skipInserted(passage, i + 1, 3);
    const verb = verbs.find(({ lemma }) => completes(words, second, lemma));
    if (!verb) continue;
    const group = groupOf(passage, i, { ...reading, verb });
    if (group) return { ...group, end: Math.max(group.end, second + verb.lemma.split(' ').length - 1) };
  }
  return undefined;
}

/** Whether the words behind the verb are those of the phrase: "savoir" of "faire savoir". */
function completes(words: readonly string[], at: number, lemma: string): boolean {
  return lemma
    .split(' ')
    .slice(1)
    .every((word, k) => words[at + k] === word);
}

function verbAt(passage: Passage, i: number): CueFound | undefined {
  const word = passage.words[i] as string;
  if (word.length < 3) return undefined;
  let best: CueFound | undefined;
  for (const reading of reportingReadings(word)) {
    const group = groupOf(passage, i, reading);
    if (!group) continue;
    if (reading.verb.frames.includes('r') !== isReflexive(passage, group)) {
      if (reading.verb.frames.includes('r') || best) continue;
      if (isReflexive(passage, group) && !ofOneself.test(reading.verb.lemma)) continue;
    } else if (best && !reading.verb.frames.includes('r')) continue;
    best = best && !reading.verb.frames.includes('r') ? best : group;
  }
  return best;
}

/** Verbs that report of oneself: "se dit prêt", "s’est déclaré surpris"; others mean something else with a reflexive. */
const ofOneself = /^(?:dire|déclarer|décrire|avouer|estimer|affirmer|présenter|qualifier|juger|vouloir .*)$/u;

function isReflexive(passage: Passage, cue: CueFound): boolean {
  return reflexives.has(passage.words[cue.start - 1] ?? '') || reflexives.has(passage.words[cue.start] ?? '');
}

/** The verb group around the form at `i`: auxiliary, clitics, inverted subject. */
function groupOf(passage: Passage, i: number, reading: VerbReading): CueFound | undefined {
  switch (reading.mood) {
    case 'finite':
      return isNoun(passage, i) || isBehindAuxiliary(passage, i) ? undefined : simple(passage, i, reading);
    case 'pastParticiple':
      return compound(passage, i, reading);
    case 'infinitive':
      return isNoun(passage, i) ? undefined : base(passage, i, i, i + 1, reading, 'infinitive');
    case 'presentParticiple':
      return base(passage, i, i, i + 1, reading, 'participle');
  }
}

function base(
  passage: Passage,
  head: number,
  start: number,
  end: number,
  { verb, plural, conditional, feminine }: VerbReading,
  form: CueFound['form'],
): CueFound {
  const words = passage.words;
  let from = start;
  while (from > 0 && clitics.has(words[from - 1] as string) && !isArticle(passage, from - 1)) from--;
  return {
    start: /^(?:ne|n'|nous|vous)$/u.test(words[from] as string) ? start : from,
    end,
    head,
    lemma: verb.lemma,
    tone: verb.tone,
    frames: verb.frames,
    form,
    ...(plural !== undefined && { plural }),
    ...(feminine !== undefined && { feminine }),
    passive: false,
    negated: words.slice(Math.max(0, start - 3), start).some((word) => word === 'ne' || word === "n'"),
    conditional: conditional ?? false,
  };
}

/** "le", "la", "les", "l'" are clitics behind a subject pronoun, a name or "qui", else articles. */
function isArticle(passage: Passage, i: number): boolean {
  const { words } = passage;
  if (!/^(?:le|la|les|l'|leur|en)$/u.test(words[i] as string)) return false;
  const before = words[i - 1] ?? '';
  return !(
    subjectPronouns.has(before) ||
    /^(?:qui|on|je|nous|ne|n'|se|s'|me|lui|pas)$/u.test(before) ||
    (passage.mentionAt[i - 1] ?? -1) >= 0
  );
}

/** Whether a form that could be a verb is a noun here: "la note", "une annonce", "sans réponse". */
function isNoun(passage: Passage, i: number): boolean {
  const { words } = passage;
  if (
    /^\p{Lu}/u.test(passage.tokens.text[passage.tokens.starts[i] as number] as string) &&
    passage.mentionAt[i] !== -1
  )
    return true;
  const before = words[i - 1] ?? '';
  if (clitics.has(before) && !isArticle(passage, i - 1)) return false;
  if (before === 'en' && !/ant$/u.test(words[i] as string)) return true;
  return (
    determiners.has(before) ||
    (prepositions.has(before) && !/^(?:à|de|d'|pour|sans|après|par)$/u.test(before)) ||
    (/^(?:de|d'|sans|par|à)$/u.test(before) && !/(?:er|ir|re|oir)$/u.test(words[i] as string))
  );
}

/** "a dit", "a-t-il dit", "avait déjà dit": a participle, though it is written like the present. */
function isBehindAuxiliary(passage: Passage, i: number): boolean {
  const { words } = passage;
  let at = i - 1;
  while (at > i - 6 && at > 0 && (isInserted(passage, at) || isInvertedAt(passage, at))) at--;
  return auxiliaries.has(words[at] ?? '') && !beForms.has(words[at] ?? '');
}

function simple(passage: Passage, i: number, reading: VerbReading): CueFound {
  const cue = base(passage, i, i, i + 1, reading, 'finite');
  return withClitic(passage, cue, i + 1);
}

function withClitic(passage: Passage, cue: CueFound, at: number): CueFound {
  const pronoun = invertedPronoun(passage, at);
  return pronoun === undefined ? cue : { ...cue, clitic: pronoun, end: Math.max(cue.end, pronoun + 1) };
}

function invertedPronoun(passage: Passage, at: number): number | undefined {
  const { words } = passage;
  if (!/^[-‐‑](?:t[-‐‑])?$/u.test(words[at] ?? '')) return undefined;
  const pronoun = words[at + 1] ?? '';
  return subjectPronouns.has(pronoun) || impersonalPronouns.has(pronoun) ? at + 1 : undefined;
}

/** "a déclaré", "a-t-elle ensuite ajouté", "s’est exclamé", "est décrit"; a participle without auxiliary is no cue. */
function compound(passage: Passage, i: number, reading: VerbReading): CueFound | undefined {
  const { words } = passage;
  let at = i - 1;
  let clitic: number | undefined;
  let gap = 0;
  for (; at >= 0 && i - at <= 9; at--) {
    const word = words[at] as string;
    if (auxiliaries.has(word) || (infinitiveAuxiliaries.has(word) && gap === 0)) break;
    if (word === 'été' && at === i - 1) continue;
    if (clitic === undefined && isInvertedAt(passage, at)) {
      clitic = at;
      at--;
      continue;
    }
    if (!isInserted(passage, at) || ++gap > 5) return undefined;
  }
  if (at < 0 || i - at > 9) return undefined;
  const auxiliary = words[at] as string;
  const known = auxiliaries.get(auxiliary);
  if (!known && !infinitiveAuxiliaries.has(auxiliary)) return undefined;
  const cue = base(
    passage,
    i,
    at,
    i + 1,
    reading,
    known ? 'finite' : auxiliary.endsWith('ant') ? 'participle' : 'infinitive',
  );
  const reflexive = reflexives.has(words[cue.start] ?? '') || reflexives.has(words[at - 1] ?? '');
  const passive = !reflexive && (beForms.has(auxiliary) || words[i - 1] === 'été');
  if (passive && !/[oad]/u.test(reading.verb.frames)) return undefined;
  return {
    ...cue,
    ...(known && { plural: known.plural, conditional: known.conditional }),
    ...(clitic !== undefined && { clitic }),
    passive,
  };
}

function isInvertedAt(passage: Passage, at: number): boolean {
  const { words } = passage;
  const word = words[at] as string;
  return (
    (subjectPronouns.has(word) || impersonalPronouns.has(word)) &&
    /^[-‐‑](?:t[-‐‑])?$/u.test(words[at - 1] ?? '')
  );
}

/** Adverbs, times and short phrases between an auxiliary and its participle. */
function isInserted(passage: Passage, at: number): boolean {
  const word = passage.words[at] as string;
  return (
    insertedWords.has(word) ||
    word.endsWith('ment') ||
    clitics.has(word) ||
    word === 'à' ||
    word === 'son' ||
    word === 'sa' ||
    word === 'tour' ||
    word === 'de' ||
    word === 'ce' ||
    (isPunctuation(passage, at) && /^[-‐‑,]/u.test(word))
  );
}

function skipInserted(passage: Passage, from: number, most: number): number {
  let at = from;
  while (
    at < from + most &&
    (insertedWords.has(passage.words[at] ?? '') || (passage.words[at] ?? '').endsWith('ment'))
  )
    at++;
  return at;
}
