import { compareSpans, type Span } from '../../util/span';

/** A stretch of text that stands in an element. */
export interface Marked {
  readonly span: Span;
  /** Those with a lower level are outside where two share text. */
  readonly level: number;
  /** The start tag; `isFirst` is false for a further piece of one that had to be taken apart. */
  readonly open: (isFirst: boolean) => string;
  readonly close: string;
}

/**
 * Text in elements that nest, whatever the spans do: where two cross, the inner one is closed and opened again. `written` gives the
 * HTML of a stretch without any. Linear in the text, and in the spans times how many stand over one place.
 */
export function nestMarkup(within: Span, marked: readonly Marked[], written: (part: Span) => string): string {
  const items = marked
    .map((item) => ({
      item,
      start: Math.max(item.span.start, within.start),
      end: Math.min(item.span.end, within.end),
    }))
    .filter(({ start, end }) => start < end)
    .sort(
      (a, b) => a.start - b.start || a.item.level - b.item.level || compareSpans(a.item.span, b.item.span),
    );
  const bounds = [
    ...new Set([within.start, within.end, ...items.flatMap(({ start, end }) => [start, end])]),
  ].sort((a, b) => a - b);
  const opened = new Set<Marked>();
  const html: string[] = [];
  let open: readonly Marked[] = [];
  let active: typeof items = [];
  let next = 0;
  const change = (wanted: readonly Marked[]): void => {
    let kept = 0;
    while (kept < open.length && open[kept] === wanted[kept]) kept++;
    for (const item of open.slice(kept).reverse()) html.push(item.close);
    for (const item of wanted.slice(kept)) {
      // One that began in an earlier block goes on here.
      html.push(item.open(!opened.has(item) && item.span.start >= within.start));
      opened.add(item);
    }
    open = wanted;
  };
  for (const [index, bound] of bounds.entries()) {
    active = active.filter(({ end }) => end > bound);
    for (; items[next]?.start === bound; next++) active.push(items[next] as (typeof items)[number]);
    active.sort((a, b) => a.item.level - b.item.level || compareSpans(a.item.span, b.item.span));
    change(active.map(({ item }) => item));
    const end = bounds[index + 1];
    if (end !== undefined) html.push(written({ start: bound, end }));
  }
  change([]);
  return html.join('');
}
