import { runSteps } from '../util/steps';
import { speakingRoom } from '../view/trees/speakingRoom';
import { findingOn } from './quotedWords';
import type { Rule } from './rule';

/** One of several speakers gets nearly all the room. */
export const unbalancedShare: Rule = {
  code: 'unbalanced-share',
  severity: 'information',
  options: { percent: 75, words: 60 },
  check: ({ view, text }, { percent = 75, words: least = 60 }) => {
    const { speakers, words } = runSteps(speakingRoom(view, text));
    const named = speakers.filter(({ speaker }) => speaker !== undefined);
    if (words < least || named.length < 2) return [];
    return named.flatMap(({ speaker = '', share, quotations }) => {
      const first = view.quotations[quotations[0] ?? -1];
      const name = view.entities.get(speaker)?.name ?? '';
      return share * 100 > percent && first ? [findingOn(first, [name, Math.round(share * 100)])] : [];
    });
  },
};
