import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { groupMentions } from '../../../core/analysis/entities/grouping/groupMentions';
import type { MentionSuggestion } from '../../../core/annotation/suggestion';
import { shift } from '../../../core/util/span';
import { runSteps } from '../../../core/util/steps';
import type { EntityType } from '../../../core/annotation/types';
import type { AnalyzedArticle, EntityLayer, RecognizedName } from '../../../core/analysis/types';
import { createArticle } from '../../../core/text/article';
import { createArticleText } from '../../../core/text/articleText';
import { splitSentences } from '../../../core/text/sentences';
import { tokenize } from '../../../core/text/tokens';
import { fromRoot } from '../../paths';
import { parsePressText, type PressQuotation } from '../pressText';
import { loadQuotationSet } from '../quotationSet';
import { genderOfGivenName } from './givenNames';

/** One text with its reference annotation, ready for the quotation stage. Spans are UTF-16 offsets into `text`. */
export interface TrainingText {
  readonly name: string;
  readonly source: 'press' | 'wikinews';
  readonly text: string;
  readonly quotations: readonly PressQuotation[];
  readonly notQuotations: readonly { readonly start: number; readonly end: number }[];
  readonly analyzed: AnalyzedArticle;
  readonly layer: EntityLayer;
}

export interface NamedSpan {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** The press texts of a folder, by file name. */
export function pressTexts(folder: string): readonly TrainingText[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const press = parsePressText(readFileSync(join(folder, name), 'utf8'));
      return {
        name: basename(name, '.txt'),
        source: 'press',
        ...press,
        ...prepared(press.text, press.entities),
      };
    });
}

/** The annotated Wikinews articles, with the corpus's own names; empty when the corpus is not there. */
export function wikinewsTexts(
  corpus = fromRoot('..', 'shared/corpora/winer-fr/train'),
): readonly TrainingText[] {
  const set = loadQuotationSet(corpus);
  return (set?.articles ?? []).map((article) => ({
    ...article,
    name: basename(article.file, '.txt'),
    source: 'wikinews' as const,
    ...prepared(article.text, namesOf(join(corpus, article.file.replace(/\.txt$/u, '.ann')), article.text)),
  }));
}

/** The outermost names of a brat file, in UTF-16. */
export function namesOf(path: string, text: string): readonly NamedSpan[] {
  if (!existsSync(path)) return [];
  const article = createArticleText(text);
  const spans: NamedSpan[] = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const match = /^T\d+\t(\w+) (\d+) (\d+)\t/u.exec(line);
    if (match?.[1])
      spans.push({
        type: match[1].toLowerCase(),
        start: article.toUtf16(Number(match[2])),
        end: article.toUtf16(Number(match[3])),
      });
  }
  return spans.filter(
    (a) =>
      !spans.some(
        (b) => b !== a && b.start <= a.start && b.end >= a.end && b.end - b.start > a.end - a.start,
      ),
  );
}

/** Tokens, sentences and the given names as an analysis would have them. */
export function prepared(
  text: string,
  names: readonly NamedSpan[],
): Pick<TrainingText, 'analyzed' | 'layer'> {
  const article = createArticle(text);
  const blocks = article.blocks.map((block) => {
    const tokens = tokenize(block.text);
    return { block, tokens, sentences: splitSentences(tokens) };
  });
  const byBlock = blocks.map(({ block }) =>
    names
      .filter(
        (name) => name.start >= block.span.start && name.end <= block.span.end && isEntityName(name.type),
      )
      .map(({ type, start, end }): RecognizedName => ({
        type: type as EntityType,
        span: { start: start - block.span.start, end: end - block.span.start },
        confidence: 0.99,
      })),
  );
  const analyzed: AnalyzedArticle = { article, blocks, names: byBlock, times: blocks.map(() => []) };
  const mentions = byBlock.flatMap((found, index) =>
    found.map(({ type, span }): MentionSuggestion => ({
      span: shift(span, (blocks[index] as (typeof blocks)[number]).block.span.start),
      type,
      form: 'name',
      confidence: 0.99,
      why: [],
    })),
  );
  return { analyzed, layer: runSteps(groupMentions(analyzed, mentions, genderOfGivenName)) };
}

function isEntityName(type: string): boolean {
  return ['person', 'organization', 'location', 'event', 'product'].includes(type);
}
