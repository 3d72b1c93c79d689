import { inSteps, type Steps } from '../../util/steps';
import type { TokenizedBlock } from '../types';
import type { BlockMarks, MarkedSpan } from './marks';

/** Longest marked words compared, in UTF-16 units: a term or a name, not a sentence. */
const longest = 60;

/** Notes the marked words that the article marks more than once: rather a term or a name than what somebody said. */
export function* noteRepeats(
  blocks: readonly TokenizedBlock[],
  all: readonly BlockMarks[],
): Steps<readonly BlockMarks[]> {
  const counts = new Map<string, number>();
  const wordsOf = (block: number, { content }: MarkedSpan) =>
    (blocks[block] as TokenizedBlock).block.text.slice(content.start, content.end).toLowerCase();
  for (const [block, { spans }] of all.entries()) {
    for (const span of spans) {
      if (!isShort(span)) continue;
      const words = wordsOf(block, span);
      counts.set(words, (counts.get(words) ?? 0) + 1);
    }
    yield;
  }
  const isRepeated = (block: number, span: MarkedSpan) =>
    isShort(span) && (counts.get(wordsOf(block, span)) ?? 0) > 1;
  return yield* inSteps(all, (marks, block) =>
    marks.spans.some((span) => isRepeated(block, span))
      ? {
          ...marks,
          spans: marks.spans.map((span) => (isRepeated(block, span) ? { ...span, again: true } : span)),
        }
      : marks,
  );
}

function isShort({ content }: MarkedSpan): boolean {
  return content.end - content.start <= longest;
}
