import { countWords } from '../view/words';
import { findingOn, markedQuotations, wordsOf } from './quotedWords';
import type { Rule } from './rule';

/** A quotation of more words than a reader follows, or than the house allows. */
export const longQuotation: Rule = {
  code: 'long-quotation',
  severity: 'information',
  options: { words: 60 },
  check: (source, { words: most = 60 }) =>
    markedQuotations(source).flatMap((quotation) => {
      const words = quotation.content.reduce((sum, part) => sum + countWords(wordsOf(source, part)), 0);
      return words > most ? [findingOn(quotation, [words, most])] : [];
    }),
};
