import type { RefusalReason } from '../../annotation/suggestion';
import { bearers, slogans, terms, works } from '../../language/fr/speech/markedNouns';
import { sceneOf } from './links';
import { wordAt, isCapitalised, tokenRange, type Passage } from './passage';
import type { MarkedSpan } from './marks';

/** The likeliest reason why the marks hold no reported speech, from what stands before them and from how they are written. */
export function refusalReason(passage: Passage, mark: number): RefusalReason {
  const { whole } = sceneOf(passage, mark);
  for (let i = whole.start - 1; i >= Math.max(0, whole.start - 3); i--) {
    const word = wordAt(passage, i);
    if (works.has(word)) return 'title';
    if (slogans.has(word)) return 'slogan';
    if (bearers.has(word)) return 'name';
    if (terms.has(word)) return 'term';
  }
  return byShape(passage, mark);
}

function byShape(passage: Passage, mark: number): RefusalReason {
  const { start, end } = tokenRange(passage.tokens, (passage.marks[mark] as MarkedSpan).content);
  const type = passage.mentions[passage.mentionAt[start] as number]?.type;
  if (type === 'product') return 'title';
  if (type !== undefined) return 'name';
  if (!isCapitalised(passage, start)) return end - start <= 2 ? 'scare' : 'term';
  return end - start >= 3 ? 'title' : 'name';
}
