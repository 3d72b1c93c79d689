import { makeEntityId } from '../../annotation/id';
import type { EntityRecord } from '../../annotation/record';
import { type EntityType, isEntityType, type MentionType, type Status } from '../../annotation/types';
import type { SidecarChange } from '../../sidecar/editSidecar';
import type { DecisionSources } from './decision';

/** Whom or what a person means: an entity of the view, one of the register, a new one, or whatever of the type has these words. */
export type Subject =
  | { readonly kind: 'entity'; readonly key: string }
  | { readonly kind: 'register'; readonly id: string; readonly name: string; readonly type: EntityType }
  | { readonly kind: 'new'; readonly name: string; readonly type: EntityType }
  | { readonly kind: 'type'; readonly type: MentionType };

/** The records of the entities that decisions name, those made for them included. */
export class DraftEntities {
  readonly #sources: DecisionSources;
  readonly #changes: SidecarChange[] = [];
  readonly #updates: SidecarChange[] = [];
  /** Ids of the entities made here, by type and key. */
  readonly #made = new Map<string, string>();
  /** Ids of the records that get their entry of the register here. */
  readonly #linked = new Set<string>();

  constructor(sources: DecisionSources) {
    this.#sources = sources;
  }

  /** New entities and changed ones, then the links to registers. */
  get changes(): readonly SidecarChange[] {
    return [...this.#changes, ...this.#updates];
  }

  /** Takes in an entity that the decision makes or changes. */
  add(change: SidecarChange): void {
    this.#changes.push(change);
  }

  /** The id of the record of whom somebody means: made when there is none. `undefined` for dates and hours. */
  subject(subject: Subject, words: string): string | undefined {
    if (subject.kind === 'entity') return this.idOf(subject.key, undefined, 'confirmed');
    if (subject.kind === 'new') return this.idOf(undefined, subject.type, 'confirmed', subject.name);
    if (subject.kind === 'register') return this.#registered(subject);
    return this.idOf(this.#keyNamed(words, subject.type), subject.type, 'confirmed', words);
  }

  /** The id of the entity's record, which is made when there is none of that type. `words` name one that the view has not. */
  idOf(
    key: string | undefined,
    type: MentionType | undefined,
    status: Status,
    words?: string,
  ): string | undefined {
    const known = key === undefined ? undefined : this.#sources.view.entities.get(key);
    const wanted = type ?? known?.type;
    if (wanted === undefined || !isEntityType(wanted)) return undefined;
    if (known?.record !== undefined && known.type === wanted) return known.record;
    const name = known?.name ?? words;
    if (name === undefined) return undefined;
    const made = this.#made.get(`${wanted} ${key ?? name}`);
    if (made !== undefined) return made;
    const entry = status === 'confirmed' && known?.type === wanted ? known.register?.entity.id : undefined;
    const record: EntityRecord = {
      id: makeEntityId(name, this.#sources.random),
      type: wanted,
      name,
      ...(entry !== undefined && { register: entry }),
    };
    this.#made.set(`${wanted} ${key ?? name}`, record.id);
    this.#changes.push({ kind: 'addEntity', record });
    return record.id;
  }

  /** Whoever confirms a name confirms the entry of the register that is shown with it. */
  linkRegister(key: string | undefined): void {
    const entity = key === undefined ? undefined : this.#sources.view.entities.get(key);
    const record = this.#sources.entities.find(({ id }) => id === entity?.record);
    const entry = entity?.register?.entity.id;
    if (!record || entry === undefined || record.register !== undefined || this.#linked.has(record.id))
      return;
    this.#linked.add(record.id);
    this.#updates.push({ kind: 'set', id: record.id, fields: { register: entry } });
  }

  /** The entity of that type that goes by these words in the article. */
  #keyNamed(words: string, type: MentionType): string | undefined {
    const wanted = nameKey(words);
    for (const entity of this.#sources.view.entities.values()) {
      const names = [
        entity.name,
        ...entity.aliases,
        ...(entity.acronym === undefined ? [] : [entity.acronym]),
      ];
      if (entity.type === type && names.some((name) => nameKey(name) === wanted)) return entity.key;
    }
    return undefined;
  }

  #registered({ id, name, type }: Extract<Subject, { kind: 'register' }>): string {
    const known =
      this.#sources.entities.find(({ register }) => register === id)?.id ?? this.#made.get(`register ${id}`);
    if (known !== undefined) return known;
    const shown = [...this.#sources.view.entities.values()].find(
      ({ register }) => register?.entity.id === id,
    );
    const found = shown && this.idOf(shown.key, undefined, 'confirmed');
    if (found !== undefined) {
      this.linkRegister(shown?.key);
      return found;
    }
    const record: EntityRecord = { id: makeEntityId(name, this.#sources.random), type, name, register: id };
    this.#made.set(`register ${id}`, record.id);
    this.#changes.push({ kind: 'addEntity', record });
    return record.id;
  }
}

function nameKey(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\s’']+/gu, ' ')
    .toLowerCase();
}
