import type { Span } from '../util/span';
import type { ArticleView, ViewEntity, ViewMention, ViewQuotation } from './types';

/** One replaced stretch of text: `removed` code units at `start` gave way to `inserted` ones. */
export interface TextEdit {
  readonly start: number;
  readonly removed: number;
  readonly inserted: number;
}

/**
 * Where a span is after an edit. Text typed at either edge stays outside, as with an editor's decorations that do not grow; what
 * replaces a part of it from outside stays outside too. A span whose text is gone is empty. The same object where nothing moved.
 */
export function shiftSpan(span: Span, { start, removed, inserted }: TextEdit): Span {
  const end = start + removed;
  if (span.end <= start) return span;
  if (span.start >= end) {
    const by = inserted - removed;
    return by === 0 ? span : { start: span.start + by, end: span.end + by };
  }
  if (span.start < start && span.end > end) return { start: span.start, end: span.end + inserted - removed };
  if (span.start < start) return { start: span.start, end: start };
  if (span.end > end) return { start: start + inserted, end: span.end + inserted - removed };
  // Replaced whole: kept when new words stand exactly in its place, so that one edit of a whole word is a change and no loss.
  const isWhole = span.start === start && span.end === end && inserted > 0;
  return isWhole ? { start, end: start + inserted } : { start, end: start };
}

/** The view after an edit, before anything is analysed again. What stands before the edit is not copied. */
export function shiftView(view: ArticleView, edit: TextEdit): ArticleView {
  return Object.freeze({
    ...view,
    mentions: mapChanged(view.mentions, (mention) => shiftMention(mention, edit)),
    quotations: mapChanged(view.quotations, (quotation) => shiftQuotation(quotation, edit)),
    entities: shiftEntities(view.entities, edit),
  });
}

function shiftMention(mention: ViewMention, edit: TextEdit): ViewMention {
  const span = shiftSpan(mention.span, edit);
  return span === mention.span ? mention : { ...mention, span };
}

function shiftQuotation(quotation: ViewQuotation, edit: TextEdit): ViewQuotation {
  const { cue, source } = quotation;
  const content = mapChanged(quotation.content, (part) => shiftSpan(part, edit));
  const marks = mapChanged(quotation.marks, (mark) => shiftSpan(mark, edit));
  const cueSpan = cue && shiftSpan(cue.span, edit);
  const sourceSpan = source && shiftSpan(source, edit);
  const isSame =
    content === quotation.content &&
    marks === quotation.marks &&
    cueSpan === cue?.span &&
    sourceSpan === source;
  if (isSame) return quotation;
  return {
    ...quotation,
    content,
    marks,
    ...(cue && cueSpan && { cue: { ...cue, span: cueSpan } }),
    ...(sourceSpan && { source: sourceSpan }),
  };
}

function shiftEntities(
  entities: ReadonlyMap<string, ViewEntity>,
  edit: TextEdit,
): ReadonlyMap<string, ViewEntity> {
  let changed: Map<string, ViewEntity> | undefined;
  for (const [key, entity] of entities) {
    const roles = mapChanged(entity.roles, (role) => {
      const span = shiftSpan(role.span, edit);
      return span === role.span ? role : { ...role, span };
    });
    if (roles !== entity.roles) (changed ??= new Map(entities)).set(key, { ...entity, roles });
  }
  return changed ?? entities;
}

/** Like `map`, but the same array when every item stays the same. */
function mapChanged<T>(items: readonly T[], map: (item: T) => T): readonly T[] {
  let changed: T[] | undefined;
  for (const [index, item] of items.entries()) {
    const mapped = map(item);
    if (mapped !== item) (changed ??= items.slice())[index] = mapped;
  }
  return changed ?? items;
}
