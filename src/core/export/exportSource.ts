import type { Article } from '../text/article';
import type { ArticleView } from '../view/types';

/** A sentence or word of the export itself, by its code; hosts translate it. */
export interface Label {
  readonly code: string;
  readonly args: readonly (string | number)[];
}

export function label(code: string, ...args: readonly (string | number)[]): Label {
  return { code, args };
}

/** What an article is exported from. */
export interface ExportSource {
  /** Name of the article's file, without its folder. */
  readonly file: string;
  readonly article: Article;
  readonly view: ArticleView;
  /** BCP 47 tag of the article's language. */
  readonly language: string;
  /** BCP 47 tag of the language that `say` speaks. */
  readonly uiLanguage: string;
  readonly say: (label: Label) => string;
}

/** One way to write an article with its annotations. */
export interface ExportFormat {
  readonly id: string;
  /** Of the file, behind the article's name: `html`. */
  readonly extension: string;
  /** Whether the texts of several articles can stand one after the other. */
  readonly joins: boolean;
  readonly write: (source: ExportSource) => string;
}
