import { isOrganizationHead, knownOrganization } from './aliases';
import { absorb, type Group, type NamedMention } from './groups';
import { joinOrOpen } from './groupPersons';
import { abbreviates, isAcronym } from './nameForm';

/**
 * Organisations: the same words, names that one line of the alias list holds, an acronym with its expansion (beside each other in
 * the article, or by its initials), a generic head with the name ("Confédération AES", "groupe Casino"), a name cut short when
 * only one begins so. `pairs` are the acronyms that the article puts beside their expansions.
 */
export function groupOrganizations(
  mentions: readonly NamedMention[],
  pairs: readonly (readonly [NamedMention, NamedMention])[],
): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const mention of mentions) {
    const known =
      knownOrganization(mention.form.key) ??
      withoutHead(mention.form.words)
        .map(knownOrganization)
        .find((line) => line !== undefined);
    joinOrOpen(groups, known === undefined ? mention.form.key : `known ${known}`, mention);
  }
  const merged = new Merging([...groups.values()]);
  for (const [a, b] of pairs) merged.merge(merged.groupOf(a), merged.groupOf(b));
  merged.byInitials();
  merged.byHead();
  merged.byBeginning();
  return merged.groups;
}

class Merging {
  #groups: Group[];
  readonly #of = new Map<NamedMention, Group>();

  constructor(groups: Group[]) {
    this.#groups = groups;
    for (const group of groups) for (const member of group.members) this.#of.set(member, group);
  }

  get groups(): readonly Group[] {
    return this.#groups;
  }

  groupOf(mention: NamedMention): Group | undefined {
    return this.#of.get(mention);
  }

  merge(into: Group | undefined, other: Group | undefined): void {
    if (!into || !other || into === other) return;
    absorb(into, other);
    for (const member of other.members) this.#of.set(member, into);
    this.#groups = this.#groups.filter((group) => group !== other);
  }

  /** An acronym whose letters are the initials of one long name only. */
  byInitials(): void {
    const long = this.#groups.filter(({ longest }) => longest.words.length >= 3);
    for (const group of [...this.#groups]) {
      if (!isAcronym(group.longest.text)) continue;
      const expansions = long.filter(
        (other) => this.#groups.includes(other) && abbreviates(group.longest.text, other.longest),
      );
      if (expansions.length === 1) this.merge(expansions[0], group);
    }
  }

  /** A generic head before a name that stands for it elsewhere in the article. */
  byHead(): void {
    const byKey = this.#keys();
    for (const group of [...this.#groups]) {
      for (const rest of group.members.flatMap(({ form }) => withoutHead(form.words))) {
        const other = byKey.get(rest);
        if (other && this.#groups.includes(other) && this.#groups.includes(group)) this.merge(other, group);
      }
    }
  }

  /** "Amnesty" for "Amnesty International", "la Confédération" for "Confédération AES". */
  byBeginning(): void {
    for (const group of [...this.#groups]) {
      const { words, key } = group.longest;
      if (words.length !== 1 || key.length < 4) continue;
      const longer = this.#groups.filter(
        (other) =>
          other !== group && other.members.some(({ form }) => form.words.length > 1 && form.words[0] === key),
      );
      if (longer.length === 1) this.merge(longer[0], group);
    }
  }

  #keys(): ReadonlyMap<string, Group> {
    return new Map(
      this.#groups.flatMap((group) => group.members.map(({ form }) => [form.key, group] as const)),
    );
  }
}

/** What remains behind a generic head and its "de": nothing for a name without such a head. */
function withoutHead(words: readonly string[]): string[] {
  if (words.length < 2 || !isOrganizationHead(words[0] as string)) return [];
  const rest = words.slice(/^(?:de|du|des)$/u.test(words[1] as string) && words.length > 2 ? 2 : 1);
  const bare = rest.join(' ').replace(/^(?:la |le |les |l'|d')/u, '');
  return bare === '' ? [] : [bare];
}
