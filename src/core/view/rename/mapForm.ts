import type { EntityType } from '../../annotation/types';
import type { Span } from '../../util/span';
import { indexOfWords, type NameParts, splitName, wordsOfName } from './nameParts';
import { initialsOf, type NewName } from './newName';

/** Which part of the name a mention uses. */
export type FormPart = 'name' | 'surname' | 'givenName' | 'acronym' | 'part';

export interface MappedForm {
  /** The part of the words that is replaced, in UTF-16 units from their start. */
  readonly replaced: Span;
  readonly text: string;
  readonly part: FormPart;
  /** False where another form could be meant as well. */
  readonly certain: boolean;
}

export interface RenamedEntity {
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly acronym?: string;
}

/**
 * The new form for words that name the entity: the full name for the full name, the surname for the surname, the acronym for the
 * acronym; a form inside other words ("M. Diop") alone is replaced. `undefined` for words that have nothing of the name.
 */
export function mapForm(words: string, old: RenamedEntity, next: NewName): MappedForm | undefined {
  const have = [...words.matchAll(/[^\s\u00a0\u202f]+/gu)];
  const plain = have.map(([word]) => word);
  for (const { from, to, part, certain } of formRows(old, next)) {
    const at = indexOfWords(plain, from);
    const [first, last] = at === undefined ? [] : [have[at], have[at + from.length - 1]];
    if (!first || !last) continue;
    if (to.length === 0) return undefined;
    const replaced = { start: first.index, end: last.index + last[0].length };
    const text = written(to.join(' '), words.slice(replaced.start, replaced.end), from);
    return { replaced, text, part, certain };
  }
  return undefined;
}

interface FormRow {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly part: FormPart;
  readonly certain: boolean;
}

/** Old forms and what becomes of them, the fullest first. */
function formRows(old: RenamedEntity, next: NewName): readonly FormRow[] {
  const whole = {
    from: wordsOfName(old.name),
    to: wordsOfName(next.name),
    part: 'name',
    certain: true,
  } as const;
  return [
    whole,
    ...acronymRow(old, next),
    ...(old.type === 'person' ? personRows(old, next) : headRow(old, next)),
  ];
}

function personRows(old: RenamedEntity, next: NewName): readonly FormRow[] {
  const before = splitName(old.name, old.aliases);
  const after = splitAlike(next.name, old.name, before);
  if (before.given.length === 0) return [];
  const given = after.given.length > 0 ? after.given : after.surname;
  const rows: FormRow[] = [
    { from: before.surname, to: after.surname, part: 'surname', certain: true },
    { from: before.given, to: given, part: 'givenName', certain: after.given.length > 0 },
  ];
  // "Hamadoun" for "Ag Hamadoun", "Boateng" for "Mensah Boateng".
  const last = before.surname.slice(-1);
  if (before.surname.length > 1) rows.push({ from: last, to: after.surname, part: 'part', certain: false });
  return rows;
}

/** A new name of as many words as the old one is split at the same place. */
function splitAlike(name: string, oldName: string, old: NameParts): NameParts {
  const words = wordsOfName(name);
  if (words.length !== wordsOfName(oldName).length) return splitName(name);
  return { given: words.slice(0, old.given.length), surname: words.slice(old.given.length) };
}

function acronymRow(old: RenamedEntity, next: NewName): readonly FormRow[] {
  if (old.acronym === undefined) return [];
  const derived = initialsOf(old.name) === old.acronym.replace(/\./gu, '') ? initialsOf(next.name) : '';
  const acronym = next.acronym ?? (derived.length > 1 ? derived : '');
  const to = acronym === '' ? [] : [acronym];
  return [{ from: [old.acronym], to, part: 'acronym', certain: next.acronym !== undefined }];
}

/** "l’Union" for "Union africaine". */
function headRow(old: RenamedEntity, next: NewName): readonly FormRow[] {
  const [head] = wordsOfName(old.name);
  const [newHead] = wordsOfName(next.name);
  if (head === undefined || newHead === undefined || wordsOfName(old.name).length < 2) return [];
  return [{ from: [head], to: [newHead], part: 'part', certain: false }];
}

/** In the manner of the words it replaces: a headline in capitals stays one, and so do spaces that do not break. */
function written(text: string, words: string, from: readonly string[]): string {
  const upper = words.toLocaleUpperCase('fr');
  const fresh =
    words === upper && from.join(' ') !== from.join(' ').toLocaleUpperCase('fr')
      ? text.toLocaleUpperCase('fr')
      : text;
  const spaces = new Set(words.match(/[\s\u00a0\u202f]/gu));
  const [only] = spaces;
  return spaces.size === 1 && only !== undefined && !/[\r\n]/u.test(only)
    ? fresh.replace(/ /gu, only)
    : fresh;
}
