import type { MentionType } from '../../../core/annotation/types';
import { type Span, spanLength } from '../../../core/util/span';
import type { ArticleView, ViewMention, ViewQuotation } from '../../../core/view/types';
import type { HighlightPart } from '../../ids';
import { mentionsAt, quotationsAt } from '../../viewLookup';

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

/** What is to be drawn of one view, but what follows the caret. Nothing is gathered before it is asked for. */
export interface Drawing {
  /** About how many spans there are in all. */
  readonly size: number;
  /** What is drawn in the text, in text order within each layer; with a window only what lies at least partly inside. */
  inText(window?: Span): Layers;
  inRuler(): Layers;
}

export function drawingOf(view: ArticleView, shown: Shown): Drawing {
  return {
    size: view.mentions.length + view.quotations.length * spansOfQuotation,
    inText: (window) => gather((add) => addText(view, shown, window, add)),
    inRuler: () => gather((add) => (shown.overviewRuler ? addRuler(view, shown, add) : undefined)),
  };
}

/** Its words, two marks, the words of saying. */
const spansOfQuotation = 4;

type Add = (layer: Layer, span: Span) => void;

function gather(fill: (add: Add) => void): Layers {
  const layers = new Map<Layer, Span[]>();
  fill((layer, span) => {
    if (spanLength(span) === 0) return;
    const spans = layers.get(layer);
    if (spans) spans.push(span);
    else layers.set(layer, [span]);
  });
  return layers;
}

function addText(view: ArticleView, shown: Shown, window: Span | undefined, add: Add): void {
  const mentions = window ? mentionsAt(view, window) : view.mentions;
  addQuotations(window ? quotationsAt(view, window) : view.quotations, shown, add);
  const drawn = mentions.filter((mention) => isDrawn(mention, shown));
  for (const { mention, span } of withoutNested(drawn)) add(`${mention.type}.${mention.status}`, span);
}

/** With more than this the ruler would be one band of colours: then it shows decisions only. */
const mostInRuler = 2000;

function addRuler({ mentions, quotations }: ArticleView, shown: Shown, add: Add): void {
  const isFull = mentions.length + quotations.length > mostInRuler;
  const isInRuler = ({ status }: ViewMention | ViewQuotation): boolean => !isFull || status === 'confirmed';
  for (const mention of mentions)
    if (isInRuler(mention) && isDrawn(mention, shown)) add(`ruler.${mention.type}`, mention.span);
  for (const quotation of quotations)
    if (isInRuler(quotation) && isDrawn(quotation, shown))
      for (const span of quotation.content) add('ruler.quotation', span);
}

function isDrawn(item: ViewMention | ViewQuotation, shown: Shown): boolean {
  return shown.parts.has(partOf(item)) && isShown(item, shown);
}

function partOf(item: ViewMention | ViewQuotation): HighlightPart {
  if (item.kind === 'mention') return item.type;
  return item.form === 'indirect' ? 'indirectQuotation' : 'quotation';
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

function addQuotations(quotations: readonly ViewQuotation[], shown: Shown, add: Add): void {
  for (const quotation of quotations) {
    if (!isDrawn(quotation, shown)) continue;
    const part = quotation.form === 'indirect' ? 'indirectQuotation' : 'quotation';
    for (const span of quotation.content) add(`${part}.${quotation.status}`, span);
    for (const mark of quotation.marks) add('mark', mark);
    if (quotation.cue && shown.parts.has('cue')) add('cue', quotation.cue.span);
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

export function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every(({ start, end }, i) => start === b[i]?.start && end === b[i]?.end);
}
