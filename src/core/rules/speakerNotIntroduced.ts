import { hull } from '../view/quotations';
import { findingOn, markedQuotations, speakersOf } from './quotedWords';
import type { Rule } from './rule';

/**
 * A person speaks before the article has said who that is: by the end of the first quotation's sentence there was neither a full
 * name nor a role. A surname that everybody knows is the team's to silence.
 */
export const speakerNotIntroduced: Rule = {
  code: 'speaker-not-introduced',
  severity: 'warning',
  check: (source) => {
    const spoken = new Set<string>();
    return markedQuotations(source).flatMap((quotation) =>
      speakersOf(source, quotation).flatMap((speaker) => {
        if (spoken.has(speaker.key)) return [];
        spoken.add(speaker.key);
        if (speaker.type !== 'person' || isIntroduced(source, speaker, hull(quotation.content).end))
          return [];
        return [findingOn(quotation, [speaker.name])];
      }),
    );
  },
};

/** Words of saying and an apposition behind the quotation count as well. */
const behind = 240;

function isIntroduced(
  { view, text }: Parameters<Rule['check']>[0],
  { mentions, roles }: ReturnType<typeof speakersOf>[number],
  end: number,
): boolean {
  const sentence = /[.!?…](?:\s|$)/u.exec(text.slice(end, end + behind));
  const until = end + (sentence ? sentence.index : behind);
  if (roles.some(({ span }) => span.start < until)) return true;
  return mentions.some((index) => {
    const mention = view.mentions[index];
    if (!mention || mention.span.start >= until) return false;
    const words = text.slice(mention.span.start, mention.span.end);
    return (
      mention.form === 'role' ||
      /\p{L}[\s\u00a0]+\p{L}{2}/u.test(words.replace(/^(?:M\.|MM\.|Mme|Mlle|Me|Dr|Pr)\s*/u, ''))
    );
  });
}
