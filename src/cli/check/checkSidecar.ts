import { problem, type Problem } from '../../core/problem/problem';
import { parseSidecar } from '../../core/sidecar/parseSidecar';
import { fieldOf } from '../../core/sidecar/recordFile';
import type { Sidecar } from '../../core/sidecar/sidecar';
import { checkPlaces } from './places';
import { checkReferences } from './references';

/** The article that a sidecar belongs to, or why its text is not to be had (a translated sentence; none when there is no file). */
export type CheckedArticle =
  { readonly name: string; readonly text: string } | { readonly name: string; readonly message?: string };

/** Everything that does not hold in a sidecar: its form, its references, and how it fits the article. Spans are those of `source`. */
export function checkSidecar(source: string, article: CheckedArticle): readonly Problem[] {
  const sidecar = parseSidecar(source);
  // What follows from half a file would be noise.
  if (sidecar.readOnly !== undefined && sidecar.readOnly !== 'newerVersion') return sidecar.problems;
  const places = 'text' in article ? checkPlaces(sidecar, article.text) : [];
  return [...sidecar.problems, ...articleProblems(sidecar, article), ...checkReferences(sidecar), ...places];
}

function articleProblems(sidecar: Sidecar, article: CheckedArticle): readonly Problem[] {
  const at = fieldOf(sidecar, 'article')?.span;
  if (!('text' in article)) {
    const { name, message } = article;
    return message === undefined
      ? [problem('check-no-article', 'error', [name], at)]
      : [problem('check-article-unreadable', 'error', [name, message], at)];
  }
  const named = sidecar.article;
  if (named === undefined || named === article.name) return [];
  return [problem('check-other-article', 'information', [named, article.name], at)];
}
