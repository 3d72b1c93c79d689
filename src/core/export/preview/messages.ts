/** What the annotated preview's page is told and tells: plain data, copied between the extension and the page. */

export interface PreviewSpeaker {
  /** Number of the entity in the view, from 1. */
  readonly number: number;
  readonly name: string;
  readonly quotations: number;
}

export interface PreviewPart {
  /** A type of mention, `quotation` or `indirectQuotation`. */
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

/** The whole article, each time; the page changes only the blocks that differ. */
export interface ArticleMessage {
  readonly kind: 'article';
  readonly uri: string;
  readonly title: string;
  /** HTML of each block. */
  readonly blocks: readonly string[];
  readonly parts: readonly PreviewPart[];
  readonly speakers: readonly PreviewSpeaker[];
  /** The numbers of the speakers of each quotation, by its index. */
  readonly saidBy: readonly (readonly number[])[];
  /** What each mention is, in a sentence, by its index; and each quotation. */
  readonly mentions: readonly string[];
  readonly quotations: readonly string[];
}

/** The place in the article, in UTF-16 units, that is to be at the top. */
export interface ScrollMessage {
  readonly kind: 'scroll';
  readonly offset: number;
}

export type ToPage = ArticleMessage | ScrollMessage;

export type FromPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'reveal'; readonly what: 'mention' | 'quotation'; readonly index: number }
  | ScrollMessage;

/** What the page keeps over a restart of the window. */
export interface PreviewState {
  readonly uri: string;
  readonly hidden: readonly string[];
  /** Name of the speaker whose quotations alone are shown. */
  readonly speaker?: string;
}
