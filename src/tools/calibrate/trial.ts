import { anchor } from '../../core/anchoring/anchor';
import { describeAll } from '../../core/anchoring/describe';
import type { PlaceState } from '../../core/anchoring/placement';
import type { MentionRecord, QuoteSelector } from '../../core/annotation/record';
import type { Span } from '../../core/util/span';
import type { SampleArticle } from './articles';
import type { EditClass, Others } from './editClasses';
import { manuscriptOf, type Truth, truthsOf } from './manuscript';
import { matchQuote } from './quoteMatcher';
import type { Dice } from './random';

/** One annotation in one edited article: what became of it, and what was made of it. */
export interface Trial {
  readonly truth: Truth;
  readonly state: PlaceState;
  readonly found?: Span;
  /** Whether its words stand in the new text exactly once. */
  readonly unique: boolean;
  readonly selector: QuoteSelector;
  /** What the plain quote matcher says; absent unless it was asked. */
  readonly plain?: Span | 'nowhere';
  readonly edited: string;
}

export function* trialsOf(
  article: SampleArticle,
  kind: EditClass,
  dice: Dice,
  others: Others,
  withPlain: boolean,
): Generator<Trial> {
  const share = dice.pick([1, 1, 0.4, 0.15]);
  const spans = article.spans.filter(() => dice.chance(share));
  if (spans.length === 0) return;
  const selectors = describeAll(article.text, spans);
  const edited = kind.edit(manuscriptOf(article.text), dice, others);
  const truths = truthsOf(article.text, edited);
  const placed = anchor(edited.text, selectors.map(recordOf));
  for (const [i, at] of spans.entries()) {
    const selector = selectors[i] as QuoteSelector;
    const { state, spans: found } = placed[i] as (typeof placed)[number];
    const plain = withPlain ? (matchQuote(edited.text, selector, at.start) ?? 'nowhere') : undefined;
    yield {
      truth: truths(at),
      state,
      unique: edited.text.split(selector.exact, 3).length === 2,
      selector,
      edited: edited.text,
      ...(found?.[0] && { found: found[0] }),
      ...(plain !== undefined && { plain }),
    };
  }
}

function recordOf(selector: QuoteSelector, index: number): MentionRecord {
  return { id: `m${index}`, kind: 'mention', type: 'person', status: 'confirmed', selector };
}
