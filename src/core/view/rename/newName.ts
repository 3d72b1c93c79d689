import { wordsOfName } from './nameParts';

/** A name as a person typed it: "la Ligue arabe (LA)". */
export interface NewName {
  readonly name: string;
  /** The article typed before it, in small letters. */
  readonly article?: 'le' | 'la' | 'les' | 'l';
  readonly acronym?: string;
}

/** `undefined` for what is no name: empty, of several lines, or without a letter or digit. */
export function readNewName(typed: string): NewName | undefined {
  const trimmed = typed.trim();
  if (/[\r\n\u2028\u2029]/u.test(trimmed) || !/[\p{L}\p{N}]/u.test(trimmed)) return undefined;
  const [, article, rest = ''] = /^(?:(le|la|les)\s+|(?:l)[’'])?(.*)$/u.exec(trimmed) ?? [];
  const elided = /^l[’']/u.test(trimmed);
  const [, name = rest, acronym] = /^(.*\S)\s+\((\p{Lu}[\p{Lu}\p{N}.&-]+)\)$/u.exec(rest) ?? [];
  return {
    name,
    ...(article !== undefined && { article: article as 'le' }),
    ...(elided && { article: 'l' }),
    ...(acronym !== undefined && { acronym }),
  };
}

const small = /^(?:de|du|des|d|la|le|les|l|et|en|pour|sur|à|au|aux|of|the|and|for)$/u;

/** First letters of the words that count: "Union africaine" → "UA". */
export function initialsOf(name: string): string {
  return wordsOfName(name)
    .flatMap((word) => word.split(/[’'-]/u))
    .filter((word) => word !== '' && !small.test(word.toLowerCase()))
    .map((word) => word.charAt(0).normalize('NFD').replace(/\p{M}/gu, '').toUpperCase())
    .join('');
}
