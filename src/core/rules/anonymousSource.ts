import { findingOn, wordsOf } from './quotedWords';
import type { Rule } from './rule';

/** "une source proche du dossier", "un diplomate", "plusieurs témoins": people whom the article does not name. */
const nameless =
  /^(?:une?|des|plusieurs|certain(?:e)?s|deux|trois|quelques)\s+\p{Ll}|^(?:on|d[’']aucuns)$|^(?:de |d[’'])?(?:bonne\s+)?sources?\b/iu;

/** Somebody speaks whom the article gives no name. */
export const anonymousSource: Rule = {
  code: 'anonymous-source',
  severity: 'information',
  check: (source) =>
    source.view.quotations.flatMap((quotation) => {
      const { speakers, source: mention } = quotation;
      if (speakers.length > 0 || !mention) return [];
      const words = wordsOf(source, mention);
      return nameless.test(words) ? [findingOn(quotation, [words], mention)] : [];
    }),
};
