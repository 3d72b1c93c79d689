import type { MentionSuggestion } from '../../../annotation/suggestion';
import type { EntityType } from '../../../annotation/types';
import type { NameForm } from './nameForm';
import type { Gender } from './persons';

/** A mention with what grouping looks at. */
export interface NamedMention {
  readonly mention: MentionSuggestion & { readonly type: EntityType };
  readonly form: NameForm;
  /** Told by a title before the name. */
  readonly gender?: Gender;
  /** Index of its block: nearness in the article. */
  readonly block: number;
}

/** Mentions of one entity, in the order in which they joined. */
export interface Group {
  readonly type: EntityType;
  readonly members: NamedMention[];
  /** The fullest form among them. */
  longest: NameForm;
  gender: Gender | undefined;
}

export function newGroup(member: NamedMention): Group {
  return { type: member.mention.type, members: [member], longest: member.form, gender: member.gender };
}

export function join(group: Group, member: NamedMention): void {
  group.members.push(member);
  group.gender ??= member.gender;
  if (member.form.words.length > group.longest.words.length) group.longest = member.form;
}

export function absorb(group: Group, other: Group): void {
  for (const member of other.members) join(group, member);
}
