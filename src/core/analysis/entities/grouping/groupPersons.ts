import { type Group, join, type NamedMention, newGroup } from './groups';
import { isGivenNameOf, isSurnameOf, sameFullName } from './persons';

/**
 * Persons, in two passes over the mentions in text order: names of two words or more make groups, then single words join the group
 * whose surname (or, if none, given name) they are. Where several bear it, title and nearness decide, and without either the word
 * stays by itself: father and son are not mixed up in silence.
 */
export function groupPersons(mentions: readonly NamedMention[]): readonly Group[] {
  const full = new FullNames();
  const short: NamedMention[] = [];
  for (const mention of mentions) {
    if (mention.form.words.length >= 2) full.add(mention);
    else short.push(mention);
  }
  const alone = new Map<string, Group>();
  for (const mention of short) {
    const group = full.bearerOf(mention);
    if (group) join(group, mention);
    else joinOrOpen(alone, mention.form.key, mention);
  }
  return [...full.groups, ...alone.values()];
}

/** Groups of full names, found by their last and first words so that a list of thousands of names stays quick. */
class FullNames {
  readonly groups: Group[] = [];
  readonly #byWord = new Map<string, Set<Group>>();

  add(mention: NamedMention): void {
    const group = this.#candidates(mention).find((candidate) => this.#accepts(candidate, mention));
    if (group) join(group, mention);
    else this.groups.push(newGroup(mention));
    const target = group ?? (this.groups.at(-1) as Group);
    for (const word of mention.form.words) this.#index(word, target);
  }

  bearerOf(mention: NamedMention): Group | undefined {
    const candidates = this.#candidates(mention).filter(
      ({ gender }) => gender === undefined || mention.gender === undefined || gender === mention.gender,
    );
    const bySurname = candidates.filter((group) =>
      group.members.some((member) => isSurnameOf(mention.form.words, member.form.words)),
    );
    if (bySurname.length > 0) return only(bySurname) ?? nearest(bySurname, mention);
    return only(candidates.filter((group) => isGivenNameOf(mention.form.words, group.longest.words)));
  }

  /** A surname of two words ("Ben Youssef") joins its bearer like one of one word. */
  #accepts(group: Group, mention: NamedMention): boolean {
    if (group.gender !== undefined && mention.gender !== undefined && group.gender !== mention.gender)
      return false;
    return (
      sameFullName(group.longest, mention.form) ||
      isSurnameOf(mention.form.words, group.longest.words) ||
      isSurnameOf(group.longest.words, mention.form.words)
    );
  }

  #candidates(mention: NamedMention): Group[] {
    const { words } = mention.form;
    const found = new Set<Group>();
    for (const word of [words[0], words.at(-1)])
      for (const group of this.#byWord.get(word ?? '') ?? []) found.add(group);
    return [...found];
  }

  #index(word: string, group: Group): void {
    const known = this.#byWord.get(word);
    if (known) known.add(group);
    else this.#byWord.set(word, new Set([group]));
  }
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}

/** The one of several bearers that was named last before, in the same or the block before. */
function nearest(groups: readonly Group[], mention: NamedMention): Group | undefined {
  const distances = groups.map((group) => {
    const before = group.members.findLast(
      (member) => member.form.words.length > 1 && member.mention.span.start < mention.mention.span.start,
    );
    return before && mention.block - before.block <= 1
      ? mention.mention.span.start - before.mention.span.start
      : Infinity;
  });
  const best = Math.min(...distances);
  return best === Infinity ? undefined : groups[distances.indexOf(best)];
}

export function joinOrOpen(groups: Map<string, Group>, key: string, mention: NamedMention): void {
  const group = groups.get(key);
  if (group) join(group, mention);
  else groups.set(key, newGroup(mention));
}
