import type { MentionType } from '../../annotation/types';
import { isTitleLike } from '../../text/block';
import { tokenAt, tokenText, type Tokens } from '../../text/tokens';
import { inSteps, type Steps } from '../../util/steps';
import type { AnalyzedArticle, RecognizedName } from '../types';
import { plainWord } from './nameWords';

/** A name that the article may hold, with its words as the rest of the article is searched for them. */
export interface Candidate extends RecognizedName {
  readonly type: MentionType;
  /** Index of the block; `span` is relative to it. */
  readonly block: number;
  /** First and last token, both included. */
  readonly first: number;
  readonly last: number;
  /** Words in small letters with plain apostrophes, joined by spaces: the same form elsewhere has the same key. */
  readonly key: string;
  readonly words: readonly string[];
  readonly titleLike: boolean;
  readonly opensSentence: boolean;
  readonly allCapitals: boolean;
}

/** A form looked for elsewhere must have been recognised this surely somewhere. */
const sureForm = 0.5;

/** Forms with one first word that are looked for: keeps the search linear in a text made to defeat it. */
const mostForms = 40;

/** What a place gets where the recogniser saw nothing but the article has the form elsewhere. */
export const unseen = 0.02;

/** All candidates of an article: what the block stage found, and every other occurrence of a form it was sure of. */
export function* gatherCandidates(analyzed: AnalyzedArticle): Steps<readonly Candidate[]> {
  const found: Candidate[] = [];
  for (const [block, names] of analyzed.names.entries()) {
    for (const name of names) found.push(toCandidate(analyzed, block, name));
    if (block % blocksPerStep === blocksPerStep - 1) yield;
  }
  return [...found, ...(yield* otherOccurrences(analyzed, found))];
}

const blocksPerStep = 16;

export function toCandidate(analyzed: AnalyzedArticle, block: number, name: RecognizedName): Candidate {
  const { tokens, sentences, block: source } = analyzed.blocks[block] as AnalyzedArticle['blocks'][number];
  const first = tokenAt(tokens, name.span.start);
  const last = tokenAt(tokens, name.span.end - 1);
  const words = wordsOf(tokens, first, last);
  const text = source.text.slice(name.span.start, name.span.end);
  return {
    span: name.span,
    type: name.type,
    confidence: name.confidence,
    block,
    first,
    last,
    words,
    key: words.join(' '),
    titleLike: isTitleLike(source),
    opensSentence: opens(sentences, first),
    allCapitals: text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase(),
  };
}

function wordsOf(tokens: Tokens, first: number, last: number): readonly string[] {
  const words: string[] = [];
  for (let i = first; i <= last; i++) words.push(plainWord(tokenText(tokens, i)));
  return words;
}

/** Whether a sentence starts at this token; the sentences are in order. */
function opens(sentences: readonly { start: number; end: number }[], token: number): boolean {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sentences[middle]?.end ?? 0) <= token) low = middle + 1;
    else high = middle;
  }
  return sentences[low]?.start === token;
}

interface Form {
  readonly words: readonly string[];
  readonly type: MentionType;
}

function* otherOccurrences(
  analyzed: AnalyzedArticle,
  found: readonly Candidate[],
): Steps<readonly Candidate[]> {
  const forms = formsByFirstWord(found);
  if (forms.size === 0) return [];
  yield;
  const taken = new Set(
    yield* inSteps(found, ({ block, first, last, type }) => placeKey(block, first, last, type)),
  );
  const others: Candidate[] = [];
  for (const [block, { tokens }] of analyzed.blocks.entries()) {
    if (block % blocksPerStep === blocksPerStep - 1) yield;
    for (let i = 0; i < tokens.count; i++) {
      if (!startsCapital(tokens, i)) continue;
      for (const form of forms.get(plainWord(tokenText(tokens, i))) ?? []) {
        const last = i + form.words.length - 1;
        if (taken.has(placeKey(block, i, last, form.type)) || !matches(tokens, i, form.words)) continue;
        const span = { start: tokens.starts[i] as number, end: tokens.ends[last] as number };
        others.push(toCandidate(analyzed, block, { span, type: form.type, confidence: unseen }));
      }
    }
  }
  return others;
}

function placeKey(block: number, first: number, last: number, type: MentionType): string {
  return `${block} ${first} ${last} ${type}`;
}

function formsByFirstWord(found: readonly Candidate[]): ReadonlyMap<string, readonly Form[]> {
  const forms = new Map<string, Form[]>();
  const seen = new Set<string>();
  for (const { confidence, key, type, words } of found) {
    if (confidence < sureForm || type === 'date' || type === 'hour' || seen.has(`${type} ${key}`)) continue;
    seen.add(`${type} ${key}`);
    const first = words[0] as string;
    const list = forms.get(first);
    if (list && list.length < mostForms) list.push({ words, type });
    else if (!list) forms.set(first, [{ words, type }]);
  }
  return forms;
}

/** Whether the words stand at this token, whatever their letters' case; the first one is not looked at. */
export function matches(tokens: Tokens, at: number, words: readonly string[]): boolean {
  if (at + words.length > tokens.count) return false;
  return words.every((word, k) => k === 0 || plainWord(tokenText(tokens, at + k)) === word);
}

export function startsCapital(tokens: Tokens, i: number): boolean {
  const unit = tokens.text.charCodeAt(tokens.starts[i] as number);
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
  const letter = String.fromCharCode(unit);
  return letter !== letter.toLowerCase();
}
