import type { Steps } from '../../../util/steps';
import { isOrganizationHead, knownOrganization } from './aliases';
import { addTo, type Group, join, joinOrOpen, type NamedMention } from './groups';
import { abbreviates, initialsOf, isAcronym } from './nameForm';

const mentionsPerStep = 64;

/** A long name is compared with at most so many acronyms that share its first letter. */
const mostCandidates = 64;

/**
 * Organisations: the same words, names that one line of the alias list holds, an acronym with its expansion (beside each other in
 * the article, or by its initials), a generic head with the name ("Confédération AES", "groupe Casino"), a name cut short when
 * only one begins so. `pairs` are the acronyms that the article puts beside their expansions.
 */
export function* groupOrganizations(
  mentions: readonly NamedMention[],
  pairs: readonly (readonly [NamedMention, NamedMention])[],
): Steps<readonly Group[]> {
  const groups = new Map<string, Group>();
  for (const [i, mention] of mentions.entries()) {
    const line = lineOf(mention);
    joinOrOpen(groups, line === undefined ? mention.form.key : `known ${line}`, mention);
    if (i % mentionsPerStep === 0) yield;
  }
  const merging = new Merging(groups.values());
  for (const [a, b] of pairs) merging.merge(merging.groupOf(a), merging.groupOf(b));
  yield* merging.byInitials();
  yield* merging.byHead();
  yield* merging.byBeginning();
  return merging.groups();
}

/** The known organisation that a name or the rest behind its generic head is. */
function lineOf({ form }: NamedMention): number | undefined {
  const rest = withoutHead(form.words);
  return knownOrganization(form.key) ?? (rest === undefined ? undefined : knownOrganization(rest));
}

class Merging {
  readonly #groups: Set<Group>;
  readonly #of = new Map<NamedMention, Group>();

  constructor(groups: Iterable<Group>) {
    this.#groups = new Set(groups);
    for (const group of this.#groups) for (const member of group.members) this.#of.set(member, group);
  }

  groups(): readonly Group[] {
    return [...this.#groups];
  }

  groupOf(mention: NamedMention): Group | undefined {
    return this.#of.get(mention);
  }

  merge(into: Group | undefined, other: Group | undefined): void {
    if (!into || !other || into === other || !this.#groups.has(into) || !this.#groups.has(other)) return;
    for (const member of other.members) {
      join(into, member);
      this.#of.set(member, into);
    }
    this.#groups.delete(other);
  }

  /** An acronym whose letters are the initials of one long name only. */
  *byInitials(): Steps<void> {
    const expansions = new Map<string, Set<Group>>();
    const byLetter = new Map<string, Set<Group>>();
    for (const group of this.#groups) {
      if (group.longest.words.length < 2) continue;
      for (const initials of initialsOf(group.longest)) addTo(expansions, initials, group);
      addTo(byLetter, group.longest.key[0] ?? '', group);
    }
    yield;
    for (const group of this.groups()) {
      const { text, key } = group.longest;
      if (!isAcronym(text)) continue;
      const exact = expansions.get(key.replace(/[^a-z]/gu, ''));
      this.merge(only(exact ?? this.#looseExpansions(text, byLetter.get(key[0] ?? ''))), group);
      yield;
    }
  }

  *#near(letters: ReadonlySet<Group> | undefined): Iterable<Group> {
    let count = 0;
    for (const group of letters ?? [])
      if (count++ < mostCandidates && group.longest.words.length >= 3) yield group;
  }

  /** "Insee", whose letters do not all begin a word. */
  #looseExpansions(acronym: string, letters: ReadonlySet<Group> | undefined): ReadonlySet<Group> {
    return new Set([...this.#near(letters)].filter((group) => abbreviates(acronym, group.longest)));
  }

  /** A generic head before a name that stands for it elsewhere in the article. */
  *byHead(): Steps<void> {
    const byKey = new Map(
      this.groups().flatMap((group) => [...group.forms.keys()].map((key) => [key, group])),
    );
    yield;
    for (const group of this.groups()) {
      for (const { words } of group.forms.values()) {
        const rest = withoutHead(words);
        if (rest !== undefined) this.merge(byKey.get(rest), group);
      }
      yield;
    }
  }

  /** "Amnesty" for "Amnesty International", "la Confédération" for "Confédération AES". */
  *byBeginning(): Steps<void> {
    const byFirst = new Map<string, Set<Group>>();
    for (const group of this.#groups)
      for (const { words } of group.forms.values())
        if (words.length > 1) addTo(byFirst, words[0] as string, group);
    yield;
    for (const group of this.groups()) {
      const { words, key } = group.longest;
      if (words.length === 1 && key.length >= 4) this.merge(only(byFirst.get(key) ?? new Set()), group);
      yield;
    }
  }
}

function only<T>(items: ReadonlySet<T>): T | undefined {
  return items.size === 1 ? items.values().next().value : undefined;
}

/** What remains behind a generic head and its "de"; `undefined` for a name without such a head. */
function withoutHead(words: readonly string[]): string | undefined {
  if (words.length < 2 || !isOrganizationHead(words[0] as string)) return undefined;
  const hasLink = /^(?:de|du|des)$/u.test(words[1] as string) && words.length > 2;
  const rest = words
    .slice(hasLink ? 2 : 1)
    .join(' ')
    .replace(/^(?:la |le |les |l'|d')/u, '');
  return rest === '' ? undefined : rest;
}
