import type { EntitySuggestion, MentionSuggestion } from '../../../annotation/suggestion';
import { countryOfCapital } from '../../../language/fr/countries';
import { reportingReadings } from '../../../language/fr/speech/lexicon';
import { inSteps, type Steps } from '../../../util/steps';
import type { AnalyzedArticle } from '../../types';
import { knownCountry } from './aliases';

/**
 * Capitals that speak or act for their country: "Moscou a annoncé", "a déclaré Paris", "selon Washington". The mention keeps its
 * type; `actsFor` names the country's entity where the article has one.
 */
export function* metonymyOf(
  analyzed: AnalyzedArticle,
  mentions: readonly MentionSuggestion[],
  entities: readonly EntitySuggestion[],
): Steps<readonly MentionSuggestion[]> {
  const names = new Map(entities.map((entity) => [entity.key, entity.name]));
  const countries = new Map(
    entities.filter(isCountry).map((entity) => [entity.country as string, entity.key] as const),
  );
  return yield* inSteps(mentions, (mention) => {
    if (mention.type !== 'location') return mention;
    const code = countryOfCapital(names.get(mention.entity ?? '') ?? '');
    const country = code === undefined ? undefined : countries.get(code);
    return country !== undefined && speaks(analyzed.article.text, mention)
      ? { ...mention, actsFor: country }
      : mention;
  });
}

/** A city bears its country's code too. */
function isCountry({ type, country, name }: EntitySuggestion): boolean {
  return type === 'location' && country !== undefined && knownCountry(name) === country;
}

function speaks(text: string, { span }: MentionSuggestion): boolean {
  const before = text.slice(Math.max(0, span.start - 24), span.start);
  if (/(?:selon|d['’]après|pour)\s+$/iu.test(before)) return true;
  if (/(?:\bà|\bde|\bdes|\bdu|\ben|\bvers|\bpar|\bdepuis|\bentre|\bdans|\bd['’])\s*$/iu.test(before))
    return false;
  const after =
    /^[\s\u00a0]+((?:n['’]|ne |se |s['’]|l['’]|lui )?(?:a|avait|aurait|ont)?[\s\u00a0]*)(\p{L}+)/u.exec(
      text.slice(span.end, span.end + 40),
    );
  if (after && isReporting(after[2] as string, (after[1] as string).trim() !== '')) return true;
  const inverted = /(?:^|[\s,])(?:a|avait|aurait)[\s\u00a0](\p{L}+)[\s\u00a0]$/u.exec(before);
  return inverted !== null && isReporting(inverted[1] as string, true);
}

function isReporting(word: string, compound: boolean): boolean {
  return reportingReadings(word.toLowerCase()).some(({ mood }) =>
    compound ? mood === 'pastParticiple' : mood === 'finite',
  );
}
