import type { ViewEntity } from '../view/types';
import type { Finding, Rule, RuleSource } from './rule';

/** Two spellings of what looks like one name: one letter apart, or accents and hyphens aside the same. */
export const nameSpeltTwoWays: Rule = {
  code: 'name-spelt-two-ways',
  severity: 'warning',
  check: (source) => {
    const spellings = spellingsOf(source);
    return spellings.flatMap((rare) => {
      const usual = spellings.find((other) => other.count > rare.count && isLike(rare, other));
      return usual ? rare.places.map(({ span, record }) => finding(span, record, rare.text, usual.text)) : [];
    });
  },
};

interface Spelling {
  readonly text: string;
  readonly type: ViewEntity['type'];
  readonly places: { readonly span: Finding['span']; readonly record?: string }[];
  readonly count: number;
}

function finding(span: Finding['span'], record: string | undefined, text: string, usual: string): Finding {
  return { span, args: [text, usual], ...(record !== undefined && { record }) };
}

/** Names as they are written, most frequent first; capitals and acronyms say nothing of a spelling. */
function spellingsOf({ view, text }: RuleSource): readonly Spelling[] {
  const found = new Map<string, { text: string; type: ViewEntity['type']; places: Spelling['places'] }>();
  for (const { type, span, form, record } of view.mentions) {
    const words = text.slice(span.start, span.end).replace(/\s+/gu, ' ');
    if (form !== 'name' || (type !== 'person' && type !== 'organization' && type !== 'location')) continue;
    if (words.length < 5 || words === words.toUpperCase()) continue;
    const known = found.get(`${type} ${words}`) ?? { text: words, type, places: [] };
    known.places.push({ span, ...(record !== undefined && { record }) });
    found.set(`${type} ${words}`, known);
  }
  return [...found.values()]
    .map((each) => ({ ...each, count: each.places.length }))
    .sort((a, b) => b.count - a.count)
    .slice(0, mostCompared);
}

/** Each is compared with each; an article has no more. */
const mostCompared = 400;

function isLike(a: Spelling, b: Spelling): boolean {
  if (a.type !== b.type || Math.abs(a.text.length - b.text.length) > 1) return false;
  const [one, other] = [bare(a.text), bare(b.text)];
  if (one === other) return true;
  return a.text.length >= 7 && isOneLetterApart(one, other) && lastLetter(one) === lastLetter(other);
}

function bare(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’'\s-]+/gu, ' ')
    .toLowerCase();
}

/** A plural or feminine differs in its last letter, and is another word. */
function lastLetter(text: string): string {
  return text.at(-1) ?? '';
}

function isOneLetterApart(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - from && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return a.length - from - end <= 1 && b.length - from - end <= 1;
}
