import { runSteps, type Steps } from '../util/steps';
import { createArticleText, type ArticleText } from './articleText';
import type { ArticleFormat, Block } from './block';
import { splitBlocks } from './blocks';

/** An article ready to be analysed. */
export interface Article extends ArticleText {
  readonly format: ArticleFormat;
  readonly blocks: readonly Block[];
}

export function* readArticle(text: string, format: ArticleFormat = 'plain'): Steps<Article> {
  return { ...createArticleText(text), format, blocks: yield* splitBlocks(text, format) };
}

export function createArticle(text: string, format: ArticleFormat = 'plain'): Article {
  return runSteps(readArticle(text, format));
}
