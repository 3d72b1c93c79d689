import { newsAgencies } from '../language/fr/newsAgencies';
import { findingOn, speakersOf, wordsOf } from './quotedWords';
import type { Rule } from './rule';

const documents =
  /^(?:un |le |ce |dans un |dans le |par )?(?:communiqué|rapport|document|tweet|message|post|courrier)(?!\p{L})/iu;

/** The words reached the article by a news agency, another paper or a paper of some kind, and not from who said them. */
export const secondhandSource: Rule = {
  code: 'secondhand-source',
  severity: 'information',
  check: (source) =>
    source.view.quotations.flatMap((quotation) => {
      const agency = speakersOf(source, quotation).find(
        ({ name, acronym }) => newsAgencies.has(name) || (acronym !== undefined && newsAgencies.has(acronym)),
      );
      if (agency) return [findingOn(quotation, [agency.name])];
      const words = quotation.source ? wordsOf(source, quotation.source) : '';
      return documents.test(words) ? [findingOn(quotation, [words])] : [];
    }),
};
