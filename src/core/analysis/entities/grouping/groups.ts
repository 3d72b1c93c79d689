import type { MentionSuggestion } from '../../../annotation/suggestion';
import type { EntityType } from '../../../annotation/types';
import type { NameForm } from './nameForm';
import type { Gender } from './persons';

/** A mention with what grouping looks at. */
export interface NamedMention {
  readonly mention: MentionSuggestion & { readonly type: EntityType };
  readonly form: NameForm;
  /** Told by a title or an article before the name. */
  readonly gender?: Gender;
  /** Told by the words beside a person's name. */
  readonly country?: string;
  /** Index of its block: nearness in the article. */
  readonly block: number;
}

/** Mentions of one entity, in the order in which they joined. */
export interface Group {
  readonly type: EntityType;
  readonly members: NamedMention[];
  /** Distinct forms by their keys: a name of a thousand mentions is compared once. */
  readonly forms: Map<string, NameForm>;
  /** The form of most words. */
  longest: NameForm;
  gender: Gender | undefined;
}

export function newGroup(member: NamedMention): Group {
  const { form } = member;
  return {
    type: member.mention.type,
    members: [member],
    forms: new Map([[form.key, form]]),
    longest: form,
    gender: member.gender,
  };
}

export function join(group: Group, member: NamedMention): void {
  const { form } = member;
  group.members.push(member);
  group.gender ??= member.gender;
  if (!group.forms.has(form.key)) group.forms.set(form.key, form);
  if (form.words.length > group.longest.words.length) group.longest = form;
}

export function joinOrOpen(groups: Map<string, Group>, key: string, mention: NamedMention): void {
  const group = groups.get(key);
  if (group) join(group, mention);
  else groups.set(key, newGroup(mention));
}

/** Adds to the set under a key. */
export function addTo<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const known = sets.get(key);
  if (known) known.add(value);
  else sets.set(key, new Set([value]));
}
