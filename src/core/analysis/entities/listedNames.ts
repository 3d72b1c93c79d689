import { tokenText } from '../../text/tokens';
import type { Steps } from '../../util/steps';
import type { AnalyzedArticle, ListedForm, RegisterKnowledge } from '../types';
import { type Candidate, matches, startsCapital, toCandidate } from './candidates';
import { plainWord } from './nameWords';

/** How sure a listed name of several words, or an acronym, is where the recogniser saw nothing: a suggestion among others. */
const sure = 0.7;

/** One word alone may be any word, and at the start of a sentence even more so. */
const lessSure = 0.5;

const blocksPerStep = 16;

/**
 * Places of names that the register lists and of which the recogniser saw nothing, not even in another type. Linear in the tokens
 * that begin with a capital.
 */
export function* listedNames(
  analyzed: AnalyzedArticle,
  register: RegisterKnowledge | undefined,
  seen: readonly Candidate[],
): Steps<readonly Candidate[]> {
  if (!register) return [];
  const taken = new Set(seen.map(({ block, first, last }) => `${block} ${first} ${last}`));
  const found: Candidate[] = [];
  for (const [block, { tokens }] of analyzed.blocks.entries()) {
    if (block % blocksPerStep === blocksPerStep - 1) yield;
    for (let i = 0; i < tokens.count; i++) {
      if (!startsCapital(tokens, i)) continue;
      const text = tokenText(tokens, i);
      for (const form of register.formsFrom(plainWord(text))) {
        const last = i + form.words.length - 1;
        const isThere = form.acronym === undefined ? matches(tokens, i, form.words) : form.acronym === text;
        if (!isThere || taken.has(`${block} ${i} ${last}`)) continue;
        const span = { start: tokens.starts[i] as number, end: tokens.ends[last] as number };
        const candidate = toCandidate(analyzed, block, { span, type: form.type, confidence: sure });
        const confidence = sureness(form, candidate);
        if (confidence > 0) found.push({ ...candidate, confidence });
      }
    }
  }
  return found;
}

/** None for one word that opens a sentence: "Orange est le nouveau noir". */
function sureness({ words, acronym }: ListedForm, { opensSentence }: Candidate): number {
  if (words.length > 1 || acronym !== undefined) return sure;
  return opensSentence ? 0 : lessSure;
}
