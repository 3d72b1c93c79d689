import type { QuoteSelector } from '../annotation/record';
import { foldText, unfold } from '../text/foldedText';
import { span } from '../util/span';
import type { Steps } from '../util/steps';
import type { Placement } from './placement';

/** Places selectors, given in the order of the file. */
export function* placeSelectors(
  text: string,
  selectors: readonly QuoteSelector[],
): Steps<readonly Placement[]> {
  const folded = foldText(text);
  yield;
  const placements: Placement[] = [];
  for (const selector of selectors) {
    const { exact, prefix = '', suffix = '' } = selector;
    const whole = foldText(prefix + exact + suffix);
    const first = folded.folded.indexOf(whole.folded);
    const again = folded.folded.indexOf(whole.folded, first + 1);
    if (first < 0) placements.push({ state: 'orphan' });
    else if (again >= 0) placements.push({ state: 'uncertain' });
    else {
      const start = first + foldText(prefix).folded.length;
      const end = first + foldText(prefix + exact).folded.length;
      placements.push({ state: 'exact', span: unfold(folded, span(start, end)) });
    }
    yield;
  }
  return placements;
}
