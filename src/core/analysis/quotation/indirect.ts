import { clitics, prepositions } from '../../language/fr/speech/functionWords';
import { WordFlag } from '../../language/fr/speech/wordFlags';
import { tokenAt } from '../../text/tokens';
import { holdsClause, looksFinite } from './clauses';
import { isTitleLike } from '../../text/block';
import type { Span } from '../../util/span';
import type { CueFound } from './cues';
import { invertedSubject, namesSomebody, sentenceAt } from './links';
import { classOf } from './phrases';
import { isCapitalised, isOneOf, isPunctuation, wordAt, type Passage } from './passage';

/** A clause reported without marks; fragments are token ranges. */
export interface IndirectFound {
  readonly cue: number;
  readonly construction: Construction;
  readonly fragments: readonly Span[];
  /** Tokens between the words of saying and the clause. */
  readonly distance: number;
  /** First token behind the source of a preposition: "selon X ,|". */
  readonly sourceEnd?: number;
}

export type Construction = 'that' | 'whether' | 'infinitive' | 'directive' | 'attributed' | 'incise';

/** The clause that the words of saying report, by their construction; `undefined` when they report none. */
export function findIndirect(
  passage: Passage,
  cues: readonly CueFound[],
  index: number,
): IndirectFound | undefined {
  const cue = cues[index] as CueFound;
  if (passage.inside[cue.head] !== -1) return undefined;
  const sentence = sentenceAt(passage.sentences, cue.head);
  if (cue.form === 'preposition') return attributed(passage, cue, index, sentence);
  return (
    infinitive(passage, cues, index, sentence, true) ??
    thatClause(passage, cues, index, sentence) ??
    infinitive(passage, cues, index, sentence, false) ??
    incise(passage, cue, index, sentence)
  );
}

const farthestThat = 14;

function thatClause(
  passage: Passage,
  cues: readonly CueFound[],
  index: number,
  sentence: Span,
): IndirectFound | undefined {
  const cue = cues[index] as CueFound;
  const opener =
    /a/u.test(cue.frames) || !/c/u.test(cue.frames) ? undefined : openerAfter(passage, cues, index, sentence);
  if (!opener) return undefined;
  const fragments = clausesFrom(passage, cues, index, opener.at + 1, sentence.end);
  if (fragments.length === 0) return undefined;
  return {
    cue: index,
    construction: opener.asks ? 'whether' : 'that',
    fragments,
    distance: opener.at - cue.end,
  };
}

/** The "que" (or "si", "pourquoi" of a question) that belongs to the cue. */
function openerAfter(
  passage: Passage,
  cues: readonly CueFound[],
  index: number,
  sentence: Span,
): { at: number; asks: boolean } | undefined {
  const cue = cues[index] as CueFound;
  const limit = Math.min(sentence.end, cue.end + farthestThat);
  const next = cues[index + 1];
  for (let i = cue.end; i < limit; i++) {
    const word = wordAt(passage, i);
    if (passage.inside[i] !== -1 || /^[;:]$/u.test(word)) return undefined;
    if (next && next.form === 'finite' && i >= next.start && next.clitic === undefined) return undefined;
    if (/^(?:que|qu')$/u.test(word))
      return /^(?:plus|moins|autant|autre|même|tel|telle|ainsi|alors|tandis|afin|pour|avant|après|depuis|dès|sans|bien)$/u.test(
        wordAt(passage, i - 1),
      )
        ? undefined
        : { at: i, asks: false };
    if (cue.tone === 'asks' && /^(?:si|s'|pourquoi|comment|quand)$/u.test(word)) return { at: i, asks: true };
    if (/^(?:qui|dont|où)$/u.test(word) && i - cue.end < 3) return undefined;
  }
  return undefined;
}

/** Content clauses from token `from`: one, or several where "et que" goes on. */
function clausesFrom(
  passage: Passage,
  cues: readonly CueFound[],
  index: number,
  from: number,
  limit: number,
): readonly Span[] {
  const fragments: Span[] = [];
  let start = from;
  let i = from;
  for (; i < limit; i++) {
    const word = wordAt(passage, i);
    if (opensOwnSentence(passage, i)) break;
    if (passage.inside[i] !== -1) continue;
    if (endsClause(passage, cues, index, i)) break;
    if (/^(?:que|qu')$/u.test(word) && /^(?:et|mais|ou)$/u.test(wordAt(passage, i - 1)) && i - start > 4) {
      fragments.push(tightened(passage, start, i - 1));
      start = i + 1;
    }
  }
  fragments.push(tightened(passage, start, i));
  return fragments.filter((fragment) => fragment.end > fragment.start);
}

/** Marked words that begin like a sentence, right behind words of the reporter's: a quotation of its own. */
function opensOwnSentence(passage: Passage, i: number): boolean {
  const mark = passage.marks[passage.inside[i] as number];
  if (!mark || mark.parent >= 0 || passage.inside[i - 1] === passage.inside[i]) return false;
  const first = tokenAt(passage.tokens, mark.content.start);
  const { words } = passage;
  return (
    isCapitalised(passage, first) &&
    passage.mentionAt[first] === -1 &&
    /^(?:je|j'|il|elle|ils|elles|on|nous|vous|ce|c'|cela|ça|le|la|les|l'|un|une|il|mon|ma|mes|notre|nos|si|quand)$/u.test(
      words[first] ?? '',
    ) &&
    !isOneOf(passage, i - 1, WordFlag.Determiner | WordFlag.Preposition | WordFlag.Conjunction)
  );
}

/** Where the reporter takes over again: ";", ", a-t-il ajouté", ", selon X", ", en précisant", ", et a ajouté". */
function endsClause(passage: Passage, cues: readonly CueFound[], index: number, i: number): boolean {
  const word = wordAt(passage, i);
  if (word === ';' || word === ':') return true;
  if (word !== ',' && word !== 'et' && word !== 'tout') return false;
  for (let k = index + 1; k < cues.length && k <= index + 6; k++) {
    const cue = cues[k] as CueFound;
    if (cue.start > i + 4) return false;
    if (cue.start <= i) continue;
    const gap = cue.start - i - 1;
    if (
      word === ',' &&
      gap === 0 &&
      (cue.clitic !== undefined || cue.form === 'preposition' || cue.form === 'participle')
    )
      return true;
    if (word === ',' && gap === 0 && cue.form === 'finite' && invertedSubject(passage, cue)) return true;
    if (cue.form === 'participle' && gap <= 2 && /^(?:en|tout)$/u.test(wordAt(passage, cue.start - 1)))
      return true;
    if (cue.form === 'finite' && gap <= 2 && /^(?:et|puis)$/u.test(wordAt(passage, cue.start - 1)))
      return true;
    if (word === 'et' && gap === 0 && cue.form === 'finite') return true;
  }
  return false;
}

/** Without punctuation at its edges. */
function tightened(passage: Passage, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isPunctuation(passage, from) && /^[,;:.!?–—-]+$/u.test(wordAt(passage, from))) from++;
  while (to > from && isPunctuation(passage, to - 1) && /^[,;:.!?…–—(-]+$/u.test(wordAt(passage, to - 1)))
    to--;
  return { start: from, end: to };
}

function infinitive(
  passage: Passage,
  cues: readonly CueFound[],
  index: number,
  sentence: Span,
  ownOnly: boolean,
): IndirectFound | undefined {
  const cue = cues[index] as CueFound;
  const own =
    /i/u.test(cue.frames) || (/c/u.test(cue.frames) && !/[da]/u.test(cue.frames))
      ? ownInfinitive(passage, cue)
      : undefined;
  const at = own ?? (ownOnly ? undefined : directedInfinitive(passage, cue, sentence));
  if (at === undefined) return undefined;
  const fragment = tightened(passage, at, clauseEnd(passage, cues, index, at, sentence.end));
  if (fragment.end - fragment.start < 2) return undefined;
  return {
    cue: index,
    construction: own === undefined ? 'directive' : 'infinitive',
    fragments: [fragment],
    distance: at - cue.end,
  };
}

/** "affirme avoir vu", "dit ne pas craindre": the infinitive right behind. */
function ownInfinitive(passage: Passage, cue: CueFound): number | undefined {
  let i = cue.end;
  while (
    i < cue.end + 6 &&
    /^(?:ne|n'|pas|plus|jamais|également|aussi|ensuite|toujours|s'|se|l'|le|la|les|y|en|lui)$/u.test(
      wordAt(passage, i),
    )
  )
    i++;
  if (!isInfinitive(passage, i)) return undefined;
  let start = i;
  while (
    start > cue.end &&
    /^(?:ne|n'|pas|plus|jamais|s'|se|l'|le|la|les|y|en|lui)$/u.test(wordAt(passage, start - 1))
  )
    start--;
  return start;
}

/** "a promis d’agir", "appelle les salariés à manifester", "demande au gouvernement de retirer". */
function directedInfinitive(passage: Passage, cue: CueFound, sentence: Span): number | undefined {
  const [particles, near] = /d/u.test(cue.frames)
    ? [/^(?:de|d')$/u, 12]
    : /a/u.test(cue.frames)
      ? [/^à$/u, 10]
      : [undefined, 0];
  if (!particles) return undefined;
  const limit = Math.min(sentence.end, cue.end + (near as number));
  for (let i = cue.end; i < limit; i++) {
    if (passage.inside[i] !== -1 || /^[;:.]$/u.test(wordAt(passage, i))) return undefined;
    if (!particles.test(wordAt(passage, i))) continue;
    let verb = i + 1;
    while (
      verb < i + 5 &&
      (/^(?:ne|n'|pas|plus|jamais)$/u.test(wordAt(passage, verb)) || clitics.has(wordAt(passage, verb)))
    )
      verb++;
    if (isInfinitive(passage, verb)) return i + 1;
  }
  return undefined;
}

function isInfinitive(passage: Passage, i: number): boolean {
  const word = wordAt(passage, i);
  return (
    /(?:er|ir|oir|[dp]re|(?:[mb]at|met|aî|ai|ê)tre|[iu]re|vre|aire|rre|avoir|être)$/u.test(word) &&
    word.length > 3 &&
    passage.mentionAt[i] === -1 &&
    !isCapitalised(passage, i) &&
    !notInfinitives.test(word) &&
    classOf(word) === 'other'
  );
}

const notInfinitives =
  /^(?:pour|hier|mer|sur|premier|dernier|janvier|février|lundi|contre|notre|votre|autre|entre|quatre|leur|maire|affaire|guerre|terre|pierre|heure|mesure|procédure|structure|facture|rupture|ouverture|fermeture|signature|nature|culture|voiture|livre|loire|histoire|victoire|territoire|moitié|après-midi|ordre|cadre|nombre|membre|septembre|octobre|novembre|décembre|chambre|centre|lettre|mètre|titre|ministre|registre|super|hiver|avenir|désir|plaisir|soir|espoir|pouvoir|devoir|fer|cancer|quartier|métier|dossier|papier|courrier|atelier|chantier|calendrier|danger|étranger|propre|pire|rire|sire)$/u;

function clauseEnd(
  passage: Passage,
  cues: readonly CueFound[],
  index: number,
  from: number,
  limit: number,
): number {
  for (let i = from; i < limit; i++) {
    if (passage.inside[i] !== -1) continue;
    const word = wordAt(passage, i);
    if (endsClause(passage, cues, index, i)) return i;
    if (
      word === ',' &&
      /^(?:selon|a|ont|en|tout|précise|explique|affirme|indique|ajoute|rapporte|mais|tandis|alors)$/u.test(
        wordAt(passage, i + 1),
      )
    )
      return i;
    if (/^(?:et|mais)$/u.test(word) && /^(?:a|ont|il|elle|est|que|qu')$/u.test(wordAt(passage, i + 1)))
      return i;
  }
  return limit;
}

/** "Selon X, …", "…, selon X", "…, selon X, …"; "pour" only where it opens or is set off and a name follows. */
function attributed(
  passage: Passage,
  cue: CueFound,
  index: number,
  sentence: Span,
): IndirectFound | undefined {
  const opens = cue.start === sentence.start || /^[,(–—:-]$/u.test(wordAt(passage, cue.start - 1));
  const strict = cue.lemma === 'pour' || cue.lemma === 'suivant';
  if (strict && !(opens && namesSomebody(passage, cue))) return undefined;
  const end = sourceEndOf(passage, cue, sentence);
  const before = tightened(passage, sentence.start, cue.start);
  const after = tightened(passage, end, sentence.end);
  const atStart = before.end - before.start <= 2;
  const fragments = (
    atStart
      ? [after]
      : strict && after.end - after.start > 3
        ? []
        : followsSetOff(passage, cue, end, sentence)
          ? [before, after]
          : [before]
  ).filter((fragment) => fragment.end > fragment.start);
  if (fragments.length === 0) return undefined;
  return { cue: index, construction: 'attributed', fragments, distance: atStart ? 0 : 1, sourceEnd: end };
}

function followsSetOff(passage: Passage, cue: CueFound, end: number, sentence: Span): boolean {
  return wordAt(passage, cue.start - 1) === ',' && wordAt(passage, end) === ',' && sentence.end - end > 3;
}

/** Where the phrase behind "selon" ends: at a comma that no apposition or list explains, a verb, a bracket, or the sentence's end. */
function sourceEndOf(passage: Passage, cue: CueFound, sentence: Span): number {
  for (let i = cue.end; i < sentence.end; i++) {
    const word = wordAt(passage, i);
    if (passage.inside[i] !== -1 && passage.inside[i - 1] === -1) return i;
    if (/^[;:.)–—]$/u.test(word)) return i;
    if (word === ',' && !isAppositionAt(passage, i, sentence)) return i;
  }
  return sentence.end;
}

/** A comma opens an apposition when the next comma comes soon and no verb lies between, but in a relative clause. */
function isAppositionAt(passage: Passage, comma: number, sentence: Span): boolean {
  const limit = Math.min(sentence.end, comma + 18);
  const first = wordAt(passage, comma + 1);
  const relative = /^(?:qui|dont)$/u.test(first);
  if (!relative && !isCapitalised(passage, comma + 1) && !opensApposition(first)) return false;
  for (let i = comma + 1; i < limit; i++) {
    const word = wordAt(passage, i);
    if (word === ',') return i < sentence.end - 3;
    if (/^[;:.«"]$/u.test(word)) return false;
    if (!relative && passage.mentionAt[i] === -1 && looksFinite(word)) return false;
  }
  return false;
}

function opensApposition(word: string): boolean {
  const kind = classOf(word);
  return kind === 'person' || kind === 'organization' || /^(?:le|la|l'|un|une)$/u.test(word);
}

/** "…, a annoncé la ministre": the sentence before the words of saying. */
function incise(passage: Passage, cue: CueFound, index: number, sentence: Span): IndirectFound | undefined {
  if (cue.form !== 'finite' || cue.passive || !/[qc]/u.test(cue.frames) || cue.start <= sentence.start + 3)
    return undefined;
  if (!/^[,(–—-]$/u.test(wordAt(passage, cue.start - 1))) return undefined;
  const inverted =
    cue.clitic !== undefined ||
    (invertedSubject(passage, cue) && !prepositions.has(wordAt(passage, cue.start - 2)));
  if (!inverted) return undefined;
  const fragment = tightened(passage, sentence.start, cue.start - 1);
  if (fragment.end - fragment.start < 3 || !holdsMainClause(passage, fragment)) return undefined;
  return { cue: index, construction: 'incise', fragments: [fragment], distance: 0 };
}

/** "Son frère, qui lui a succédé, a annoncé son décès": a verb in a relative clause makes no sentence. */
function holdsMainClause(passage: Passage, { start, end }: Span): boolean {
  for (let i = start; i < end; i++) {
    if (wordAt(passage, i) !== ',' || !/^(?:qui|dont|où)$/u.test(wordAt(passage, i + 1))) continue;
    let close = i + 1;
    while (close < end && wordAt(passage, close) !== ',') close++;
    return holdsClause(passage, start, i) || holdsMainClause(passage, { start: close, end });
  }
  return holdsClause(passage, start, end);
}

/** What tells whether the clause is reported speech; names are stable, weights are trained on them. */
export function indirectFeatures(
  passage: Passage,
  cue: CueFound,
  found: IndirectFound,
  sourceKind: string,
  sourceScore: number,
): readonly string[] {
  const words = found.fragments.reduce((sum, { start, end }) => sum + end - start, 0);
  const size = words < 3 ? '2' : words < 6 ? '5' : words < 12 ? '11' : 'long';
  const near = found.distance === 0 ? '0' : found.distance <= 3 ? '3' : found.distance <= 7 ? '7' : 'far';
  const features = [
    `construction:${found.construction}`,
    `construction:${found.construction}:${cue.form}`,
    `construction:${found.construction}:${near}`,
    `lemma:${cue.lemma}`,
    `lemma:${cue.lemma}:${found.construction}`,
    `tone:${cue.tone}:${found.construction}`,
    `size:${size}`,
    `source:${sourceKind}`,
    `source:${found.construction}:${sourceKind}`,
    `source-score:${sourceScore > 2 ? 'high' : sourceScore > 0 ? 'middle' : 'low'}`,
  ];
  if (sourceKind === 'pronoun-on') features.push('source:on');
  if (cue.passive) features.push('passive');
  if (cue.negated) features.push('negated');
  if (cue.conditional) features.push('conditional');
  if (/w/u.test(cue.frames)) features.push('weak-verb');
  if (/d|a/u.test(cue.frames) && found.construction === 'directive') features.push(`directive:${cue.lemma}`);
  if (isTitleLike(passage.block.block)) features.push('headline');
  if (found.fragments.length > 1) features.push('fragments');
  return features;
}
