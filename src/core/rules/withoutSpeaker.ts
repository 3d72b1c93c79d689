import { findingOn, markedQuotations } from './quotedWords';
import type { Rule } from './rule';

/** Words in marks of which nobody says whose they are. */
export const withoutSpeaker: Rule = {
  code: 'quotation-without-speaker',
  severity: 'warning',
  check: (source) =>
    markedQuotations(source)
      .filter(({ speakers, source: mention }) => speakers.length === 0 && mention === undefined)
      .map((quotation) => findingOn(quotation)),
};
