import type { EntityType } from '../annotation/types';
import { isAcronym, nameForm } from '../analysis/entities/grouping/nameForm';
import { plainWord } from '../analysis/entities/nameWords';
import type { ListedForm, ListedName, RegisterKnowledge } from '../analysis/types';
import { tokenize, tokenText } from '../text/tokens';
import { combineEntities, type SourcedEntity } from './combineEntities';
import type { RegisterEntity } from './registerEntity';

/** By which of its names an entry was found. */
export type NameKind = 'name' | 'alias' | 'acronym';

export interface NameMatch {
  readonly entity: SourcedEntity;
  readonly by: NameKind;
}

/** What the registers of an article come to. */
export interface RegisterIndex extends RegisterKnowledge {
  /** All entries, those of the first register first. */
  readonly entities: readonly SourcedEntity[];
  /** By the id that it has or had. */
  byId(id: string): SourcedEntity | undefined;
  byWikidata(item: string): SourcedEntity | undefined;
  /** The entries that have the form among their names, each once. Capitals, accents, titles and articles do not count but in acronyms. */
  named(form: string, type?: EntityType): readonly NameMatch[];
}

/** A register with what its host calls it. */
export interface RegisterSource {
  readonly source: string;
  readonly entities: readonly RegisterEntity[];
}

/** Registers in the order of their precedence. */
export function createRegisterIndex(registers: readonly RegisterSource[]): RegisterIndex {
  const entities = combineEntities(registers);
  const ids = new Map<string, SourcedEntity>();
  const items = new Map<string, SourcedEntity>();
  const names = new Map<string, NameMatch[]>();
  const add = (key: string, match: NameMatch): void => {
    const known = names.get(key);
    if (!known) names.set(key, [match]);
    else if (!known.some(({ entity }) => entity === match.entity)) known.push(match);
  };
  for (const entity of entities) {
    for (const former of entity.formerIds) if (!ids.has(former)) ids.set(former, entity);
    const item = entity.identifiers.wikidata;
    if (item !== undefined && !items.has(item)) items.set(item, entity);
    for (const [form, by] of formsOf(entity)) for (const key of keysOf(form, by)) add(key, { entity, by });
  }
  for (const entity of entities) ids.set(entity.id, entity);
  // Made when an analysis first asks: a card needs none of it.
  let forms: ReadonlyMap<string, readonly ListedForm[]> | undefined;
  const named = (form: string): readonly NameMatch[] => [
    ...new Map(
      lookupKeys(form)
        .flatMap((key) => names.get(key) ?? [])
        .map((match) => [match.entity.id, match] as const)
        .reverse(),
    ).values(),
  ];
  return {
    entities,
    byId: (id) => ids.get(id),
    byWikidata: (item) => items.get(item),
    named: (form, type) => named(form).filter(({ entity }) => type === undefined || entity.type === type),
    listedAs: (form) => named(form).map(({ entity: { type, name } }): ListedName => ({ type, name })),
    formsFrom: (word) => (forms ??= formsByFirstWord(entities)).get(word) ?? [],
  };
}

export const emptyRegister: RegisterIndex = createRegisterIndex([]);

function formsOf({ name, aliases, acronyms }: RegisterEntity): readonly (readonly [string, NameKind])[] {
  return [
    [name, 'name'],
    ...aliases.map((alias) => [alias, 'alias'] as const),
    ...acronyms.map((acronym) => [acronym, 'acronym'] as const),
  ];
}

/** Forms with one first word that are looked for: keeps the search linear in a register made to defeat it. */
const mostForms = 40;

function formsByFirstWord(entities: readonly SourcedEntity[]): ReadonlyMap<string, readonly ListedForm[]> {
  const forms = new Map<string, ListedForm[]>();
  for (const entity of entities) {
    for (const [form, by] of formsOf(entity)) {
      const tokens = tokenize(form);
      const words = Array.from({ length: tokens.count }, (_, i) => plainWord(tokenText(tokens, i)));
      const [first] = words;
      if (first === undefined || !/^\p{Lu}/u.test(form)) continue;
      const isCapitals = words.length === 1 && (by === 'acronym' || isAcronym(form));
      const listed = { words, type: entity.type, ...(isCapitals && { acronym: form }) };
      const list = forms.get(first);
      if (!list) forms.set(first, [listed]);
      else if (list.length < mostForms) list.push(listed);
    }
  }
  return forms;
}

function keysOf(form: string, by: NameKind): readonly string[] {
  const asName = by === 'acronym' ? [] : [nameKey(form)];
  return by === 'acronym' || isAcronym(form) ? [...asName, acronymKey(form)] : asName;
}

/** An acronym is looked up as such first: "AES" rather than "Aes". */
function lookupKeys(form: string): readonly string[] {
  return [acronymKey(form), nameKey(form)];
}

function nameKey(form: string): string {
  return `name ${nameForm(form).key}`;
}

function acronymKey(form: string): string {
  return `acronym ${form.replace(/[.\s]/gu, '')}`;
}
