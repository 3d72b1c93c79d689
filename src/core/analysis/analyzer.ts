import type { Analysis, MentionSuggestion } from '../annotation/suggestion';
import { readArticle } from '../text/article';
import type { ArticleFormat, Block } from '../text/block';
import { splitSentences } from '../text/sentences';
import { tokenize } from '../text/tokens';
import { compareSpans } from '../util/span';
import type { Steps } from '../util/steps';
import type {
  AnalysisContext,
  AnalyzedArticle,
  LanguageStages,
  RecognizedName,
  TimeExpression,
  TokenizedBlock,
} from './types';

/** Analyses one article again and again, as it is edited. */
export interface Analyzer {
  /** Equal to a fresh analyzer's result whatever was analysed before; dropping the steps half-way is safe. */
  analyze(text: string, format: ArticleFormat, context?: AnalysisContext): Steps<Analysis>;
}

/** What the block stages found in one block: a pure function of the block's kind and text, so it is kept across edits. */
interface BlockResult {
  readonly names: readonly RecognizedName[];
  readonly times: readonly TimeExpression[];
  readonly tokenized: Omit<TokenizedBlock, 'block'>;
}

export function createAnalyzer(stages: LanguageStages): Analyzer {
  let kept: ReadonlyMap<string, BlockResult> = new Map();
  // Also what an analysis dropped half-way had found: else steady typing in a long article would never let one finish.
  let begun: ReadonlyMap<string, BlockResult> = new Map();
  let isWarm = false;
  return {
    *analyze(text, format, context = {}) {
      if (!isWarm) yield* stages.warmUp();
      isWarm = true;
      const article = yield* readArticle(text, format);
      const earlier = begun;
      const results = new Map<string, BlockResult>();
      begun = results;
      const found: BlockResult[] = [];
      for (const [index, block] of article.blocks.entries()) {
        const key = keyOf(block);
        const known = results.get(key) ?? kept.get(key) ?? earlier.get(key);
        const result = known ?? (yield* analyzeBlock(stages, block));
        results.set(key, result);
        found.push(result);
        if (index % blocksPerStep === blocksPerStep - 1) yield;
      }
      kept = results;
      return yield* analyzeDocument(stages, assemble(stages, article, found, context), context);
    },
  };
}

/** Blocks of which the results are known, so that one costs next to nothing. */
const blocksPerStep = 64;

function keyOf(block: Block): string {
  return `${block.kind} ${block.text}`;
}

function* analyzeBlock(stages: LanguageStages, block: Block): Steps<BlockResult> {
  const tokens = tokenize(block.text);
  const tokenized = { tokens, sentences: splitSentences(tokens) };
  yield;
  const names = stages.recognize({ ...tokenized, block });
  yield;
  return { tokenized, names, times: stages.times({ ...tokenized, block }) };
}

function assemble(
  stages: LanguageStages,
  article: AnalyzedArticle['article'],
  found: readonly BlockResult[],
  context: AnalysisContext,
): AnalyzedArticle {
  const undated: AnalyzedArticle = {
    article,
    blocks: article.blocks.map((block, index) => ({
      ...(found[index] as BlockResult).tokenized,
      block,
    })),
    names: found.map(({ names }) => names),
    times: found.map(({ times }) => times),
  };
  const date = stages.articleDate(undated, context);
  return date ? { ...undated, date } : undated;
}

function* analyzeDocument(
  stages: LanguageStages,
  analyzed: AnalyzedArticle,
  context: AnalysisContext,
): Steps<Analysis> {
  const layer = yield* stages.entities(analyzed, context);
  const times = yield* stages.timeMentions(analyzed, context);
  const spoken = yield* stages.quotations(analyzed, layer, context);
  yield;
  const mentions = inTextOrder([...layer.mentions, ...times, ...spoken.mentions]);
  yield;
  return {
    mentions,
    entities: layer.entities,
    quotations: spoken.quotations,
    refused: spoken.refused,
    ...(analyzed.date && { date: analyzed.date }),
  };
}

function inTextOrder(mentions: readonly MentionSuggestion[]): readonly MentionSuggestion[] {
  return mentions.toSorted((a, b) => compareSpans(a.span, b.span));
}
