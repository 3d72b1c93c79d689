import { countryByDemonym, countryByName } from '../../../language/fr/countries';
import { tokenAt, tokenText } from '../../../text/tokens';
import type { Span } from '../../../util/span';
import type { TokenizedBlock } from '../../types';
import type { Gender } from './persons';

/** What the words beside a person's name tell. */
export interface Origin {
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly gender?: Gender;
}

/**
 * Where the words beside a person's name say that the person is from, and the gender that they show: "la Malienne Awa Keïta",
 * "Bakary Yaou Sangaré du Niger". `span` is the name's, in the article.
 */
export function originOf({ block, tokens }: TokenizedBlock, span: Span): Origin {
  const first = tokenAt(tokens, span.start - block.span.start);
  const before = first > 0 ? tokenText(tokens, first - 1) : '';
  const demonym = /^\p{Lu}/u.test(before) ? countryByDemonym(before) : undefined;
  if (demonym !== undefined) {
    const gender = genderOfArticle(first > 1 ? tokenText(tokens, first - 2) : '');
    return { country: demonym, ...(gender && { gender }) };
  }
  const end = span.end - block.span.start;
  const behind = ofCountry.exec(block.text.slice(end, end + longestCountry))?.[1];
  const country = behind === undefined ? undefined : longestCountryIn(behind);
  return country === undefined ? {} : { country };
}

const longestCountry = 60;
const ofCountry = /^\s(?:du|des|de la|de l['’]|de|d['’])\s?(\p{Lu}[\p{L}’' -]*)/u;

/** "Burkina Faso et" begins with a country of two words. */
function longestCountryIn(words: string): string | undefined {
  const parts = words.split(' ').slice(0, 6);
  for (let count = parts.length; count > 0; count--) {
    const country = countryByName(parts.slice(0, count).join(' '));
    if (country !== undefined) return country;
  }
  return undefined;
}

function genderOfArticle(word: string): Gender | undefined {
  const article = word.toLowerCase();
  if (article === 'la' || article === 'une') return 'feminine';
  return article === 'le' || article === 'un' || article === 'du' || article === 'au'
    ? 'masculine'
    : undefined;
}
