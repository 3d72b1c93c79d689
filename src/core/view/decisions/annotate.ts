import type { MentionType } from '../../annotation/types';
import type { Span } from '../../util/span';
import type { Decision, DecisionSources } from './decision';
import { Draft } from './draft';
import type { Subject } from './draftEntities';

/** These words name that, wherever they stand: what is suggested there is confirmed or corrected. */
export function annotate(places: readonly Span[], subject: Subject): Decision {
  return function* (sources) {
    const draft = new Draft(sources);
    for (const place of places) {
      const there = draft.mentionAt(place);
      if (there && subject.kind === 'type') {
        draft.correct(there, subject.type);
        continue;
      }
      const words = sources.text.slice(place.start, place.end).replace(/\s+/gu, ' ');
      const entity = draft.subject(subject, words);
      draft.words(place, typeOf(subject, sources), entity);
      yield;
    }
    return draft.finish();
  };
}

function typeOf(subject: Subject, { view }: DecisionSources): MentionType {
  if (subject.kind !== 'entity') return subject.type;
  return view.entities.get(subject.key)?.type ?? 'person';
}
