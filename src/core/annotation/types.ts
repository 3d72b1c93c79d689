/** What kinds of things an article names. */
export const entityTypes = ['person', 'organization', 'location', 'event', 'product'] as const;
export type EntityType = (typeof entityTypes)[number];

/** Dates and hours are mentions with a value rather than names of an entity. */
export const mentionTypes = [...entityTypes, 'date', 'hour'] as const;
export type MentionType = (typeof mentionTypes)[number];

/** How the words name it: `role` is "le chef de la diplomatie russe", `common` "cette force". */
export type MentionForm = 'name' | 'acronym' | 'role' | 'pronoun' | 'common' | 'time';

/** Reported speech as in the Penn Attribution Relation Corpus. */
export const quotationForms = ['direct', 'mixed', 'indirect'] as const;
export type QuotationForm = (typeof quotationForms)[number];

export const statuses = ['suggested', 'confirmed', 'rejected'] as const;
export type Status = (typeof statuses)[number];

export function isEntityType(type: MentionType): type is EntityType {
  return type !== 'date' && type !== 'hour';
}
