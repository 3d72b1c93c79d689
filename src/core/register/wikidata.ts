import { hasFormOf } from './identifiers';

/** An item of Wikidata that may be meant by a name. Words are the site's: plain text, not to be trusted. */
export interface WikidataCandidate {
  readonly item: string;
  readonly label: string;
  readonly description?: string;
  readonly aliases: readonly string[];
}

const mostCandidates = 10;
const longestWords = 300;

/** The address to ask for items of a name (wbsearchentities of the MediaWiki API). It holds the name, the languages and nothing else. */
export function wikidataSearch(endpoint: string, name: string, language: string): string {
  const url = new URL(endpoint);
  url.search = new URLSearchParams({
    action: 'wbsearchentities',
    format: 'json',
    type: 'item',
    search: name,
    language,
    uselang: language,
    limit: String(mostCandidates),
    // Without a user’s cookies, as a browser demands of other sites.
    origin: '*',
  }).toString();
  return url.href;
}

/** The candidates of an answer, best first; `undefined` for an answer of another form. */
export function readCandidates(answer: unknown): readonly WikidataCandidate[] | undefined {
  const found = isObject(answer) ? answer.search : undefined;
  if (!Array.isArray(found)) return undefined;
  return found.slice(0, mostCandidates).flatMap((each: unknown) => candidateOf(each) ?? []);
}

function candidateOf(value: unknown): WikidataCandidate | undefined {
  if (!isObject(value)) return undefined;
  const { id, label, description, aliases } = value;
  if (typeof id !== 'string' || !hasFormOf('wikidata', id)) return undefined;
  return {
    item: id,
    label: words(label) ?? id,
    aliases: Array.isArray(aliases)
      ? aliases.slice(0, 5).flatMap((alias: unknown) => words(alias) ?? [])
      : [],
    ...(words(description) !== undefined && { description: words(description) as string }),
  };
}

function words(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== ''
    ? value.replace(/\s+/gu, ' ').trim().slice(0, longestWords)
    : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
