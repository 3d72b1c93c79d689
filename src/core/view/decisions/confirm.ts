import type { Status } from '../../annotation/types';
import type { ViewMention, ViewQuotation } from '../types';
import type { Decision } from './decision';
import { Draft } from './draft';

type Item = ViewMention | ViewQuotation;

/** They are what they are shown as. Whoever confirms a quotation confirms its source and speakers too. */
export function confirm(items: readonly Item[]): Decision {
  return withStatus(() => items, 'confirmed');
}

/** They are not to be suggested again in these places. */
export function reject(items: readonly Item[]): Decision {
  return withStatus(() => items, 'rejected');
}

/** Writes all suggestions as such, with their reasons. */
export function exportSuggestions(): Decision {
  return withStatus(
    ({ mentions, quotations }) => [...mentions, ...quotations].filter(({ record }) => record === undefined),
    'suggested',
  );
}

function withStatus(
  itemsOf: (view: Parameters<Decision>[0]['view']) => readonly Item[],
  status: Status,
): Decision {
  return function* (sources) {
    const draft = new Draft(sources);
    for (const item of itemsOf(sources.view)) {
      if (item.kind === 'quotation') draft.quotation(item, status);
      else draft.mention(item, status);
      yield;
    }
    return draft.finish();
  };
}
