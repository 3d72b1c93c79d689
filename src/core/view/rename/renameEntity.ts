import { agreeBefore, type NameShape } from '../../language/fr/typography/determiner';
import { isCountry, kindOfName, type NameKind } from '../../language/fr/typography/nameGender';
import { compareSpans, type Span } from '../../util/span';
import { createSpanIndex } from '../spanIndex';
import type { ArticleView, ViewEntity, ViewMention } from '../types';
import { type FormPart, mapForm } from './mapForm';
import { type NewName, readNewName } from './newName';

/** Spans are UTF-16 offsets into the text. */
export interface Replacement {
  readonly span: Span;
  readonly text: string;
}

/** One change of the article: of the name and, where it has to agree, of what stands before it. No two of them overlap. */
export interface RenameEdit {
  /** In text order. The name is one by itself, so that an annotation of it goes with it. */
  readonly replacements: readonly Replacement[];
  /** `unmarked`: the full name where nobody marked it. */
  readonly part: FormPart | 'unmarked';
  /** False where a person should look at it before it is made. */
  readonly certain: boolean;
}

/**
 * The edits that give the entity another name in the text: each mention gets the form that answers to its own, and what stands
 * before it agrees ("d’", "du", "qu’"). Roles, pronouns and descriptions stay. `undefined` when `typed` is no name.
 */
export function renameEntity(
  text: string,
  view: ArticleView,
  entity: ViewEntity,
  typed: string,
): readonly RenameEdit[] | undefined {
  const next = readNewName(typed);
  if (!next) return undefined;
  const mentions = entity.mentions.flatMap((index) => view.mentions[index] ?? []).filter(isNamed);
  const apostrophe = apostropheOf(text);
  const edits = mentions.flatMap((mention) => editOf(text, mention.span, entity, next, apostrophe) ?? []);
  const kept = withoutOverlaps(edits);
  return [...kept, ...unmarked(text, view, entity, next)].toSorted((a, b) =>
    compareSpans(extentOf(a), extentOf(b)),
  );
}

/** The edits that give the acronym alone another form. */
export function renameAcronym(
  text: string,
  view: ArticleView,
  entity: ViewEntity,
  typed: string,
): readonly RenameEdit[] | undefined {
  const next = readNewName(typed);
  const { acronym } = entity;
  if (!next || acronym === undefined) return undefined;
  const known = { type: entity.type, name: acronym, aliases: [] };
  const mentions = entity.mentions.flatMap((index) => view.mentions[index] ?? []).filter(isNamed);
  return withoutOverlaps(
    mentions.flatMap(({ span }) => editOf(text, span, known, next, apostropheOf(text)) ?? []),
  );
}

function isNamed({ form, span }: ViewMention): boolean {
  return (form === 'name' || form === 'acronym') && span.end > span.start;
}

type Renamed = Pick<ViewEntity, 'type' | 'name' | 'aliases' | 'acronym'>;

/** The apostrophe that the article uses. */
function apostropheOf(text: string): string {
  return /[’']/u.exec(text)?.[0] ?? '’';
}

function editOf(
  text: string,
  span: Span,
  entity: Renamed,
  next: NewName,
  apostrophe: string,
): RenameEdit | undefined {
  const mapped = mapForm(withoutArticle(text.slice(span.start, span.end)), entity, next);
  if (!mapped) return undefined;
  const fresh = mapped.text.replace(/[’']/gu, apostrophe);
  const [start, end] = [span.start + mapped.replaced.start, span.start + mapped.replaced.end];
  const before = text.slice(Math.max(0, start - lookBehind), start);
  const { removed, inserted, certain } = agreeBefore(before, shapeOf(fresh, entity, next), apostrophe);
  if (text.slice(start - removed, end) === inserted + fresh) return undefined;
  const determiner = { span: { start: start - removed, end: start }, text: inserted };
  const isChanged = text.slice(determiner.span.start, start) !== inserted;
  return {
    replacements: [...(isChanged ? [determiner] : []), { span: { start, end }, text: fresh }],
    part: mapped.part,
    certain: mapped.certain && certain,
  };
}

function extentOf({ replacements }: RenameEdit): Span {
  return { start: replacements[0]?.span.start ?? 0, end: replacements.at(-1)?.span.end ?? 0 };
}

/** With spaces in place of an article that is glued to the name: "l’Union". */
function withoutArticle(words: string): string {
  return words.replace(/^[ld][’']/u, '  ');
}

const lookBehind = 24;

function shapeOf(form: string, { type }: Renamed, next: NewName): NameShape {
  return {
    text: form,
    kind: kindOf(form, type, next),
    isCountry: type === 'location' && isCountry(next.name),
    ...(next.article !== undefined && { wantsArticle: true }),
  };
}

/** A person who typed the article knows best; an acronym has the gender of the name. */
function kindOf(form: string, type: Renamed['type'], next: NewName): NameKind | undefined {
  if (next.article === 'la') return 'feminine';
  if (next.article === 'le') return 'masculine';
  if (next.article === 'les') return 'plural';
  return kindOfName(form, type) ?? kindOfName(next.name, type);
}

/** The one that begins first and is longest stands; what lies inside it goes with it. */
function withoutOverlaps(edits: readonly RenameEdit[]): readonly RenameEdit[] {
  let end = -1;
  return edits
    .toSorted((a, b) => compareSpans(extentOf(a), extentOf(b)))
    .filter((edit) => {
      const extent = extentOf(edit);
      if (extent.start < end) return false;
      end = extent.end;
      return true;
    });
}

/** The full name of several words where no annotation stands: a person decides. */
function unmarked(text: string, view: ArticleView, entity: ViewEntity, next: NewName): readonly RenameEdit[] {
  if (!/\s/u.test(entity.name)) return [];
  const marked = createSpanIndex(view.mentions, ({ span }) => span);
  const apostrophe = apostropheOf(text);
  const found: RenameEdit[] = [];
  const { name } = entity;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const span = { start: at, end: at + name.length };
    const isWord =
      !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) &&
      !/^[\p{L}\p{N}]/u.test(text.slice(span.end, span.end + 2));
    const isFree = marked.overlapping(span).length === 0;
    const edit = isWord && isFree ? editOf(text, span, entity, next, apostrophe) : undefined;
    if (edit) found.push({ ...edit, part: 'unmarked', certain: false });
  }
  return found;
}
