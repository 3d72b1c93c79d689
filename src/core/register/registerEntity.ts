import type { EntityType } from '../annotation/types';
import type { IdentifierScheme } from './identifiers';

/** Something that a person or organisation was, where, and when; at least one of `role` and `of`. */
export interface RegisterRole {
  /** "ministre des Affaires étrangères". */
  readonly role?: string;
  /** What the role belongs to ("Mali"), or the id of an entry; alone it is an affiliation. */
  readonly of?: string;
  /** EDTF: first and last day, month or year in which it is held. */
  readonly since?: string;
  readonly until?: string;
}

/** An entry of the entity register. */
export interface RegisterEntity {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly acronyms: readonly string[];
  readonly roles: readonly RegisterRole[];
  readonly identifiers: Readonly<Partial<Record<IdentifierScheme, string>>>;
  readonly description?: string;
  /** Path of a picture, relative to the register's folder and inside it. */
  readonly image?: string;
  readonly note?: string;
  /** Ids of entries that were merged into this one; references to them mean this one. */
  readonly formerIds: readonly string[];
}
