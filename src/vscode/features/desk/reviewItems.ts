import type { Span } from '../../../core/util/span';
import { sameSpan, spanLength } from '../../../core/util/span';
import type { ArticleView, ViewMention, ViewQuotation } from '../../../core/view/types';
import { placeOf } from '../../targets';
import { mentionsAt, quotationsAt } from '../../viewLookup';
import { isShown, type Shown } from '../highlights/layers';

export type Item = ViewMention | ViewQuotation;

/** What waits for a decision, in text order; a quotation before the names in it. What the settings hide does not wait. */
export function openItems({ mentions, quotations }: ArticleView, shown: Shown): readonly Item[] {
  const open = (item: Item): boolean =>
    item.status === 'suggested' && isShown(item, shown) && spanLength(placeOf(item)) > 0;
  return [
    ...quotations.filter(open),
    ...mentions.filter((item) => shown.parts.has(item.type) && open(item)),
  ].sort(byPlace);
}

/** The next open item behind a place, and after the last the first; the one before for `direction` −1. */
export function nextOpen(items: readonly Item[], from: Span, direction: 1 | -1): Item | undefined {
  return direction > 0
    ? (items.find((item) => compare(placeOf(item), from) > 0) ?? items[0])
    : (items.findLast((item) => compare(placeOf(item), from) < 0) ?? items.at(-1));
}

/** The same item in another view of the same text. */
export function sameItem(items: readonly Item[], { kind, ...item }: Item): Item | undefined {
  const place = placeOf({ kind, ...item } as Item);
  return items.find((each) => each.kind === kind && sameSpan(placeOf(each), place));
}

/** How far the article is: what is decided, of all there is to decide. */
export function progressOf(view: ArticleView, open: number): { readonly done: number; readonly all: number } {
  const confirmed = [...view.mentions, ...view.quotations].filter(
    ({ status }) => status === 'confirmed',
  ).length;
  const done = confirmed + view.rejected.length;
  return { done, all: done + open };
}

/** What is selected exactly, or what a caret is in: a name before the quotation around it. */
export function itemAt(view: ArticleView, place: Span): Item | undefined {
  const mentions = mentionsAt(view, place);
  const quotations = quotationsAt(view, place);
  if (place.start === place.end) return mentions.at(-1) ?? quotations.at(-1);
  const all: readonly Item[] = [...mentions, ...quotations];
  return all.find((item) => sameSpan(placeOf(item), place));
}

function byPlace(a: Item, b: Item): number {
  return compare(placeOf(a), placeOf(b)) || (a.kind === 'quotation' ? -1 : 1);
}

function compare(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}
