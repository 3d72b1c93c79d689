import type { ViewQuotation } from '../types';
import type { Decision } from './decision';
import { Draft, type NewQuotation } from './draft';
import type { Subject } from './draftEntities';

/** These words are reported speech. `speakers` say whose; none leaves it open. */
export function quote(quotation: Omit<NewQuotation, 'speakers'>, speakers: readonly Subject[]): Decision {
  return function* (sources) {
    const draft = new Draft(sources);
    const ids = speakers.flatMap((subject) => draft.subject(subject, '') ?? []);
    draft.newQuotation({ ...quotation, speakers: ids });
    yield;
    return draft.finish();
  };
}

/** They say it, and nobody else: confirmed with that. Without any, it stays open who speaks. */
export function setSpeakers(quotation: ViewQuotation, speakers: readonly Subject[]): Decision {
  return function* (sources) {
    const draft = new Draft(sources);
    const ids = speakers.flatMap((subject) => draft.subject(subject, '') ?? []);
    const { source } = quotation;
    const named = sources.view.mentions.find(
      ({ span }) => source && span.start === source.start && span.end === source.end,
    )?.entity;
    const keepsSource = speakers.some((subject) => subject.kind === 'entity' && subject.key === named);
    draft.speakers(quotation, ids, keepsSource);
    yield;
    return draft.finish();
  };
}
