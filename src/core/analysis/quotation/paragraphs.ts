import type { Steps } from '../../util/steps';
import type { TokenizedBlock } from '../types';
import { pairMarks, trimmed, type BlockMarks, type MarkedSpan } from './marks';

/** Paragraphs that one quotation may run over: keeps a mark that is never closed from costs beyond its surroundings. */
const longestQuotation = 12;

/** The marks of each block, with quotations that run over several paragraphs joined: one span a paragraph, `continues` set. */
export function* pairAllMarks(blocks: readonly TokenizedBlock[]): Steps<BlockMarks[]> {
  const all: BlockMarks[] = [];
  for (const { block } of blocks) {
    all.push(pairMarks(block.text));
    yield;
  }
  for (let i = 0; i < all.length; i++) {
    if ((all[i] as BlockMarks).leftOpen) i = Math.max(i, continueFrom(blocks, all, i));
  }
  return all;
}

/** Joins what follows to the span that block `first` leaves open; index of the last block joined, `first` if none. */
function continueFrom(blocks: readonly TokenizedBlock[], all: BlockMarks[], first: number): number {
  const last = lastOfRun(all, first);
  if (last === first) return first;
  certainLast(all, first);
  for (let j = first + 1; j <= last; j++)
    all[j] = joined((blocks[j] as TokenizedBlock).block.text, all[j] as BlockMarks);
  return last;
}

/** The block in which the quotation left open in `first` ends: each paragraph opens anew, or a later one closes. */
function lastOfRun(all: readonly BlockMarks[], first: number): number {
  let reached = first;
  for (let j = first + 1; j < all.length && j <= first + longestQuotation; j++) {
    const marks = all[j] as BlockMarks;
    const opening = opensParagraph(marks);
    if (marks.closesEarlier) return j;
    if (opening === 'open') reached = j;
    else if (opening === 'closed') return reached === j - 1 ? j : reached;
    else if (marks.spans.length > 0) break;
  }
  return reached;
}

/** Whether the paragraph starts with an opening mark that stays open, or with one that closes. */
function opensParagraph({ spans, leftOpen }: BlockMarks): 'open' | 'closed' | 'none' {
  const first = spans[0];
  if (!first?.open || first.open.start > 1) return 'none';
  if (leftOpen && leftOpen.start === first.open.start) return 'open';
  return first.close ? 'closed' : 'none';
}

function certainLast(all: BlockMarks[], index: number): void {
  const { spans, leftOpen, ...rest } = all[index] as BlockMarks;
  all[index] = {
    ...rest,
    spans: spans.map((item) => (item.open?.start === leftOpen?.start ? { ...item, certain: true } : item)),
  };
}

function joined(text: string, marks: BlockMarks): BlockMarks {
  const own = marks.spans[0];
  if (own?.open && own.open.start <= 1)
    return {
      ...marks,
      spans: marks.spans.map((item, index) =>
        index === 0 ? { ...item, certain: true, continues: true } : item,
      ),
    };
  const close = marks.closesEarlier;
  const head: MarkedSpan = {
    content: trimmed(text, /^»/u.test(text) ? 1 : 0, close && close.start > 0 ? close.start : text.length),
    ...(close && close.start > 0 && { close }),
    style: 'guillemets',
    parent: -1,
    certain: true,
    continues: true,
  };
  const spans = marks.spans.map((item) => ({
    ...item,
    parent: item.parent < 0 && !close ? 0 : item.parent < 0 ? -1 : item.parent + 1,
  }));
  return { spans: [head, ...spans] };
}
