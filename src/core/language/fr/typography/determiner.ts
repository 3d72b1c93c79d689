import { elides } from './elision';
import type { NameKind } from './nameGender';

/** What stands before a name, as far as it depends on the name. */
interface Before {
  /** As it stands, its last space or apostrophe included. */
  readonly words: string;
  readonly preposition: '' | 'de' | 'à' | 'en';
  readonly hasArticle: boolean;
  /** What the article tells of the name. */
  readonly kind?: NameKind;
}

/** A name, as far as what stands before it depends on it. */
export interface NameShape {
  readonly text: string;
  readonly kind: NameKind | undefined;
  /** Takes "en" and "au": "en France", "au Mali". */
  readonly isCountry: boolean;
  /** A person typed its article: it is wanted. */
  readonly wantsArticle?: boolean;
}

export interface Agreement {
  /** Length of what stands before the name and is replaced, in UTF-16 units. */
  readonly removed: number;
  readonly inserted: string;
  readonly certain: boolean;
}

/**
 * What has to stand before the new name instead of what stands before the old one, by elision, contraction and the article's gender:
 * "du [Mali]" → "de la [Côte d’Ivoire]", "d’[Ivan]" → "de [Paul]". `before` is the text up to the name; some 20 units are enough.
 * Nothing after the name is looked at: adjectives and participles are the writer's.
 */
export function agreeBefore(before: string, next: NameShape, apostrophe: string): Agreement {
  const conjunction = conjunctionBefore(before, next, apostrophe);
  if (conjunction) return conjunction;
  const found = readBefore(before);
  const { words, hasArticle } = found;
  const kind = next.kind ?? (hasArticle ? found.kind : 'bare');
  const isOpen =
    next.kind === undefined && (found.preposition === 'en' || (hasArticle && !elides(next.text)));
  if (isOpen && found.preposition === 'en') return { removed: 0, inserted: '', certain: false };
  const written = write(found, { ...next, kind: kind ?? 'masculine' }, apostrophe);
  // A space at the end of a line, or one that does not break, stays what it is.
  const space = /[\s\u00a0]$/u.exec(words)?.[0] ?? ' ';
  const inserted = likeCase(written.replace(/ $/u, space), words, before);
  return { removed: words.length, inserted, certain: !isOpen && !(words === '' && inserted !== '') };
}

const endings: readonly (readonly [RegExp, Omit<Before, 'words'>])[] = [
  [/(?:^|[^\p{L}])(de l[’'])$/iu, { preposition: 'de', hasArticle: true }],
  [/(?:^|[^\p{L}])(à l[’'])$/iu, { preposition: 'à', hasArticle: true }],
  [/(?:^|[^\p{L}])(l[’'])$/iu, { preposition: '', hasArticle: true }],
  [/(?:^|[^\p{L}])(de la\s)$/iu, { preposition: 'de', hasArticle: true, kind: 'feminine' }],
  [/(?:^|[^\p{L}])(à la\s)$/iu, { preposition: 'à', hasArticle: true, kind: 'feminine' }],
  [/(?:^|[^\p{L}])(la\s)$/iu, { preposition: '', hasArticle: true, kind: 'feminine' }],
  [/(?:^|[^\p{L}])(du\s)$/iu, { preposition: 'de', hasArticle: true, kind: 'masculine' }],
  [/(?:^|[^\p{L}])(au\s)$/iu, { preposition: 'à', hasArticle: true, kind: 'masculine' }],
  [/(?:^|[^\p{L}])(le\s)$/iu, { preposition: '', hasArticle: true, kind: 'masculine' }],
  [/(?:^|[^\p{L}])(des\s)$/iu, { preposition: 'de', hasArticle: true, kind: 'plural' }],
  [/(?:^|[^\p{L}])(aux\s)$/iu, { preposition: 'à', hasArticle: true, kind: 'plural' }],
  [/(?:^|[^\p{L}])(les\s)$/iu, { preposition: '', hasArticle: true, kind: 'plural' }],
  [/(?:^|[^\p{L}])(d[’']|de\s)$/iu, { preposition: 'de', hasArticle: false }],
  [/(?:^|[^\p{L}])(à\s)$/iu, { preposition: 'à', hasArticle: false }],
  [/(?:^|[^\p{L}])(en\s)$/iu, { preposition: 'en', hasArticle: false }],
];

function readBefore(before: string): Before {
  for (const [pattern, what] of endings) {
    const words = pattern.exec(before)?.[1];
    if (words !== undefined) return { words, ...what };
  }
  return { words: '', preposition: '', hasArticle: false };
}

type Shape = NameShape & { readonly kind: NameKind };

function write(found: Before, next: Shape, apostrophe: string): string {
  const { preposition, hasArticle } = found;
  const isPlace = preposition === 'en' || (preposition === 'à' && (hasArticle ? next.isCountry : true));
  if (isPlace && next.isCountry) return whereIn(next);
  const withArticle = next.kind !== 'bare' && (hasArticle || next.wantsArticle === true);
  if (preposition === 'en') return next.kind === 'bare' ? 'à ' : found.words;
  if (preposition === 'de') {
    // "de France", but "du Mali" and "des Pays-Bas".
    const article = withArticle || (next.isCountry && (next.kind === 'plural' || isMasculine(next)));
    return article ? contract('de', next, apostrophe) : elides(next.text) ? `d${apostrophe}` : 'de ';
  }
  if (preposition === 'à') return withArticle ? contract('à', next, apostrophe) : 'à ';
  return withArticle ? article(next, apostrophe) : '';
}

function isMasculine({ kind, text }: Shape): boolean {
  return kind === 'masculine' && !elides(text);
}

function whereIn(next: Shape): string {
  if (next.kind === 'bare') return 'à ';
  if (next.kind === 'plural') return 'aux ';
  return next.kind === 'feminine' || elides(next.text) ? 'en ' : 'au ';
}

function contract(preposition: 'de' | 'à', next: Shape, apostrophe: string): string {
  const [masculine, plural] = preposition === 'de' ? ['du ', 'des '] : ['au ', 'aux '];
  if (next.kind === 'plural') return plural as string;
  if (isMasculine(next)) return masculine as string;
  return `${preposition} ${article(next, apostrophe)}`;
}

function article({ kind, text }: Shape, apostrophe: string): string {
  if (kind === 'plural') return 'les ';
  if (elides(text)) return `l${apostrophe}`;
  return kind === 'feminine' ? 'la ' : 'le ';
}

/** "que", "lorsque" and their like lose their vowel as well. */
function conjunctionBefore(before: string, next: NameShape, apostrophe: string): Agreement | undefined {
  const match = /(?:^|[^\p{L}])((?:lors|puis|quoi|jus)?qu)(?:([’'])|e(\s))$/iu.exec(before);
  if (!match || /^jus/iu.test(match[1] as string) || next.wantsArticle === true) return undefined;
  const [, stem = '', mark, space = ' '] = match;
  const removed = stem.length + (mark === undefined ? 2 : 1);
  const inserted = elides(next.text) ? `${stem}${mark ?? apostrophe}` : `${stem}e${space}`;
  return { removed, inserted, certain: true };
}

function likeCase(written: string, words: string, before: string): string {
  const start = /^\p{Lu}/u.test(words) || (words === '' && /(?:^|[.!?…]\s+|\n\s*|[«“]\s*)$/u.test(before));
  return start ? written.charAt(0).toUpperCase() + written.slice(1) : written;
}
