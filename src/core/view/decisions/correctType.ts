import type { MentionType } from '../../annotation/types';
import type { ViewMention } from '../types';
import type { Decision } from './decision';
import { Draft } from './draft';

/** They are of another type: confirmed as that, with what was corrected. */
export function correctType(items: readonly ViewMention[], type: MentionType): Decision {
  return function* (sources) {
    const draft = new Draft(sources);
    for (const item of items) {
      draft.correct(item, type);
      yield;
    }
    return draft.finish();
  };
}
