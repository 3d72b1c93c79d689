import type { Steps } from '../../../util/steps';
import { addTo, type Group, join, joinOrOpen, type NamedMention, newGroup } from './groups';
import { isGivenNameOf, isSurnameOf, sameFullName } from './persons';

const mentionsPerStep = 64;

/** More bearers of one word than this are a list, not a story: their surnames alone are not resolved. */
const mostBearers = 32;

/**
 * Persons, in two passes over the mentions in text order: names of two words or more make groups, then single words join the group
 * whose surname (or, if none, given name) they are. Where several bear it, title and nearness decide, and without either the word
 * stays by itself: father and son are not mixed up in silence.
 */
export function* groupPersons(mentions: readonly NamedMention[]): Steps<readonly Group[]> {
  const full = new FullNames();
  const short: NamedMention[] = [];
  for (const [i, mention] of mentions.entries()) {
    if (mention.form.words.length >= 2) full.add(mention);
    else short.push(mention);
    if (i % mentionsPerStep === 0) yield;
  }
  const alone = new Map<string, Group>();
  for (const [i, mention] of short.entries()) {
    const group = full.bearerOf(mention);
    if (group) join(group, mention);
    else joinOrOpen(alone, mention.form.key, mention);
    if (i % mentionsPerStep === 0) yield;
  }
  return [...full.groups, ...alone.values()];
}

/** Groups of full names, found by their last and first words so that a list of thousands of names stays quick. */
class FullNames {
  readonly groups: Group[] = [];
  readonly #byKey = new Map<string, Group>();
  readonly #byWord = new Map<string, Set<Group>>();
  /** Full mentions of a group in text order, to find the one that was last before. */
  readonly #full = new Map<Group, NamedMention[]>();

  add(mention: NamedMention): void {
    const group = this.#groupFor(mention);
    if (group) join(group, mention);
    const target = group ?? newGroup(mention);
    if (!group) this.groups.push(target);
    const full = this.#full.get(target);
    if (full) full.push(mention);
    else this.#full.set(target, [mention]);
    if (this.#byKey.has(mention.form.key)) return;
    this.#byKey.set(mention.form.key, target);
    for (const word of mention.form.words) addTo(this.#byWord, word, target);
  }

  bearerOf(mention: NamedMention): Group | undefined {
    const { words } = mention.form;
    const candidates = this.#candidates(mention).filter((group) => agree(group, mention));
    const bySurname = candidates.filter(({ forms }) =>
      [...forms.values()].some((form) => isSurnameOf(words, form.words)),
    );
    if (bySurname.length > 0) return only(bySurname) ?? this.#nearest(bySurname, mention);
    return only(candidates.filter(({ longest }) => isGivenNameOf(words, longest.words)));
  }

  #groupFor(mention: NamedMention): Group | undefined {
    const same = this.#byKey.get(mention.form.key);
    if (same && agree(same, mention)) return same;
    return this.#candidates(mention).find((group) => agree(group, mention) && canBe(group, mention));
  }

  #candidates({ form: { words } }: NamedMention): readonly Group[] {
    const found = new Set<Group>();
    for (const word of new Set([words[0] ?? '', words.at(-1) ?? ''])) {
      const bearers = this.#byWord.get(word);
      if (bearers && bearers.size <= mostBearers) for (const group of bearers) found.add(group);
    }
    return [...found];
  }

  /** The one of several bearers that was named last before, in the same or the block before. */
  #nearest(groups: readonly Group[], mention: NamedMention): Group | undefined {
    let best: Group | undefined;
    let bestStart = -1;
    for (const group of groups) {
      const before = lastBefore(this.#full.get(group) ?? [], mention.mention.span.start);
      if (!before || mention.block - before.block > 1 || before.mention.span.start <= bestStart) continue;
      best = group;
      bestStart = before.mention.span.start;
    }
    return best;
  }
}

function agree(group: Group, mention: NamedMention): boolean {
  return group.gender === undefined || mention.gender === undefined || group.gender === mention.gender;
}

/** The same full name, or a surname of two words ("Ben Youssef") and its bearer, whichever came first. */
function canBe({ longest }: Group, { form }: NamedMention): boolean {
  return (
    sameFullName(longest, form) ||
    isSurnameOf(form.words, longest.words) ||
    isSurnameOf(longest.words, form.words)
  );
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}

/** The last of the mentions, which are in text order, that starts before the offset. */
function lastBefore(mentions: readonly NamedMention[], offset: number): NamedMention | undefined {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((mentions[middle] as NamedMention).mention.span.start < offset) low = middle + 1;
    else high = middle;
  }
  return mentions[low - 1];
}
