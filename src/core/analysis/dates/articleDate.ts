import type { ArticleDate } from '../../annotation/suggestion';
import type { AnalysisContext, AnalyzedArticle, TimeExpression } from '../types';
import { resolveTime } from './resolve';

/** How far into a block a dateline reaches, in UTF-16 code units. */
const datelineLength = 140;

/** Nothing, a place and a comma, or a word of publication may stand before a dateline's date. */
const datelineOpening =
  /^(?:(?:publié|paru|mis à jour|modifié)(?: le)?\s+|\p{Lu}[^.!?«»]{0,80},\s*(?:le\s+)?|[(\s]*(?:le\s+)?)$/iu;

/** The day the article is of: given, in the front matter, in a dateline, in the file name. */
export function findArticleDate(
  analyzed: AnalyzedArticle,
  context: AnalysisContext,
): ArticleDate | undefined {
  return (
    named(context.date, 'given') ??
    named(frontMatterDate(analyzed.article.text), 'frontMatter') ??
    named(datelineDate(analyzed), 'dateline') ??
    named(fileNameDate(context.fileName), 'fileName')
  );
}

function named(iso: string | undefined, source: ArticleDate['source']): ArticleDate | undefined {
  return iso === undefined ? undefined : { iso, source };
}

function frontMatterDate(text: string): string | undefined {
  const head = /^\ufeff?---[ \t]*\r?\n([\s\S]{0,4000}?)^---/mu.exec(text.slice(0, 4200));
  return head
    ? /^(?:date|published|publié)\s*:\s*["']?(\d{4}-\d\d-\d\d)/mu.exec(head[1] as string)?.[1]
    : undefined;
}

function datelineDate({ blocks, times }: AnalyzedArticle): string | undefined {
  const places = [0, 1, 2, 3, blocks.length - 1, blocks.length - 2].filter(
    (i) => i >= 0 && i < blocks.length,
  );
  for (const index of places) {
    const text = blocks[index]?.block.text ?? '';
    const full = times[index]?.find(
      (time) =>
        time.span.start < datelineLength &&
        isFullDate(time) &&
        datelineOpening.test(text.slice(0, time.span.start)),
    );
    if (full) return resolveTime(full.parts, undefined);
  }
  return undefined;
}

function isFullDate({ parts }: TimeExpression): boolean {
  return parts.kind === 'day' && parts.year !== undefined && parts.month !== undefined;
}

/** ISO date in a file name such as `2025-09-24-sahel.txt`. */
export function fileNameDate(fileName: string | undefined): string | undefined {
  const match = /(?:^|\D)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?:\D|$)/u.exec(
    fileName ?? '',
  );
  return match ? `${match[1]}-${match[2]}-${match[3]}` : undefined;
}
