import type { Span } from '../util/span';

export type BlockKind = 'headline' | 'subheading' | 'byline' | 'paragraph' | 'listItem';

/**
 * A stretch of prose that is analysed by itself. `text` has exactly the length of `span`: what is not prose inside it (link
 * targets, markup) is replaced by spaces, so an offset in `text` plus `span.start` is an offset in the article.
 */
export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
  readonly text: string;
  /** True when a paragraph was too long and this is a further part of it. */
  readonly continues: boolean;
}

export type ArticleFormat = 'plain' | 'markdown';

/** Whether the block is a line of its own without sentence punctuation: its capitals say less than those of a paragraph. */
export function isTitleLike(block: Block): boolean {
  return block.kind === 'headline' || block.kind === 'subheading';
}
