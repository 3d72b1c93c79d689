import { determiners, subjectPronouns } from '../../language/fr/speech/functionWords';
import { bearers, charges, slogans, terms, works } from '../../language/fr/speech/markedNouns';
import { looksFinite } from './clauses';
import { isTitleLike } from '../../text/block';
import type { CueFound } from './cues';
import type { Link } from './links';
import { sceneOf, type Scene } from './links';
import type { MarkedSpan } from './marks';
import { isCapitalised, isPunctuation, tokenRange, wordAt, type Passage } from './passage';

/**
 * What tells whether marked words are direct speech, a few words of somebody's, or no quotation; `source` is the kind of the likeliest
 * source. Names are stable: weights are trained on them.
 */
export function markFeatures(
  passage: Passage,
  mark: number,
  link: Link,
  cue: CueFound | undefined,
  source: string,
): readonly string[] {
  const item = passage.marks[mark] as MarkedSpan;
  const scene = sceneOf(passage, mark);
  const content = contentOf(passage, item);
  const shape = `${content.clause ? 'clause' : 'phrase'}`;
  return [
    `relation:${link.relation}`,
    `relation:${link.relation}:${shape}`,
    `source:${source}`,
    `source:${source}:${shape}`,
    `source:${source}:${link.relation}`,
    ...cueFeatures(link, cue, shape),
    ...(content.full
      ? [`full:${link.relation}`, `full:${link.relation}:${/q/u.test(cue?.frames ?? '') ? 'q' : 'other'}`]
      : []),
    ...contentFeatures(content, shape),
    ...contextFeatures(passage, item, scene, shape),
  ];
}

function cueFeatures(link: Link, cue: CueFound | undefined, shape: string): string[] {
  if (!cue) return [];
  const near =
    link.distance === 0
      ? '0'
      : link.distance <= 2
        ? '2'
        : link.distance <= 5
          ? '5'
          : link.distance <= 10
            ? '10'
            : 'far';
  const frames = [...cue.frames]
    .filter((letter) => /[qcos]/u.test(letter))
    .map((letter) => `frame:${letter}:${link.relation}`);
  return [
    `distance:${link.relation}:${near}`,
    `cue-form:${cue.form}:${shape}`,
    `tone:${cue.tone}:${shape}`,
    `lemma:${cue.lemma}:${link.relation}`,
    ...frames,
  ];
}

interface Content {
  readonly words: number;
  readonly clause: boolean;
  readonly strongClause: boolean;
  readonly firstPerson: boolean;
  readonly capital: boolean;
  readonly capitals: number;
  readonly stop: string;
  readonly comma: boolean;
  readonly mention: boolean;
  readonly determiner: boolean;
  readonly verb: boolean;
  /** A subject at its start and a finite verb behind it: it can stand alone. */
  readonly full: boolean;
}

function contentOf(passage: Passage, item: MarkedSpan): Content {
  const { start, end } = tokenRange(passage.tokens, item.content);
  let [words, capitals, pronouns, verbs, mentioned] = [0, 0, 0, 0, 0];
  let [firstPerson, comma] = [false, false];
  for (let i = start; i < end; i++) {
    const word = wordAt(passage, i);
    if (isPunctuation(passage, i)) {
      if (word === ',') comma = true;
      continue;
    }
    words++;
    if (isCapitalised(passage, i)) capitals++;
    if (passage.mentionAt[i] !== -1) mentioned++;
    if (looksFinite(word)) verbs++;
    if (subjectPronouns.has(word) || /^(?:on|je|j'|nous|vous|tu|c'|ce|ça|cela|qui)$/u.test(word)) pronouns++;
    if (/^(?:je|j'|nous|mon|ma|mes|notre|nos|me|m'|moi)$/u.test(word)) firstPerson = true;
  }
  const last = passage.tokens.text[item.content.end - 1] ?? '';
  return {
    words,
    clause: verbs > 0 && words > 2,
    strongClause: verbs > 0 && (pronouns > 0 || words > 7 || opensWithSubject(passage, start)),
    firstPerson,
    capital: isCapitalised(passage, start),
    capitals,
    stop: /[.!?…]/u.test(last) ? (last === '.' ? '.' : '!') : '',
    comma,
    mention: words > 0 && mentioned === words,
    determiner: determiners.has(wordAt(passage, start)),
    verb: /(?:er|ir|re)$/u.test(wordAt(passage, start)),
    full: verbs > 0 && opensWithSubject(passage, start),
  };
}

function opensWithSubject(passage: Passage, start: number): boolean {
  const word = wordAt(passage, start);
  return (
    determiners.has(word) ||
    subjectPronouns.has(word) ||
    /^(?:on|je|j'|nous|vous|tu|c'|ce|ça|cela|ils|elles)$/u.test(word) ||
    passage.mentionAt[start] !== -1
  );
}

function contentFeatures(content: Content, shape: string): string[] {
  const size =
    content.words <= 1
      ? '1'
      : content.words === 2
        ? '2'
        : content.words <= 4
          ? '4'
          : content.words <= 7
            ? '7'
            : content.words <= 12
              ? '12'
              : 'long';
  const features = [`words:${size}`, `words:${size}:${shape}`, `shape:${shape}`];
  if (content.strongClause) features.push('strong-clause');
  if (content.full) features.push('full-clause');
  if (content.firstPerson) features.push('first-person');
  if (content.capital) features.push('capital', `capital:${shape}`, `capital:words:${size}`);
  if (content.words > 1 && content.capitals >= content.words * 0.6) features.push('title-case');
  if (content.stop) features.push(`stop:${content.stop}`);
  if (content.comma) features.push('comma-inside');
  if (content.mention) features.push('all-name');
  if (content.determiner) features.push('determiner-inside');
  if (content.verb) features.push('infinitive-first');
  return features;
}

function contextFeatures(
  passage: Passage,
  item: MarkedSpan,
  { whole, sentence, level }: Scene,
  shape: string,
): string[] {
  const before = wordAt(passage, whole.start - 1);
  const after = wordAt(passage, whole.end);
  const features = [
    ...namingFeatures(passage, whole.start),
    ...(item.again ? ['marked-again', `marked-again:${shape}`] : []),
    `style:${item.style}`,
    `before:${before}`,
    `before:${classOfWord(before)}:${shape}`,
    `after:${/^\p{L}/u.test(after) ? 'word' : after}:${shape}`,
  ];
  if (/^(?:dit|dits|dite|dites|appelé|surnommé)$/u.test(before)) features.push('so-called');
  if (!item.certain) features.push('uncertain-marks');
  if (level >= 0) features.push('nested', `nested:${shape}`);
  if (isTitleLike(passage.block.block)) features.push(`headline:${shape}`);
  if (whole.start === sentence.start) features.push('sentence-start', `sentence-start:${shape}`);
  if (whole.start === sentence.start && whole.end >= sentence.end - 1)
    features.push('whole-sentence', `whole-sentence:${shape}`);
  if (passage.mentionAt[whole.start - 1] !== undefined && passage.mentionAt[whole.start - 1] !== -1)
    features.push('after-name');
  if (item.continues) features.push('continues');
  return features;
}

const naming = [
  ['titled', works],
  ['named', bearers],
  ['termed', terms],
  ['slogan', slogans],
] as const;

/** What the words right before say that the marks hold: the title of a work, a name, a term, a slogan, a charge. */
function namingFeatures(passage: Passage, start: number): string[] {
  const features: string[] = [];
  for (const [name, nouns] of naming) {
    if (nouns.has(wordAt(passage, start - 1))) features.push(`before-${name}`);
    else if (nouns.has(wordAt(passage, start - 2)) || nouns.has(wordAt(passage, start - 3)))
      features.push(`near-${name}`);
  }
  if (/^(?:pour|de|d'|à)$/u.test(wordAt(passage, start - 1)) && isCharge(passage, start))
    features.push('charged');
  return features;
}

/** Words looked back over from a charge: "mis en examen mardi pour « … »". */
const farthestCharge = 7;

function isCharge(passage: Passage, start: number): boolean {
  for (let i = start - 2; i >= start - farthestCharge; i--) if (charges.has(wordAt(passage, i))) return true;
  return false;
}

function classOfWord(word: string): string {
  if (word === '') return 'start';
  if (determiners.has(word)) return 'determiner';
  if (/^(?:de|du|d'|des)$/u.test(word)) return 'of';
  if (/^(?:que|qu')$/u.test(word)) return 'that';
  if (/^\p{L}/u.test(word)) return 'word';
  return word;
}
