import type { MentionType } from '../../../core/annotation/types';
import { type Span, spanLength } from '../../../core/util/span';
import type { ArticleView, ViewMention, ViewQuotation } from '../../../core/view/types';
import type { HighlightPart } from '../../ids';

type Standing = 'suggested' | 'confirmed';

/** What is drawn in one manner. Those of the caret are drawn above the others and follow the selection. */
export type Layer =
  | `${MentionType}.${Standing}`
  | `ruler.${MentionType | 'quotation'}`
  | `quotation.${Standing}`
  | `indirectQuotation.${Standing}`
  | 'mark'
  | 'cue'
  | CaretLayer;

export type CaretLayer = 'caret.content' | 'caret.cue' | 'caret.source';

export type Layers = ReadonlyMap<Layer, readonly Span[]>;

/** What the settings ask for. */
export interface Shown {
  readonly parts: ReadonlySet<HighlightPart>;
  readonly suggestions: boolean;
  /** Suggestions below it are not drawn; in [0, 1]. */
  readonly minimumConfidence: number;
  readonly overviewRuler: boolean;
}

/** All that is drawn of a view but what follows the caret, in text order within each layer. */
export function layersOf(view: ArticleView, shown: Shown): Layers {
  const layers = new Map<Layer, Span[]>();
  const add = (layer: Layer, span: Span): void => {
    if (spanLength(span) === 0) return;
    const spans = layers.get(layer);
    if (spans) spans.push(span);
    else layers.set(layer, [span]);
  };
  addQuotations(view.quotations, shown, add);
  const mentions = view.mentions.filter(
    (mention) => shown.parts.has(mention.type) && isShown(mention, shown),
  );
  for (const { mention, span } of withoutNested(mentions)) add(`${mention.type}.${mention.status}`, span);
  if (shown.overviewRuler) addRuler(mentions, add);
  return layers;
}

/** With more names than this the ruler would be one band of colours: then it shows decisions only. */
const mostInRuler = 2000;

function addRuler(mentions: readonly ViewMention[], add: (layer: Layer, span: Span) => void): void {
  const isFull = mentions.length > mostInRuler;
  for (const { type, span, status } of mentions)
    if (!isFull || status === 'confirmed') add(`ruler.${type}`, span);
}

/** What the caret in a quotation brings out: all its parts, its words of saying and who speaks. */
export function caretLayers(quotation: ViewQuotation | undefined): Layers {
  return new Map<Layer, readonly Span[]>([
    ['caret.content', quotation?.content ?? []],
    ['caret.cue', quotation?.cue ? [quotation.cue.span] : []],
    ['caret.source', quotation?.source ? [quotation.source] : []],
  ]);
}

export function isShown(
  { status, confidence }: ViewMention | ViewQuotation,
  { suggestions, minimumConfidence }: Pick<Shown, 'suggestions' | 'minimumConfidence'>,
): boolean {
  return status === 'confirmed' || (suggestions && (confidence ?? 1) >= minimumConfidence);
}

function addQuotations(
  quotations: readonly ViewQuotation[],
  shown: Shown,
  add: (layer: Layer, span: Span) => void,
): void {
  for (const quotation of quotations) {
    const part = quotation.form === 'indirect' ? 'indirectQuotation' : 'quotation';
    if (!shown.parts.has(part) || !isShown(quotation, shown)) continue;
    for (const span of quotation.content) add(`${part}.${quotation.status}`, span);
    for (const mark of quotation.marks) add('mark', mark);
    if (quotation.cue && shown.parts.has('cue')) add('cue', quotation.cue.span);
    if (shown.overviewRuler) for (const span of quotation.content) add('ruler.quotation', span);
  }
}

interface Piece {
  readonly mention: ViewMention;
  readonly span: Span;
}

/**
 * Each mention without the places of those inside it: lines drawn one over the other could not be told apart. `mentions` in text
 * order, an outer one before what it holds.
 */
function withoutNested(mentions: readonly ViewMention[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const open: { readonly mention: ViewMention; from: number }[] = [];
  const closeUntil = (offset: number): void => {
    for (let last = open.at(-1); last && last.mention.span.end <= offset; last = open.at(-1)) {
      const { mention, from } = last;
      open.pop();
      if (from < mention.span.end) pieces.push({ mention, span: { start: from, end: mention.span.end } });
      const outer = open.at(-1);
      if (outer) outer.from = Math.max(outer.from, mention.span.end);
    }
  };
  for (const mention of mentions) {
    closeUntil(mention.span.start);
    const outer = open.at(-1);
    if (outer && outer.from < mention.span.start)
      pieces.push({ mention: outer.mention, span: { start: outer.from, end: mention.span.start } });
    open.push({ mention, from: mention.span.start });
  }
  closeUntil(Infinity);
  return pieces;
}

/** Only what lies at least partly inside a stretch of text. `spans` in text order, not nested. */
export function spansWithin(spans: readonly Span[], window: Span): readonly Span[] {
  return spans.filter(({ start, end }) => start < window.end && end > window.start);
}

export function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every(({ start, end }, i) => start === b[i]?.start && end === b[i]?.end);
}
