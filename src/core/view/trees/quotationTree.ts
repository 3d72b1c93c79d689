import type { Steps } from '../../util/steps';
import type { ArticleView, ViewQuotation } from '../types';
import { hasWords, type SpeakerRoom, speakingRoom, type SpeakingRoom } from './speakingRoom';
import { type Standing, standingOf, standings } from './standing';
import { uniqueId } from './uniqueId';

export const quotationGroupings = ['speaker', 'place', 'standing'] as const;
export type QuotationGrouping = (typeof quotationGroupings)[number];

/** Quotations under one heading; the only one has none when they stand in the order of the text. */
export interface QuotationGroup {
  /** Unique in the tree, and the same in the next one as long as its heading is. */
  readonly id: string;
  readonly heading:
    | { readonly kind: 'speaker'; readonly name: string; readonly room: SpeakerRoom }
    | { readonly kind: 'open'; readonly room: SpeakerRoom }
    | { readonly kind: 'standing'; readonly standing: Standing }
    | { readonly kind: 'none' };
  /** Indices into the view's quotations, in text order; at least one. */
  readonly quotations: readonly number[];
}

export interface QuotationTree {
  readonly groups: readonly QuotationGroup[];
  readonly room: SpeakingRoom;
}

/** The article's quotations by who speaks, in the order of the text, or by what is decided about them. */
export function* quotationTree(
  view: ArticleView,
  text: string,
  grouping: QuotationGrouping,
): Steps<QuotationTree> {
  const room = yield* speakingRoom(view, text);
  if (grouping === 'speaker') return { groups: bySpeaker(view, room), room };
  const shown = [...view.quotations.keys()].filter((index) => hasWords(quotationAt(view, index)));
  if (grouping === 'standing') return { groups: byStanding(view, shown), room };
  const all: QuotationGroup = { id: 'all', heading: { kind: 'none' }, quotations: shown };
  return { groups: shown.length > 0 ? [all] : [], room };
}

function bySpeaker(view: ArticleView, { speakers }: SpeakingRoom): readonly QuotationGroup[] {
  const taken = new Map<string, number>();
  return speakers.map((room) => {
    const { speaker, quotations } = room;
    if (speaker === undefined) return { id: 'open', heading: { kind: 'open', room }, quotations };
    const name = view.entities.get(speaker)?.name ?? speaker;
    return { id: uniqueId(`speaker ${name}`, taken), heading: { kind: 'speaker', name, room }, quotations };
  });
}

function byStanding(view: ArticleView, shown: readonly number[]): readonly QuotationGroup[] {
  return standings.flatMap((standing): readonly QuotationGroup[] => {
    const quotations = shown.filter((index) => standingOf(quotationAt(view, index)) === standing);
    return quotations.length > 0
      ? [{ id: standing, heading: { kind: 'standing', standing }, quotations }]
      : [];
  });
}

function quotationAt(view: ArticleView, index: number): ViewQuotation {
  return view.quotations[index] as ViewQuotation;
}
