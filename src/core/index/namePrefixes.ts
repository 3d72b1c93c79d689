import type { MentionType } from '../annotation/types';
import type { Steps } from '../util/steps';

export interface KnownName {
  readonly form: string;
  readonly type: MentionType;
}

/** Names by the first letters of each of their words. */
export interface NamePrefixes {
  /** Names with a word that begins so, case and accents aside, in the order in which they were given. */
  find(beginning: string): readonly KnownName[];
}

/** Letters that it takes to ask at all: with fewer, half of all names answer. */
export const shortestBeginning = 3;

/** Made once for all names of a folder; asking costs what shares the first three letters. */
export function* collectNames(names: Iterable<KnownName>): Steps<NamePrefixes> {
  const byStart = new Map<string, Map<string, KnownName>>();
  let count = 0;
  for (const name of names) {
    for (const word of beginningsOf(name.form)) {
      const start = word.slice(0, shortestBeginning);
      const list = byStart.get(start) ?? new Map<string, KnownName>();
      byStart.set(start, list.set(`${name.type} ${name.form}`, name));
    }
    if (++count % 256 === 0) yield;
  }
  return {
    find: (beginning) => {
      const wanted = foldName(beginning);
      if (wanted.length < shortestBeginning) return [];
      const near = byStart.get(wanted.slice(0, shortestBeginning))?.values() ?? [];
      return [...near].filter(({ form }) => beginningsOf(form).some((word) => word.startsWith(wanted)));
    },
  };
}

/** Words of a name that one would begin to type, without case and accents. */
export function beginningsOf(form: string): readonly string[] {
  return foldName(form)
    .split(/[\s'-]+/u)
    .filter((word) => word.length >= shortestBeginning);
}

export function foldName(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’ʼ]/gu, "'").toLowerCase();
}
