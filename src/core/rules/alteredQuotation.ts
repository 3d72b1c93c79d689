import { findingOn, markedQuotations } from './quotedWords';
import type { Rule } from './rule';

/** Words were left out or put in between the marks: (…), […] or words in square brackets. */
export const alteredQuotation: Rule = {
  code: 'altered-quotation',
  severity: 'information',
  check: (source) =>
    markedQuotations(source).flatMap((quotation) =>
      quotation.content.flatMap(({ start, end }) =>
        [...source.text.slice(start, end).matchAll(/\(\s*(?:…|\.{3})\s*\)|\[[^\]\n]{0,120}\]/gu)].map(
          (match) =>
            findingOn(quotation, [match[0]], {
              start: start + match.index,
              end: start + match.index + match[0].length,
            }),
        ),
      ),
    ),
};
